import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { day } from "#kernel/period.ts";
import { type ExampleDesk, openExampleDesk } from "../examples/example-desk.ts";

let desk: ExampleDesk;
beforeAll(async () => {
  desk = await openExampleDesk();
});
afterAll(() => desk.record.close());

const interest = (more: Readonly<Record<string, string>> = {}) => ({
  ...{ kind: "financial", organisation: "X81001", body: "", what: "Partner since 2004", from: "1/4/2004", until: "" },
  ...more,
});
const gift = {
  ...{ kind: "hospitality", what: "Dinner, ask ann@example.org", giver: "=HYPERLINK(1)", value: "25.00" },
  ...{ answer: "accepted", on: "1/5/2008", why: "A conference" },
};

describe("declaring", () => {
  test("an interest shows it to its owner, and what it keeps them from", async () => {
    const { web, wiring } = desk;
    expect((await web.visit("/interests", "director")).words).toContain("You have not confirmed your declarations yet");
    expect((await web.send("/interests/declare", interest(), "director")).to).toBe("/interests?done=interest");
    const { words } = await web.visit("/interests", "director");
    expect(words).toContain("Ash Surgery (X81001)");
    expect(words).toContain("Partner since 2004");
    const bars = await wiring.interests.barsOf("director", day("2008-05-06"));
    expect(bars).toMatchObject([{ organisation: "X81001", rule: expect.stringContaining("003 ¶2.2.2-6") }]);
  });

  test("what is wrong is said beside its field, and nothing entered is lost", async () => {
    const wrong = interest({ organisation: "X99999", from: "31/2/2008", what: "Mine" });
    const { status, html, words } = await desk.web.send("/interests/declare", wrong, "director");
    expect(status).toBe(422);
    expect(words).toContain("The directory has no organisation X99999");
    expect(html).toContain('href="#from"');
    expect(html).toContain('value="Mine"');
  });

  test("a gift, and confirming, which is then due again after a year", async () => {
    const { web, on } = desk;
    expect((await web.send("/interests/gift", gift, "director")).to).toBe("/interests?done=gift");
    expect((await web.send("/interests", { nothing: "yes" }, "director")).status).toBe(422);
    expect((await web.send("/interests", { nothing: "no" }, "director")).to).toBe("/interests?done=confirmed");
    expect((await web.visit("/interests", "director")).words).toContain("Nothing is due.");
    on(day("2009-05-06"));
    expect((await web.visit("/interests", "director")).words).toContain("due again since 6 May 2009");
    on(day("2008-05-06"));
  });

  test("is amended and ended by its owner, and is not there for anybody else", async () => {
    const { web } = desk;
    await web.send("/interests/declare", interest({ organisation: "", body: "Fen Trust", what: "Trustee" }), "lead");
    const mine = /\/interests\/(declaration-\d+)\/amend/.exec((await web.visit("/interests", "lead")).html)?.[1];
    const amending = interest({ organisation: "RX9", what: "Adviser" });
    expect((await web.send(`/interests/${mine}/amend`, amending, "manager")).status).toBe(404);
    expect((await web.visit(`/interests/${mine}/end`, "director")).status).toBe(404);
    expect((await web.send(`/interests/${mine}/amend`, amending, "lead")).to).toBe("/interests?done=amended");
    expect((await web.visit("/interests", "lead")).words).toContain("Fen Hospital (RX9)");
    expect((await web.send(`/interests/${mine}/end`, { last: "1/6/2008" }, "lead")).status).toBe(422);
    expect((await web.send(`/interests/${mine}/end`, { last: "5/5/2008" }, "lead")).status).toBe(303);
    expect(await desk.wiring.interests.barsOf("lead", day("2008-05-05"))).toHaveLength(1);
    expect(await desk.wiring.interests.barsOf("lead", day("2008-05-06"))).toEqual([]);
  });

  test("needs a post", async () => {
    expect((await desk.web.visit("/interests")).status).toBe(403);
  });
});

describe("the register", () => {
  test("is open to anybody, by name and role, without those whose role is not published and without addresses", async () => {
    await desk.web.send("/interests/declare", interest({ what: "Shareholder" }), "manager");
    const { status, words } = await desk.web.visit("/interests/register/5QX");
    expect(status).toBe(200);
    expect(words).toContain("Sam director");
    expect(words).toContain("PCT director, West Fen PCT");
    expect(words).toContain("GP lead, Ash Surgery");
    expect(words).not.toContain("Sam manager");
    expect(words).not.toContain("Shareholder");
    expect(words).not.toContain("ann@example.org");
    expect(words).not.toContain("Redact");
  });

  test("of a place has nobody of another, and there is one for PCTs only", async () => {
    const { words } = await desk.web.visit("/interests/register/5QY");
    expect(words).toContain("Sam elsewhere");
    expect(words).not.toContain("Sam director");
    expect((await desk.web.visit("/interests/register/X81001")).status).toBe(404);
  });

  test("shows what is not published to the directors of the place, and to those of no other", async () => {
    expect((await desk.web.visit("/interests/register/5QX", "second-director")).words).toContain("Shareholder");
    const { words } = await desk.web.visit("/interests/register/5QX", "elsewhere");
    expect(words).not.toContain("Shareholder");
    const file = await desk.web.visit("/interests/register/5QX?part=others&csv=interests", "elsewhere");
    expect(file.html).not.toContain("Shareholder");
  });

  test("is a file without formulas, of what the page shows", async () => {
    const { html, type } = await desk.web.visit("/interests/register/5QX?csv=gifts");
    expect(type).toContain("text/csv");
    expect(html).toContain("'=HYPERLINK(1),25.00,Accepted,2008-05-01");
    expect(html).toContain("(e-mail address left out)");
  });

  test("has a field redacted for a reason by another director, for all to see that it is, and lifted again", async () => {
    const { web, record } = desk;
    const shown = await web.visit("/interests/register/5QX", "second-director");
    const path = /\/interests\/register\/5QX\/director\/declaration-0\/redact/.exec(shown.html)?.[0] ?? "";
    expect((await web.visit(path, "elsewhere")).status).toBe(403);
    expect((await web.visit(path.replace("5QX", "5QY"), "elsewhere")).status).toBe(404);
    expect((await web.send(path.replace("5QX", "5QY"), { field: "what", reason: "safety" }, "elsewhere")).status).toBe(
      404,
    );
    expect((await web.send(path, { field: "what", reason: "safety" }, "director")).status).toBe(422);
    expect((await web.send(path, { field: "what", reason: "safety" }, "second-director")).status).toBe(303);
    const { words } = await web.visit("/interests/register/5QX");
    expect(words).toContain("Redacted: for somebody's safety");
    expect(words).not.toContain("Partner since 2004");
    expect(await record.history({ type: "field-redacted", limit: 1 })).toMatchObject([{ actor: "second-director" }]);
    await web.send(path, { field: "what", reason: "lift" }, "second-director");
    expect((await web.visit("/interests/register/5QX")).words).toContain("Partner since 2004");
  });

  test("says so where words were erased, and the record stays whole", async () => {
    const { record, wiring, web } = desk;
    const [first] = await wiring.interests.wordsKept();
    await record.eraseText({ hash: first?.hash ?? "", actor: "operator", at: new Date("2008-05-06T10:00:00Z") });
    expect((await web.visit("/interests/register/5QX")).words).toContain("Erased, since it had been kept for its time");
    expect((await record.verify()).faults).toEqual([]);
  });
});
