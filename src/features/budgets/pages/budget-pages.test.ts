import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ExampleDesk, openExampleDesk } from "../examples/example-desk.ts";
import { type ExampleWeb, issueFirst, openExampleWeb, type PersonId } from "../examples/example-web.ts";

const PCT = "/money/pct/5QX/2007-08";
const PRACTICE = "/money/practice/X81001/2007-08";
const GROUP = "/money/place/G01/2007-08";

let example: ExampleDesk;
let web: ExampleWeb;
beforeAll(async () => {
  example = await openExampleDesk();
  web = await openExampleWeb(example.desk);
});
afterAll(async () => {
  await example.close();
});

describe("before anything is issued", () => {
  test("the PCT's page teaches what will be here, and lists to finance the steps to it", async () => {
    const { status, words } = await web.visit(PCT, "finance");
    expect(status).toBe(200);
    expect(words).toContain("No budgets are issued for 2007/08 yet");
    expect(words).toContain("State the envelope To do");
    expect((await web.visit(PCT)).words).not.toContain("To do");
  });

  test("nobody but finance sees a draft, or that there is one", async () => {
    await web.send(`${PCT}/envelope`, {}, "finance");
    await web.send(`${PCT}/draft`, { id: "secret-draft", asAt: "1/4/2007" }, "finance");
    const draft = await web.visit(`${PCT}?draft=secret-draft`, "finance");
    expect(draft.words).toContain("This is draft secret-draft.");
    const hash = /\/why\/5QX\/2007-08\/([0-9a-f]{64})\//.exec(draft.html)?.[1];
    for (const person of ["region", "reader", "finance-elsewhere", "manager"] as const) {
      const page = await web.visit(PCT, person);
      expect(page.words, person).toContain("No budgets are issued for 2007/08 yet");
      expect(page.html, person).not.toContain("secret-draft");
      expect((await web.visit(`${PCT}?draft=secret-draft`, person)).status, person).toBe(404);
    }
    expect((await web.visit(PRACTICE, "manager")).words).toContain("No budgets are issued for 2007/08 yet");
    expect((await web.visit(`${PRACTICE}?draft=secret-draft`, "manager")).status).toBe(404);
    expect((await web.visit(`/why/5QX/2007-08/${hash}/practice/X81001/budget`, "manager")).status).toBe(404);
    expect((await web.visit(`/why/5QX/2007-08/${hash}/practice/X81001/budget`, "finance")).status).toBe(200);
  });
});

describe("once budgets are issued", () => {
  beforeAll(async () => {
    await issueFirst(web);
  });

  test("the PCT's page says where things stand, to the penny", async () => {
    const { words, html } = await web.visit(PCT, "finance");
    expect(words).toContain(
      "£14,702,475 is in the budgets of 5 practices and £4,347,525 is held, issued 10 May 2007 (version 1), in force from 1 April 2007; nothing is left over. 2 practices wait for a utilisation review.",
    );
    expect(words).toContain("unallocated £0.00");
    expect(words).toContain("2 of 4 practices are outside the 10% band");
    expect(words).toContain("The Limes 40.1% above its fair share, asked for on 10 May 2007, today Review needed");
    expect(words).toContain("X81004, not taking part");
    expect(words).toContain("Sample figures, made up. The Fens are made up.");
    expect(html).toContain('href="/rules?place=west-fen&amp;on=2007-04-01"');
  });

  test("the practice's page opens with its budget and leads to why", async () => {
    const { words, html } = await web.visit(PRACTICE, "manager");
    expect(words).toContain(
      "Your indicative budget for 2007/08 is £2,918,104 why is the indicative budget £2,918,104?,",
    );
    expect(words).toContain("You are 0.7% below the fair share: inside the 10% band");
    expect(words).toContain("From activity of October 2005 to September 2006 to a budget of £2,918,104");
    expect(html).toMatch(/href="\/why\/5QX\/2007-08\/[0-9a-f]{64}\/practice\/X81001\/budget"/);
    expect(html).toContain("/behind?kind=unpriced-activity");
    expect((await web.visit(PRACTICE, "peer")).words).toContain("The indicative budget of Riverside");
  });

  test("a group's page adds its members up as one practice", async () => {
    const { words } = await web.visit(GROUP, "chair");
    expect(words).toContain("Its 2 practices together have £6,407,229");
    expect(words).toContain("1 practice is outside the band around the fair share.");
    const locality = await web.visit("/money/place/L01/2007-08", "finance");
    expect(locality.words).toContain("Its 2 practices together have £5,608,207");
  });

  test("the region's page lists its PCTs", async () => {
    const { words } = await web.visit("/money/region/Q99", "region");
    expect(words).toContain("1 of 2 PCTs has issued budgets; East Fen PCT has not.");
  });

  test("names are escaped wherever they stand", async () => {
    for (const address of [PCT, PRACTICE, GROUP]) {
      const { html } = await web.visit(address, "finance");
      expect(html, address).toContain("Riverside &lt;Surgery&gt;");
      expect(html, address).not.toContain("<Surgery>");
    }
  });

  test("a table is a file too, with the same rows in the same order, and never a formula", async () => {
    const file = await web.visit(`${PCT}?practices-sort=-budget&csv=practices`, "finance");
    expect(file.type).toBe("text/csv; charset=utf-8");
    const rows = file.html.split("\r\n");
    expect(rows[0]).toContain("Practice,Budget (£),Change (£),In scope (£),Fair share (£),Distance,State");
    expect(rows[1]).toContain('"The Limes (X81002, North Fen group)",3489125.04');
    expect(file.html).toContain(`"'=Old Mill (X81003, South Fen group)"`);
    const page = (await web.visit(`${PCT}?practices-sort=-budget`, "finance")).html;
    expect(page).toContain("csv=practices");
  });

  test("money leads each to their own place, or to what they may open", async () => {
    const led = async (person?: PersonId) => (await web.visit("/money", person)).to;
    expect(await led("manager")).toBe(PRACTICE);
    expect(await led("chair")).toBe(GROUP);
    expect(await led("finance")).toBe(PCT);
    expect(await led("region")).toBe("/money/region/Q99");
    expect(await led()).toBe("/money/places");
    const places = await web.visit("/money/places");
    expect(places.words).toContain("West Fen PCT");
    expect(places.words).not.toContain("The Limes");
    expect((await web.visit("/money/places", "manager")).words).toContain("The Limes");
    expect((await web.visit("/money/open?place=X81002&year=2007-08", "manager")).to).toBe(
      "/money/practice/X81002/2007-08",
    );
  });

  const LIMITS: readonly (readonly [PersonId | undefined, string, number])[] = [
    ["manager", "/money/practice/X81002/2007-08", 200],
    ["elsewhere", PRACTICE, 403],
    ["chair", "/money/practice/X81002/2007-08", 200],
    ["chair", "/money/practice/X81003/2007-08", 403],
    ["chair", "/money/place/G02/2007-08", 403],
    ["reader", PRACTICE, 403],
    [undefined, GROUP, 403],
    ["reader", PCT, 200],
    ["region", PRACTICE, 200],
    ["finance", "/money/region/Q99", 403],
    ["finance-elsewhere", PRACTICE, 403],
    ["region", `${PCT}/envelope`, 403],
    ["manager", `${PCT}/ledger`, 403],
    ["finance-elsewhere", `${PCT}/move`, 403],
    ["manager", `${PRACTICE}/review`, 403],
    ["chair", `${PCT}/draft`, 403],
    ["region", `${PCT}/issue/first`, 403],
  ];
  test.each(LIMITS)("%s at %s gets %i", async (person, address, status) => {
    expect((await web.visit(address, person)).status).toBe(status);
  });

  test("the public sees what is issued in all, and no practice", async () => {
    const { words, html } = await web.visit(PCT, "reader");
    expect(words).toContain("£14,702,475 is in the budgets of 5 practices");
    expect(words).not.toContain("The Limes");
    expect(html).not.toContain("/why/");
    expect(words).not.toContain("Review needed");
  });

  test.each([
    "/money/practice/X99999/2007-08",
    "/money/practice/X81001/2007-09",
    "/money/pct/X81001/2007-08",
    `${PCT}?version=7`,
    "/money/practice/X81001/2030-31",
  ])("%s is not found, or teaches", async (address) => {
    const { status, words } = await web.visit(address, "finance");
    expect(status === 404 || words.includes("No budgets are issued")).toBe(true);
  });
});
