import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BudgetRun, firstBrokenPointer, type PracticeBudget } from "#features/budgets/rules/budget-run.ts";
import { canonicalJson } from "#features/budgets/rules/canonical-json.ts";
import { firstUnsound } from "#kernel/explanation.ts";
import { monthsOf } from "#kernel/period.ts";
import { EVERYWHERE } from "#platform/access/sight.ts";
import type { ListedLoad } from "#platform/lake/index.ts";
import { testRecord } from "#platform/record/testing.ts";
import { foundHertfordshire } from "#sample/hertfordshire/found-hertfordshire.ts";
import { FOLLOW_UPS } from "#sample/hertfordshire/made/attendances.ts";
import { ATTENDANCES_AN_ADMISSION } from "#sample/hertfordshire/made/emergencies.ts";
import { monthlyTotals } from "#sample/hertfordshire/made/monthly-totals.ts";
import { FINANCE } from "#sample/hertfordshire/people.ts";
import { listedPractices } from "#sample/hertfordshire/practices.ts";
import { AS_AT, BEFORE, DAYS, PCT, YEAR } from "#sample/hertfordshire/walk-through.ts";
import { madeCare, settings } from "./counted.ts";
import { isThere, openWorld, READ_MODELS, SHARED } from "./world.ts";

const KEY = { pct: PCT, year: YEAR };
const LOCALITIES = ["5CP", "5GG", "5GH", "5GJ", "5GK", "5GV", "5GW", "5GX"];
const MINUTES = 60_000;

const DOCUMENT = readFileSync(join(import.meta.dirname, "../../docs/real-input.md"), "utf8");
const pounds = (pence: number): string => (pence / 100).toLocaleString("en-GB", { minimumFractionDigits: 2 });

let root: string;
let world: Awaited<ReturnType<typeof openWorld>>;
let run: BudgetRun;
let loads: readonly ListedLoad[];
let heads: number;

const loadOf = (fileName: string): ListedLoad | undefined => loads.find((load) => load.fileName === fileName);
const budgetOf = (practice: string): PracticeBudget | undefined => run.practices.find(({ code }) => code === practice);
const cautioned = (words: string): readonly string[] =>
  run.practices.filter(({ cautions }) => cautions.some((caution) => caution.startsWith(words))).map(({ code }) => code);

// Skipped where the public data is not there: it lies in ../shared/data, or where CHILFORD_SHARED_DATA says.
describe.skipIf(!isThere)(
  `Hertfordshire's public files (${isThere ? "found" : "absent, so skipped"}: ${"../shared/data"})`,
  () => {
    beforeAll(async () => {
      root = mkdtempSync(join(tmpdir(), "chilford-real-input-"));
      world = await openWorld(await testRecord(READ_MODELS), root);
      await foundHertfordshire({ ...world, seed: 2013, tell: () => undefined });
      loads = await world.lake.loads({ sight: EVERYWHERE });
      const [latest] = await world.book.versions(KEY);
      run = world.book.run(latest?.resultHash ?? "");
      heads = (await listedPractices(world)).reduce((sum, { list }) => sum + list.patients, 0);
    }, 10 * MINUTES);
    afterAll(async () => {
      world.engine.close();
      await world.record.close();
      rmSync(root, { recursive: true });
    });

    describe("as organisations", () => {
      test("give 134 practices with registered patients, 133 of them general practices and one in a prison", async () => {
        expect(run.practices).toHaveLength(134);
        const found = await settings(world, run.practices);
        expect(found.filter(({ setting }) => setting === "4")).toHaveLength(133);
        expect(found.filter(({ setting }) => setting !== "4")).toEqual([{ code: "Y03438", setting: "25" }]);
      });

      test("give eight management localities from the PCTs of 1 April 2006, and four practices in none", async () => {
        const directory = await world.directory();
        const localities = Map.groupBy(run.practices, ({ code }) => directory.parentOf(code, "locality", AS_AT));
        const none = localities.get(undefined) ?? [];
        expect([...localities.keys()].filter((code) => code !== undefined).toSorted()).toEqual(LOCALITIES);
        expect(none.map(({ code }) => code)).toEqual(["Y01924", "Y02638", "Y02639", "Y03438"]);
        expect(LOCALITIES.map((code) => localities.get(code)?.length)).toEqual([9, 8, 21, 23, 9, 28, 19, 13]);
      });
    });

    describe("as files", () => {
      test("are loaded whole where they are tables of the public, and nothing in them is found wanting", () => {
        const whole = loads.filter(({ madeUp }) => !madeUp);
        expect(whole).toHaveLength(19);
        for (const { fileName, rows, found } of whole) {
          expect([fileName, rows.rejected, found]).toEqual([fileName, 0, []]);
          expect(rows.accepted).toBe(rows.read);
        }
        expect(loadOf("epraccur.csv")?.rows.read).toBe(14_303);
        expect(loadOf("epcmem.csv")?.rows.read).toBe(47_822);
        expect(loadOf("Patient_List_Size_2014_01-03.csv")?.rows.read).toBe(9_526);
      });

      test("of artificial hospital records are loaded as they are, with every row accepted or rejected for a reason", () => {
        const counts = ["apc_0102", "op_0304", "ae_0708"].map((name) => loadOf(`artificial_hes_${name}.csv`)?.rows);
        expect(counts).toEqual([
          { read: 2_075, accepted: 1_937, flagged: 1_422, rejected: 138 },
          { read: 1_000, accepted: 985, flagged: 262, rejected: 15 },
          { read: 1_000, accepted: 940, flagged: 205, rejected: 60 },
        ]);
      });

      test("say which other year they stand for, and what is made says that it is", () => {
        const standIns = new Map(loads.map(({ fileName, standIn }) => [fileName, standIn]));
        expect(standIns.get("2023_2024.csv")).toContain("stands for 2012/13 and 2013/14");
        expect(standIns.get("admitted-patient-care-2018-19.csv")).toContain("stand for 2013/14");
        expect(standIns.get("spells-2011-12.csv")).toContain("2012-10 to 2013-03, which stand for 2011-10 to 2012-03");
        expect(standIns.get("spells-2012-13.csv")).toBe(null);
        const made = loads.filter(({ batch }) => batch.includes("made"));
        expect(made).toHaveLength(9);
        expect(made.every(({ madeUp }) => madeUp)).toBe(true);
      });
    });

    describe("as need", () => {
      test("weigh 107 practices by their component, 26 by Carr-Hill and one by the mean of the PCT, each saying so", () => {
        const carrHill = cautioned("The need source does not list this practice: its Carr-Hill ratio stands in.");
        const mean = cautioned("No need source lists this practice or its locality: the mean of the PCT stands in.");
        expect([carrHill.length, mean]).toEqual([26, ["Y03438"]]);
        expect(cautioned("No need source lists this practice: the mean of its locality")).toEqual([]);
        expect(run.practices.length - carrHill.length - mean.length).toBe(107);
      });

      test("warn at every practice that list and need are of another time", () => {
        expect(cautioned("The list of 2013-04-01 stands in for that of 2012-10-01.")).toHaveLength(134);
        const warned = run.practices.filter(({ cautions }) =>
          cautions.some((caution) => caution.endsWith("Need of 2023/24 stands in for that of 2013/14.")),
        );
        expect(warned).toHaveLength(134);
      });
    });

    describe("as care made to real totals", () => {
      test("come to the PCT's monthly return exactly, October to March standing for the year before", async () => {
        const totals = monthlyTotals(SHARED, PCT);
        const earlier = monthsOf(BEFORE).slice(6);
        const made = await madeCare(world);
        const wanted = run.months.map((month, at) => {
          const own = totals.get(at < 6 ? (earlier[at] ?? month) : month);
          return {
            month,
            ordinary: own?.ordinary,
            day_cases: own?.dayCases,
            non_elective: own?.nonElective,
            first_attendances: own?.firstAttendances,
            follow_ups: Math.round((own?.firstAttendances ?? 0) * FOLLOW_UPS),
            emergency: Math.round((own?.nonElective ?? 0) * ATTENDANCES_AN_ADMISSION),
          };
        });
        expect(made).toEqual(wanted);
        const sum = (of: "ordinary" | "day_cases" | "non_elective" | "first_attendances") =>
          made.reduce((all, row) => all + row[of], 0);
        expect([sum("ordinary"), sum("day_cases"), sum("non_elective"), sum("first_attendances")]).toEqual([
          32_165, 108_867, 98_744, 330_429,
        ]);
      });

      test("have nobody in two beds at once", () => {
        expect(["spells-2011-12.csv", "spells-2012-13.csv"].map((name) => loadOf(name)?.rows.flagged)).toEqual([0, 0]);
      });
    });

    describe("as budgets", () => {
      test("keep the envelope to the penny: practices and held lines come to it, in all and line by line", () => {
        const { envelope, devolved, budgets, held, unallocated, lines } = run.position;
        expect([devolved, budgets + held, unallocated]).toEqual([envelope, envelope, 0]);
        expect(run.practices.reduce((sum, { budget }) => sum + budget, 0)).toBe(budgets);
        for (const { line, amount, practices, held: kept } of lines)
          expect([line, practices + kept]).toEqual([line, amount]);
      });

      test("explain each of their figures down to a file", () => {
        const figures = [...run.position.figures, ...run.practices.flatMap((practice) => practice.figures)];
        expect(figures.map(firstUnsound).filter((unsound) => unsound !== undefined)).toEqual([]);
        expect(firstBrokenPointer(run)).toBe(undefined);
        expect(budgetOf("E82006")?.figures.map(({ id }) => id)).toContain("budget");
      });

      test("come out in the same bytes when worked out again", async () => {
        const again = await world.office.work(KEY, AS_AT, { actor: FINANCE, at: world.at(DAYS.today), sight: [PCT] });
        expect("run" in again && canonicalJson(again.run)).toBe(canonicalJson(run));
      });

      test("come to the figures that docs/real-input.md quotes", () => {
        const { envelope, budgets, held, lines } = run.position;
        const acute = lines.find(({ line }) => line === "acute");
        const outside = run.practices.filter(({ fairShare }) => fairShare.state === "review-needed").length;
        const amounts = [envelope, budgets, held, acute?.amount ?? 0, acute?.held ?? 0].map(pounds);
        const patients = `${heads.toLocaleString("en-GB")} in all`;
        for (const quoted of [...amounts, `${outside} outside`, patients]) expect(DOCUMENT).toContain(quoted);
      });

      test("leave some practices outside their band, and nothing unpriced without a reason", () => {
        const outside = run.practices.filter(({ fairShare }) => fairShare.state === "review-needed");
        expect(outside.length).toBeGreaterThan(0);
        expect(outside.length).toBeLessThan(45);
        expect(run.unusedActivities).toEqual([]);
      });
    });
  },
);
