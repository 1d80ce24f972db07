import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isRefused } from "#kernel/decision.ts";
import { day, financialYear } from "#kernel/period.ts";
import { openContentStore } from "#platform/files/content-store.ts";
import type { Record } from "#platform/record/record.ts";
import { testRecord } from "#platform/record/testing.ts";
import { type BudgetBook, openBudgetBook } from "./budget-book.ts";
import { exampleInput } from "./examples/example-input.ts";
import { RULES_2007 } from "./examples/example-rules.ts";
import { budgetsReadModel } from "./read-model.ts";
import { calculateBudgets } from "./rules/calculate-budgets.ts";
import { draftSummary } from "./rules/record/draft-summary.ts";

const key = { pct: "5QX", year: financialYear("2007/08") };
const by = { actor: "hari", at: new Date("2007-04-02T10:00:00Z") };
const { envelope } = exampleInput();

let record: Record;
let folder: string;
let book: BudgetBook;
beforeAll(async () => {
  record = await testRecord([budgetsReadModel]);
  folder = mkdtempSync(join(tmpdir(), "chilford-book-"));
  book = openBudgetBook(record, openContentStore(folder));
});
afterAll(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});

test("an envelope is stated, a draft made of it and issued, and the version reads the same from the files", async () => {
  const on = day("2007-04-02");
  const stated = { kind: "state-envelope", on, envelope, confirmed: [], rules: RULES_2007 } as const;
  expect(isRefused(await book.perform(key, stated, by))).toBe(false);

  const calculation = calculateBudgets(exampleInput());
  if ("refused" in calculation) throw new Error(JSON.stringify(calculation.refused));
  const { run } = calculation;
  const resultHash = book.keep(run);
  const draft = {
    id: "draft-1",
    on,
    basis: (await book.state(key)).revisions,
    fingerprints: { rulebook: "made-up" },
    rules: RULES_2007,
    resultHash,
    summary: draftSummary(run),
  };
  expect(isRefused(await book.perform(key, { kind: "make-draft", draft }, by))).toBe(false);
  const issue = {
    kind: "issue-draft",
    draft: "draft-1",
    on,
    inForceFrom: day("2007-04-01"),
    rules: RULES_2007,
  } as const;
  expect(isRefused(await book.perform(key, issue, by))).toBe(false);

  expect(await book.years("5QX", "all")).toEqual(["2007/08"]);
  expect(await book.years("5QX", "issued")).toEqual(["2007/08"]);
  expect(await book.years("5QY", "all")).toEqual([]);
  expect((await book.drafts(key)).map((each) => each.draft)).toEqual(["draft-1"]);
  const [version] = await book.versions(key);
  expect(version).toMatchObject({ version: 1, draft: "draft-1", inForceFrom: "2007-04-01", issuedBy: "hari" });
  const again = openBudgetBook(record, openContentStore(folder)).run(version?.resultHash ?? "");
  expect(again.position.unallocated).toBe(0);
  expect(book.keep(again)).toBe(resultHash);
});

test("what is refused is said, and changes nothing", async () => {
  const before = await book.versions(key);
  const issue = {
    kind: "issue-draft",
    draft: "no-such",
    on: day("2007-04-02"),
    inForceFrom: day("2007-04-01"),
    rules: RULES_2007,
  } as const;
  expect(await book.perform(key, issue, by)).toMatchObject({ refused: [{ code: "draft-unknown" }] });
  expect(await book.versions(key)).toEqual(before);
});

test("the read tables are what the events make of them", async () => {
  expect(await record.verify()).toMatchObject({ whole: true, faults: [] });
});
