import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type VisitedWeb, visitedWeb } from "#platform/web/testing.ts";
import { type ExampleDesk, NOW, openExampleDesk } from "../examples/example-desk.ts";
import { grants } from "../grants.ts";
import { pages } from "./people-pages.ts";

let example: ExampleDesk;
let web: VisitedWeb;
beforeAll(async () => {
  example = await openExampleDesk();
  const { desk, members, known } = example;
  web = await visitedWeb({ grants, pages: pages(desk), people: members, known, now: () => NOW });
});
afterAll(() => example.close());

const WEST = ["Ann Administrator", "Bob Administrator", "Finn Finance", "Gina Chair", "Mo Manager"];
const EAST = ["Cara Administrator", "Eve Eastfen", "Nell &lt;Manager&gt;"];
const TOP = ["Rita Administrator"];
const named = (html: string) => [...WEST, ...EAST, ...TOP].filter((name) => html.includes(`>${name}</a>`));

describe("the list of people", () => {
  test.each([
    ["an administrator of a PCT", "ann", WEST],
    ["an officer of a PCT", "finn", WEST],
    ["an officer of the other PCT", "eve", EAST],
    ["a group's chair", "gina", ["Gina Chair", "Mo Manager"]],
    ["a practice manager", "mo", ["Mo Manager"]],
    ["an administrator of the region", "rita", [...WEST, ...EAST, ...TOP]],
  ])("shows %s the people of their own places and of those within, and nobody else", async (_who, as, expected) => {
    const { status, html } = await web.visit("/people", as);
    expect(status).toBe(200);
    expect(named(html)).toEqual(expected);
  });

  test("is not for the public", async () => {
    expect((await web.visit("/people")).status).toBe(403);
    expect((await web.visit("/people/mo")).status).toBe(404);
  });

  test.each([
    ["name=finance", ["Finn Finance"]],
    ["name=Eve", []],
    ["name=%25", []],
    ["role=practice+manager", ["Mo Manager"]],
    ["organisation=G01", ["Gina Chair", "Mo Manager"]],
    ["organisation=5QY", []],
    ["organisation=Q99", WEST],
    ["standing=left", []],
    ["role=king&standing=asleep&page=-3", WEST],
    ["page=7", []],
    ["name=%00Finn", ["Finn Finance"]],
  ])("asked for by %s shows of them what fits, and never the other PCT's", async (query, expected) => {
    const { status, html } = await web.visit(`/people?${query}`, "ann");
    expect(status).toBe(200);
    expect(named(html)).toEqual(expected);
  });

  test("goes on in pages of fifty", async () => {
    const by = { actor: "operator", at: NOW };
    const { desk } = example;
    for (let number = 0; number < 55; number += 1) {
      const post = { id: `p${number}`, role: "LMC", organisation: "5QY", kind: "pct", over: [] } as const;
      const posts = [{ ...post, from: "2008-04-01" as never }];
      await desk.people.invite({ name: `Zed ${number}`, email: `z${number}@example.org`, posts, days: 14 }, by);
    }
    const first = await web.visit("/people?role=LMC", "eve");
    expect(first.words).toContain("1 to 50 of 55 people");
    expect(first.html).toContain("/people?role=LMC&amp;page=2");
    expect((await web.visit("/people?role=LMC&page=2", "eve")).words).toContain("51 to 55 of 55 people");
  });
});

describe("a person", () => {
  test("is shown with posts and history, who did it and on what authority; the address to administrators alone", async () => {
    const { words } = await web.visit("/people/mo", "ann");
    expect(words).toContain("Mo Manager In the service.");
    expect(words).toContain("E-mail: mo@example.org");
    expect(words).toContain(
      "practice manager Riverside &lt;Surgery&gt; (X81001) from 1 April 2008 with no end date counts",
    );
    expect(words).toContain("Accepted the invitation Mo Manager The invitation that they were sent.");
    expect(words).toContain("operator operator: The machine is theirs.");
    for (const reader of ["mo", "gina", "finn"]) {
      expect((await web.visit("/people/mo", reader)).words).not.toContain("mo@example.org");
    }
  });

  test("of another place is not there, in the same words as somebody unknown, whatever is asked about them", async () => {
    const paths = ["", "/give", "/leave", "/withdraw", "/renew", "/come-back", "/invite-again", "/link"];
    const posts = ["/posts/eve-post/end", "/posts/eve-post/dates", "/posts/eve-post/end/check"];
    for (const path of [...paths, ...posts]) {
      const [other, unknown] = [
        await web.visit(`/people/eve${path}`, "ann"),
        await web.visit(`/people/nobody${path}`, "ann"),
      ];
      expect([other.status, unknown.status]).toEqual([404, 404]);
      expect(other.html).toBe(unknown.html);
      const sent = await web.send(`/people/eve${path}`, {}, "ann");
      expect(sent.status).toBe(404);
      expect(sent.html).toBe((await web.send(`/people/nobody${path}`, {}, "ann")).html);
    }
  });

  test("is not managed by those who only see them", async () => {
    for (const path of ["/give", "/leave", "/posts/mo-post/end"]) {
      expect((await web.visit(`/people/mo${path}`, "finn")).status).toBe(403);
      expect((await web.send(`/people/mo${path}`, {}, "finn")).status).toBe(403);
    }
    expect((await web.visit("/people/mo", "finn")).words).not.toContain("Give a post");
    expect((await web.visit("/people/invite", "finn")).status).toBe(403);
  });

  test("with a post in each of two PCTs shows each PCT its own", async () => {
    const post = { id: "both", role: "PCT director", organisation: "5QX", kind: "pct", over: [], from: "2008-04-01" };
    const command = { kind: "give-post", post } as never;
    await example.desk.people.perform("eve", command, { actor: "operator", at: NOW });
    const west = (await web.visit("/people/eve", "ann")).words;
    expect(west).toContain("PCT director West Fen PCT");
    for (const word of ["East Fen PCT", "5QY", "PCT finance"]) expect(west).not.toContain(word);
    expect((await web.send("/people/eve/leave", {}, "ann")).words).toContain(
      "also hold a post where you do not give posts",
    );
    expect((await web.visit("/people/eve/posts/eve-post/end", "ann")).status).toBe(404);
    await example.desk.people.perform("eve", { kind: "end-post", post: "both", last: "2008-05-05" } as never, {
      actor: "operator",
      at: NOW,
    });
  });
});
