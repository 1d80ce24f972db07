import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordUse } from "../record/data-use.ts";
import { type ExampleRecord, fillRecord, openExampleRecord } from "../record/examples/seen-record.ts";

let example: ExampleRecord;
beforeAll(async () => {
  example = await openExampleRecord();
  await fillRecord(example);
  const at = new Date("2008-05-02T09:00:00Z");
  const use = (person: string, role: string, rows: number) =>
    recordUse(example.record, {
      ...{ what: "row-download", rows, object: "/activity/x", by: { actor: person, at } },
      person: {
        id: person,
        name: "Kim Secret",
        posts: [{ role, organisation: role.startsWith("PCT") ? "5QX" : "X81001" }],
      },
      subject: { organisation: "X81001", within: ["X81001", "G01", "5QX", "Q99"] },
    });
  await use("manager", "practice manager", 12);
  await use("manager", "practice manager", 30);
  await use("finance", "PCT finance", 7);
});
afterAll(() => example.record.close());

describe("the registers", () => {
  test("lead to each other without signing in", async () => {
    const { status, html } = await example.web.visit("/registers");
    expect(status).toBe(200);
    for (const path of ["/interests/register", "/registers/data-use", "/registers/rules", "/record/digests"]) {
      expect(html).toContain(`href="${path}"`);
      expect((await example.web.visit(path)).status).toBe(200);
    }
  });

  test("of the use of data count by organisation, role and reason, and name nobody", async () => {
    const { html, words } = await example.web.visit("/registers/data-use");
    expect(words).toContain(
      "Ash Surgery Downloaded rows of care practice manager to check what is counted against a budget 2 42",
    );
    expect(words).toContain("PCT finance to check what a PCT is charged for 1 7");
    expect(html).not.toMatch(/Kim Secret|Sam manager|Sam finance/);
    const file = await example.web.visit("/registers/data-use?csv=uses");
    expect(file.html).toContain(
      "Ash Surgery,Downloaded rows of care,practice manager,to check what is counted against a budget,2,42",
    );
  });

  test("of uses lead the officers of the PCT to by whom, the practice to what was done with its rows, and others to nothing", async () => {
    const { web } = example;
    expect((await web.visit("/registers/data-use", "finance")).html).toContain('href="/record?objects=data-access"');
    const seen = async (as: string) => (await web.visit("/record?objects=data-access", as)).words;
    expect(await seen("finance")).toContain("Sam manager");
    expect(await seen("manager")).toContain("7 rows, as PCT finance");
    for (const other of ["finance-elsewhere", "peer"]) expect(await seen(other)).toContain("Nothing found");
  });

  test("of rules show every value with its first day and source, and what was decided since", async () => {
    const { words } = await example.web.visit("/registers/rules");
    expect(words).toContain("An invitation lapses after 14 days. settled ¶people-1");
    expect(words).toContain("Set the policy on fair shares of West Fen PCT (5QX)");
    const file = await example.web.visit("/registers/rules?csv=values");
    expect(file.html.split("\r\n").length).toBeGreaterThan(30);
    expect((await example.web.visit("/registers/rules?csv=decided")).html).toContain("East Fen PCT (5QY)");
  });

  test("of heads show each month that is over", async () => {
    const { words } = await example.web.visit("/record/digests");
    expect(words).toContain("April 2008");
    expect(words).not.toContain("May 2008");
  });
});
