import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { activityDatasets } from "#features/activity/index.ts";
import { budgetsBefore, envelopes } from "#features/budgets/index.ts";
import { memberships, organisations, participation } from "#features/organisations/index.ts";
import { need, registeredListDataset } from "#features/populations/index.ts";
import { type Engine, openEngine } from "#platform/engine/index.ts";
import { type Lake, loadsReadModel, openLake, type Report } from "#platform/lake/index.ts";
import type { Record as PeoplesRecord } from "#platform/record/index.ts";
import { testRecord } from "#platform/record/testing.ts";
import type { Fault } from "./activity/dirt.ts";
import { makeCounty } from "./county.ts";

const MONTHS = ["2006-12", "2007-11"];
const STANDING = [
  ...["organisations", "memberships", "participation", "lists", "need", "envelope", "budgets-before"],
  ...["prices-admitted", "prices-outpatient", "prices-emergency", "market-forces"],
  ...["costed", "prescribing", "prevalence", "qof", "indicators", "benchmarks"],
];
const DATASETS = [organisations, memberships, participation, need, registeredListDataset, ...activityDatasets];

const EVERYWHERE = {
  "unknown-practice": ["unknown-practice"],
  "practice-closed": ["closed-practice"],
  "practice-in-no-pct": ["closed-practice"],
  "unknown-provider": ["unknown-provider"],
  repeated: ["duplicate"],
  "wrong-patient": ["invalid-nhs-number"],
  "wrong-age": ["born-after-event", "age-out-of-range"],
  "wrong-sex": ["sex-out-of-range"],
} as const satisfies Readonly<Record<string, readonly Fault[]>>;

/** What a load finds where rows were spoilt in some way. Codes of the right form that no price list has show when pricing. */
const FOUND: Readonly<Record<"spells" | "attendances" | "emergency", Readonly<Record<string, readonly Fault[]>>>> = {
  spells: {
    ...EVERYWHERE,
    "no-admitted_on": ["null-date"],
    "wrong-discharged_on": ["impossible-date"],
    "discharge-before-admission": ["discharge-before-admission"],
    "overlapping-stay": ["overlap"],
    "wrong-hrg": ["malformed-hrg"],
    "wrong-diagnoses": ["malformed-diagnosis"],
    "wrong-procedures": ["malformed-procedure"],
    "wrong-admission_method": ["code-out-of-range"],
  },
  attendances: {
    ...EVERYWHERE,
    "no-attended_on": ["null-date"],
    "wrong-attended_on": ["impossible-date"],
    "wrong-first_attendance": ["code-out-of-range"],
  },
  emergency: {
    ...EVERYWHERE,
    "no-arrived_on": ["null-date"],
    "wrong-arrived_on": ["impossible-date"],
    "wrong-department_type": ["code-out-of-range"],
  },
};

let folder: string;
let engine: Engine;
let record: PeoplesRecord;
let lake: Lake;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "chilford-county-load-"));
  makeCounty({ seed: 6, folder: join(folder, "in"), scale: 0.3 });
  engine = await openEngine({ folders: [folder], threads: 2 });
  record = await testRecord([loadsReadModel]);
  const datasets = [...DATASETS, envelopes, budgetsBefore];
  lake = openLake({ engine, record, root: join(folder, "data"), key: join(folder, "key"), datasets });
});
afterAll(async () => {
  engine.close();
  await record.close();
  rmSync(folder, { recursive: true });
});

/** Loads a file of the county with what its sender says it holds. */
async function loaded(path: string): Promise<Report> {
  const outcome = await lake.load({
    file: join(folder, "in", path),
    status: "final",
    actor: "sample",
    at: new Date("2008-05-01T09:00:00Z"),
    madeUp: true,
    says: saidOf(path),
  });
  if (outcome.kind !== "published") throw new Error(`${path}: ${JSON.stringify(outcome)}`);
  return outcome.report;
}

function linesOf(path: string): readonly (readonly string[])[] {
  const text = readFileSync(join(folder, "in", path), "utf8").trimEnd();
  return text
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
}

function saidOf(path: string) {
  const [, rows, column = "", sum = ""] = linesOf("controls.csv").find(([file]) => file === path) ?? [];
  return { rows: Number(rows), sums: column === "" ? {} : { [column]: sum } };
}

/** How many rows of a file were spoilt in some ways. */
function spoilt(path: string, ...faults: readonly Fault[]): number {
  return linesOf("dirt.csv").filter(([file, , fault]) => file === path && faults.includes(fault as Fault)).length;
}

describe("the county, loaded as real files are", () => {
  test("gives directory, lists, need, prices and money without a finding, and with their control totals", async () => {
    for (const name of STANDING) {
      const { rows, findings, totals } = await loaded(`${name}.csv`);
      expect([name, findings, rows.flagged, rows.rejected]).toEqual([name, [], 0, 0]);
      expect(
        totals.every(({ agrees }) => agrees),
        name,
      ).toBe(true);
    }
  });

  test.each(MONTHS)("gives referrals of %s without a finding", async (month) => {
    expect((await loaded(`referrals/${month}.csv`)).findings).toEqual([]);
  });

  const cases = MONTHS.flatMap((month) => Object.keys(FOUND).map((dataset) => [dataset, month] as const));
  test.each(cases)("shows just the dirt that was put in %s of %s", async (dataset, month) => {
    const path = `${dataset}/${month}.csv`;
    const { findings, totals } = await loaded(path);
    expect(totals.every(({ agrees }) => agrees)).toBe(true);
    const found = Object.fromEntries(findings.map(({ code, rows }) => [code, rows]));
    const put = Object.entries(FOUND[dataset as keyof typeof FOUND]).map(([code, faults]) => {
      // Of two stays that overlap both are marked.
      return [code, spoilt(path, ...faults) * (code === "overlapping-stay" ? 2 : 1)] as const;
    });
    expect(found).toEqual(Object.fromEntries(put.filter(([, rows]) => rows > 0)));
  });
});
