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

const WHO = { name: "Olive Oak", email: "olive@example.org" };
const POST = { role: "practice manager", organisation: "x81002", from: "1/5/2008", until: "" };

describe("an invitation", () => {
  test.each([
    [{ name: "" }, "name", "Enter their name"],
    [{ name: "x".repeat(121) }, "name", "Keep the name to 120 letters"],
    [{ name: "Olive\u0000Oak" }, "name", "The name has signs in it that cannot be kept"],
    [{ email: "olive" }, "email", "Enter an e-mail address, like name@practice.nhs.uk"],
    [{ email: `${"x".repeat(250)}@example.org` }, "email", "Enter an e-mail address"],
    [{ email: "FINN@example.org" }, "email", "Somebody in the service has this e-mail address."],
    [{ role: "" }, "role", "Choose a role"],
    [{ role: "king" }, "role", "king is no role of the service. Choose one of the list."],
    [{ role: "operator" }, "role", "Nobody is given the role operator"],
    [{ role: "PCT finance" }, "organisation", "PCT finance cannot be held at X81002: it belongs to a PCT."],
    [{ organisation: "" }, "organisation", "Enter the code of an organisation"],
    [{ organisation: "X99999" }, "organisation", "The directory has no open organisation X99999."],
    [{ organisation: "X81009" }, "organisation", "The directory has no open organisation X81009."],
    [{ organisation: "X82001" }, "organisation", "You do not give posts at X82001."],
    [{ organisation: "Q99", role: "region" }, "organisation", "You do not give posts at Q99."],
    [{ from: "" }, "from", "Enter the first day, like 1/4/2008"],
    [{ from: "31/4/2008" }, "from", "31/4/2008 is not a day like 1/4/2008"],
    [{ until: "soon" }, "until", "soon is not a day like 1/4/2008"],
    [{ until: "30/4/2008" }, "until", "The last day, 30 April 2008, is before the first, 1 May 2008."],
    [{ from: "1/4/2008", until: "5/5/2008" }, "until", "The last day, 5 May 2008, is past."],
  ])("with %o is shown again with what to do, beside its field", async (wrong, field, message) => {
    const sent = await web.send("/people/invite", { ...WHO, ...POST, ...wrong }, "ann");
    expect(sent.status).toBe(422);
    expect(sent.words).toContain(message);
    expect(sent.html).toContain(`href="#${field}"`);
    if (field !== "name") expect(sent.html).toContain('value="Olive Oak"');
  });

  test("says at once all that is missing", async () => {
    const { words } = await web.send("/people/invite", {}, "ann");
    for (const message of ["Enter their name", "Enter an e-mail address", "Choose a role", "Enter the first day"]) {
      expect(words).toContain(message);
    }
  });

  test("shows its link to who made it; sent again, only the new link; withdrawn, none", async () => {
    const first = await web.send("/people/invite", { ...WHO, ...POST }, "ann");
    expect(first.status).toBe(303);
    const link = await web.visit(first.to ?? "", "ann");
    expect(link.words).toMatch(/lapses 20 May 2008, 10:00.*\/invitations\/token-\d+/);
    const person = (first.to ?? "").replace(/\/link.*/, "");
    expect((await web.visit(person, "bob")).words).toContain("Olive Oak Invited: it lapses 20 May 2008, 10:00.");
    const second = await web.send(`${person}/invite-again`, {}, "ann");
    expect((await web.visit(first.to ?? "", "ann")).words).toContain(
      "This link was used, lapsed, or another took its place.",
    );
    expect((await web.visit(second.to ?? "", "ann")).status).toBe(200);
    expect((await web.visit(`${person}/withdraw`, "ann")).words).toContain("practice manager at Causeway Surgery");
    expect((await web.send(`${person}/withdraw`, {}, "ann")).to).toBe(`${person}?done=withdrawn`);
    expect((await web.visit(second.to ?? "", "ann")).status).toBe(404);
    expect((await web.send(`${person}/withdraw`, {}, "ann")).words).toContain("They have no invitation that is open.");
    const back = await web.send(`${person}/come-back`, { ...WHO, ...POST }, "ann");
    expect(back.to).toContain(`${person}/link?token=`);
  });
});

describe("a post", () => {
  test("is given, has its days changed, and ends after its answers were checked", async () => {
    const given = await web.send("/people/mo/give", { ...POST, role: "GP lead", organisation: "X81001" }, "ann");
    expect(given.to).toBe("/people/mo?done=given");
    const { html, words } = await web.visit("/people/mo?done=given", "ann");
    expect(words).toContain(
      "Made GP lead at Riverside &lt;Surgery&gt; from 1 May 2008 with no end date Ann Administrator administrator at 5QX",
    );
    const post = /posts\/(id-\d+)\/dates/.exec(html)?.[1] ?? "";
    const at = `/people/mo/posts/${post}`;
    expect((await web.visit(`${at}/dates`, "ann")).html).toContain('value="1/5/2008"');
    expect((await web.send(`${at}/dates`, { from: "x" }, "ann")).words).toContain("x is not a day like 1/4/2008");
    expect((await web.send(`${at}/dates`, { from: "2/5/2008", until: "30/9/2008" }, "ann")).to).toBe(
      "/people/mo?done=dates",
    );
    expect((await web.send(`${at}/end`, { last: "" }, "ann")).words).toContain("Enter the last day");
    const asked = await web.send(`${at}/end`, { last: "5/5/2008" }, "ann");
    expect(asked.to).toBe(`${at}/end/check?last=2008-05-05`);
    expect((await web.visit(asked.to ?? "", "ann")).words).toContain("5 May 2008: it ends at once");
    expect((await web.visit(`${at}/end/check?last=never`, "ann")).to).toBe(`${at}/end`);
    expect((await web.send(`${at}/end/check`, { last: "4/5/2008" }, "ann")).words).toContain(
      "4 May 2008 is too long ago",
    );
    expect((await web.send(`${at}/end/check`, { last: "2008-05-05" }, "ann")).to).toBe("/people/mo?done=ended");
    expect((await web.send(`${at}/end/check`, { last: "2008-05-05" }, "ann")).words).toContain(
      "They hold no such post any more.",
    );
    expect((await web.visit("/people/mo", "ann")).words).toContain("ends after 5 May 2008");
  });

  test("of nobody's own is given by a stranger to the place", async () => {
    const sent = await web.send("/people/mo/give", { ...POST, organisation: "X82001" }, "ann");
    expect(sent.words).toContain("You do not give posts at X82001.");
  });
});

describe("an administrator's own posts", () => {
  test("are asked for, shown to the others, and count when one of them confirms", async () => {
    const own = { ...POST, role: "PCT finance", organisation: "5QX" };
    expect((await web.visit("/people/ann/give", "ann")).words).toContain("It is your own post");
    expect((await web.send("/people/ann/give", own, "ann")).to).toBe("/people/ann?done=asked");
    expect((await web.visit("/people?done=x", "ann")).words).not.toContain("To confirm");
    const { html, words } = await web.visit("/people", "bob");
    expect(words).toContain(
      "Ann Administrator asks to be PCT finance at West Fen PCT from 1 May 2008 with no end date",
    );
    const change = /href="(\/people\/ann\/changes\/[^"]+)"/.exec(html)?.[1] ?? "";
    expect((await web.visit(change, "cara")).status).toBe(404);
    expect((await web.visit(change, "finn")).status).toBe(403);
    expect((await web.send(change, { answer: "confirm" }, "ann")).words).toContain(
      "It is about yourself, or was your doing.",
    );
    expect((await web.send(change, {}, "bob")).words).toContain("Choose whether it is to count");
    expect((await web.visit("/people/ann", "bob")).words).toContain("Asked for, and not counting yet");
    expect((await web.send(change, { answer: "confirm" }, "bob")).to).toBe("/people?done=answered");
    expect((await web.visit("/people/ann", "bob")).words).toContain("PCT finance West Fen PCT (5QX)");
    expect((await web.visit(change, "bob")).status).toBe(404);
  });

  test("are told to the others, who acknowledge it; who did it does not", async () => {
    await web.send("/people/finn/give", { ...POST, role: "administrator", organisation: "5QX" }, "ann");
    const { html, words } = await web.visit("/people", "bob");
    expect(words).toContain("Finn Finance was made administrator at West Fen PCT");
    const path = [...html.matchAll(/href="(\/people\/finn\/notices\/[^"]+)"/g)][0]?.[1] ?? "";
    expect((await web.visit("/people", "ann")).html).not.toContain(path);
    expect((await web.visit(path, "eve")).status).toBe(404);
    expect((await web.send(path, {}, "ann")).words).toContain("It is about yourself, or was your doing.");
    expect((await web.visit(path, "bob")).words).toContain("Done by Ann Administrator");
    expect((await web.send(path, {}, "bob")).to).toBe("/people?done=seen");
    expect((await web.visit("/people?done=seen", "bob")).html).not.toContain(path);
    expect((await web.visit("/people/finn", "bob")).words).toContain(
      "Another administrator acknowledged what they were told Bob Administrator",
    );
  });

  test("cannot be widened where nobody else is administrator, nor given up; it is said what to do", async () => {
    const own = { ...POST, role: "region", organisation: "Q99" };
    expect((await web.send("/people/rita/give", own, "rita")).words).toContain(
      "Ask the operator to give the post with the verb people give",
    );
    expect((await web.send("/people/rita/leave", {}, "rita")).words).toContain(
      "Q99 would be without an administrator.",
    );
    const end = await web.send("/people/cara/posts/cara-post/end/check", { last: "2008-05-06" }, "rita");
    expect(end.words).toContain("5QY would be without an administrator. Make somebody else administrator there first");
    const dates = await web.send("/people/ann/posts/ann-post/dates", { from: "1/1/2008" }, "ann");
    expect(dates.to).toBe("/people/ann?done=asked");
  });
});

describe("leaving, and ways in", () => {
  test("ends access at the next request, and the way back is a new invitation", async () => {
    expect((await web.visit("/people/gina/leave", "ann")).words).toContain("locality chair at Riverside group");
    expect((await web.send("/people/gina/leave", {}, "ann")).to).toBe("/people/gina?done=left");
    expect((await web.visit("/people", "gina")).status).toBe(403);
    expect((await web.visit("/people/gina", "ann")).words).toContain("Left: every post ended at once");
    expect((await web.send("/people/gina/give", POST, "ann")).words).toContain("They are not in the service.");
    const back = await web.send("/people/gina/come-back", { ...WHO, email: "gina@example.org", ...POST }, "ann");
    expect(back.to).toContain("/people/gina/link?token=");
  });

  test("are made anew for a member, told, and not for an administrator", async () => {
    expect((await web.send("/people/mo/renew", {}, "ann")).words).toContain("Choose what is made anew");
    const sent = await web.send("/people/mo/renew", { renews: "password" }, "ann");
    expect((await web.visit(sent.to ?? "", "ann")).words).toContain("/invitations/token-");
    expect((await web.visit("/people", "bob")).words).toContain(
      "Mo Manager was given a new way in as practice manager",
    );
    const other = await web.send("/people/bob/renew", { renews: "password" }, "ann");
    expect(other.words).toContain("whoever holds the link could come in as them. Ask the operator");
    expect((await web.send("/people/mo/invite-again", {}, "ann")).words).toContain(
      "They have no invitation that is open.",
    );
  });
});
