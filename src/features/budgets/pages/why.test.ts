import { afterAll, beforeAll, expect, test } from "vitest";
import type { Explanation } from "#kernel/explanation.ts";
import { financialYear } from "#kernel/period.ts";
import { type ExampleDesk, openExampleDesk } from "../examples/example-desk.ts";
import { type ExampleWeb, issueFirst, openExampleWeb } from "../examples/example-web.ts";

let example: ExampleDesk;
let web: ExampleWeb;
let hash: string;
beforeAll(async () => {
  example = await openExampleDesk();
  web = await openExampleWeb(example.desk);
  await issueFirst(web);
  const [version] = await example.desk.book.versions({ pct: "5QX", year: financialYear("2007/08") });
  hash = version?.resultHash ?? "";
});
afterAll(async () => {
  await example.close();
});

const why = (address: string) => `/why/5QX/2007-08/${hash}/${address}`;

function addressesOf(figure: Explanation, above: string): readonly string[] {
  const own = `${above}/${figure.id}`;
  return [own, ...figure.inputs.flatMap((input) => addressesOf(input, own))];
}

test("every figure of a practice has a page that says why, or leads to the one it points to", async () => {
  const run = example.desk.book.run(hash);
  const figures = run.practices.find(({ code }) => code === "X81001")?.figures ?? [];
  const addresses = figures.flatMap((figure) => addressesOf(figure, "practice/X81001"));
  expect(addresses.length).toBeGreaterThan(100);
  for (const address of addresses) {
    const page = await web.visit(why(address), "manager");
    const answer = page.to === null ? page : await web.visit(page.to, "manager");
    expect(answer.status, address).toBe(200);
    expect(answer.words, address).toContain("Work it out again");
  }
});

test("every link to why on the pages of a PCT, a group and a practice leads somewhere", async () => {
  const seen = new Set<string>();
  for (const address of ["pct/5QX", "place/G01", "place/L01", "practice/X81002", "practice/X81005"]) {
    const { html } = await web.visit(`/money/${address}/2007-08`, "finance");
    for (const [, href = ""] of html.matchAll(/href="(\/why\/[^"]+)"/g)) seen.add(href);
  }
  const ledger = await web.visit("/money/pct/5QX/2007-08/ledger", "finance");
  for (const [, href = ""] of ledger.html.matchAll(/href="(\/why\/[^"]+)"/g)) seen.add(href);
  expect(seen.size).toBeGreaterThan(120);
  for (const href of seen) {
    const page = await web.visit(href, "finance");
    expect([200, 303], href).toContain(page.status);
  }
});

test("why reads as an argument: the rule with its paragraph, the inputs, what would change it, the command", async () => {
  const { words } = await web.visit(why("practice/X81001/budget/available/acute/devolved/expected"), "manager");
  expect(words).toContain("History is the activity of the last 6 months of 2005/06 and the first 6 of 2006/07");
  expect(words).toContain("Source: 003");
  expect(words).toContain("Activity at the budget year's prices £1,320,000.00 why");
  expect(words).toContain("A correction of the activity behind it");
  expect(words).toContain(
    "script/chilford budgets explain 5QX 2007/08 practice/X81001/budget/available/acute/devolved/expected --version 1",
  );
});

test("what an input points to stands in its place and leads on to its own why", async () => {
  const { html } = await web.visit(why("practice/X81001/change"), "manager");
  expect(html).toContain(`href="${why("practice/X81001/budget")}"`);
  expect(html).toContain(`href="${why("practice/X81001/last-year")}"`);
});

test("at the leaves it leads to the activity behind", async () => {
  const address = "practice/X81001/budget/available/acute/devolved/expected/activity/earlier";
  expect((await web.visit(why(address), "manager")).html).toContain("/behind?kind=activity");
});

test("it can be kept as text", async () => {
  const { type, html } = await web.visit(`${why("practice/X81001/budget")}?as=text`, "manager");
  expect(type).toBe("text/plain; charset=utf-8");
  expect(html).toContain("Indicative budget: £2,918,103.60");
});

test("who shares in a PCT's money may follow its figures; others may not", async () => {
  expect((await web.visit(why("pct/growth"), "manager")).status).toBe(200);
  expect((await web.visit(why("pct/growth"), "chair")).status).toBe(200);
  expect((await web.visit(why("pct/growth"), "elsewhere")).status).toBe(403);
  expect((await web.visit(why("practice/X81003/budget"), "chair")).status).toBe(403);
  expect((await web.visit(why("pct/growth"), "reader")).status).toBe(403);
  const borrowed = `/why/5QX/2007-08/${hash}/practice/X82001/budget`;
  expect((await web.visit(borrowed, "elsewhere")).status).toBe(404);
});

test("a run is never served by its hash alone: it must be the PCT's and the year's that the address names", async () => {
  expect((await web.visit(`/why/5QY/2007-08/${hash}/pct/growth`, "finance-elsewhere")).status).toBe(404);
  expect((await web.visit(`/why/5QX/2006-07/${hash}/pct/growth`, "finance")).status).toBe(404);
});

test.each(["pct/none", "practice/X81001/none", "place/G01/none", "pct/line/none/held", "place/G01/toString"])(
  "%s is not found",
  async (address) => {
    expect((await web.visit(why(address), "finance")).status).toBe(404);
  },
);
