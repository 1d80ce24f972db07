import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isFinancialYear } from "#kernel/period.ts";
import { type CountySummary, makeCounty } from "./county.ts";

type Row = Readonly<Record<string, string>>;

const folders: string[] = [];
let county: CountySummary;
let folder: string;

function emptyFolder(): string {
  const made = mkdtempSync(join(tmpdir(), "chilford-county-"));
  folders.push(made);
  return made;
}

beforeAll(() => {
  folder = emptyFolder();
  county = makeCounty({ seed: 1, folder, scale: 0.15 });
});
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true });
});

function rowsIn(path: string): readonly Row[] {
  const [header = "", ...lines] = readFileSync(join(folder, path), "utf8").trimEnd().split("\n");
  const columns = header.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    if (cells.length !== columns.length) throw new Error(`${path} has a row of ${cells.length} cells: ${line}`);
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""]));
  });
}

function rowsOf(dataset: string): readonly Row[] {
  return readdirSync(join(folder, dataset)).flatMap((file) => rowsIn(join(dataset, file)));
}

function sum(rows: readonly Row[], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0);
}

/** Registered patients by practice on a day. */
function listsOn(day: string): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { practice = "", as_at, patients } of rowsIn("lists.csv")) {
    if (as_at === day) sizes.set(practice, (sizes.get(practice) ?? 0) + Number(patients));
  }
  return sizes;
}

describe("the files of a county", () => {
  test("are the same byte for byte for the same seed, and differ for another", () => {
    const again = emptyFolder();
    expect(makeCounty({ seed: 1, folder: again, scale: 0.15 }).hash).toBe(county.hash);
    for (const { path, sha256 } of county.files) {
      const hash = createHash("sha256").update(readFileSync(join(again, path)));
      expect(hash.digest("hex"), path).toBe(sha256);
    }
    expect(makeCounty({ seed: 2, folder: again, scale: 0.15 }).hash).not.toBe(county.hash);
  });

  test("have the columns of the plain layouts, and nothing that would need quotes", () => {
    for (const [dataset, columns] of Object.entries(LAYOUTS)) {
      const files = county.files.filter(({ path }) => path === `${dataset}.csv` || path.startsWith(`${dataset}/`));
      expect(files.length, dataset).toBeGreaterThan(0);
      for (const { path, rows } of files) {
        const text = readFileSync(join(folder, path), "utf8");
        expect(text.slice(0, text.indexOf("\n")), path).toBe(columns);
        expect(text.split("\n").length - 2, path).toBe(rows);
        expect(text.includes('"'), path).toBe(false);
      }
    }
  });

  test("come a month at a time for hospital care and referrals, for three years", () => {
    for (const dataset of ["spells", "attendances", "emergency", "referrals"]) {
      const files = readdirSync(join(folder, dataset)).toSorted();
      expect([files.length, files[0], files.at(-1)]).toEqual([36, "2005-04.csv", "2008-03.csv"]);
    }
  });

  test("agree with their control totals", () => {
    const controls = new Map(rowsIn("controls.csv").map((row) => [row.file ?? "", row]));
    expect(controls.size).toBe(county.files.length - 4);
    for (const [file, { rows, column = "", sum: stated }] of controls) {
      const held = rowsIn(file);
      expect(held.length, file).toBe(Number(rows));
      if (column !== "") expect(sum(held, column), file).toBeCloseTo(Number(stated), 1);
    }
  });

  test("say that they are made up, and under which rules and prices they are to be read", () => {
    const about = JSON.parse(readFileSync(join(folder, "about.json"), "utf8"));
    expect(about).toMatchObject({ name: "Fenmere", rule_year: "2008/09", price_year: "2008/09", seed: 1 });
    expect(about.made_up).toMatch(/made up/);
    expect([about.rule_year, about.price_year, ...about.activity_years].every(isFinancialYear)).toBe(true);
  });
});

describe("the practices of the county", () => {
  test("have valid codes of a kind that no real practice has", () => {
    const practices = rowsIn("organisations.csv").filter(({ kind }) => kind === "practice");
    expect(practices.length).toBe(28);
    expect(practices.every(({ code }) => /^X8[12]\d{3}$/.test(code ?? ""))).toBe(true);
  });

  test("belong to two PCTs of one region, and lists add up to 200,000 at full size", () => {
    const memberships = rowsIn("memberships.csv");
    const of = (kind: string) => new Set(memberships.filter((row) => row.kind === kind).map((row) => row.organisation));
    expect([of("region").size, of("group").size, of("locality").size]).toEqual([1, 5, 5]);
    const people = [...listsOn("2005-04-01").values()].reduce((total, patients) => total + patients, 0);
    expect(Math.abs(people / county.scale / 200_000 - 1)).toBeLessThan(0.01);
  });

  test("one merges into another, to which its patients go", () => {
    const merged = rowsIn("organisations.csv").find(({ successor }) => successor !== "");
    expect(merged).toMatchObject({ code: "X82004", closed: "2007-03-31", successor: "X82001" });
    const [before, after] = [listsOn("2007-01-01"), listsOn("2007-04-01")];
    expect(after.has("X82004")).toBe(false);
    const gained = (after.get("X82001") ?? 0) - (before.get("X82001") ?? 0);
    expect(gained).toBeGreaterThan(0.9 * (before.get("X82004") ?? 0));
  });

  test("one closes and leaves no successor", () => {
    const closed = rowsIn("organisations.csv").filter((row) => row.closed !== "" && row.successor === "");
    expect(closed.map(({ code }) => code)).toEqual(["X81007"]);
    expect([listsOn("2006-04-01").has("X81007"), listsOn("2006-07-01").has("X81007")]).toEqual([true, false]);
  });

  test("one opens with patients of its neighbours, and grows", () => {
    expect(listsOn("2006-07-01").has("X81013")).toBe(false);
    const [first = 0, last = 0] = ["2006-10-01", "2008-10-01"].map((day) => listsOn(day).get("X81013"));
    expect(first).toBeGreaterThan(100);
    expect(last).toBeGreaterThan(first * 1.15);
  });

  test("one takes no part: it is in no group and no scheme, and has patients", () => {
    const inGroups = new Set(rowsIn("memberships.csv").flatMap((row) => (row.kind === "group" ? [row.member] : [])));
    const outside = [...listsOn("2008-04-01").keys()].filter((code) => !inGroups.has(code));
    expect(outside).toEqual(["X81011"]);
    expect(rowsIn("participation.csv").some(({ practice }) => practice === "X81011")).toBe(false);
  });

  test("one changes its group from one day to the next", () => {
    const changed = rowsIn("memberships.csv").filter(({ member, kind }) => member === "X82012" && kind === "group");
    expect(changed.map(({ organisation, from, until }) => [organisation, from, until])).toEqual([
      ["5ZS03", "2005-04-01", "2007-03-31"],
      ["5ZS02", "2007-04-01", ""],
    ]);
  });

  test("one is missing from the need source, whose weights keep the population of the others", () => {
    const rows = rowsIn("need.csv").filter(({ year }) => year === "2008/09");
    expect(rows.some(({ practice }) => practice === "X82007")).toBe(false);
    for (const component of new Set(rows.map((row) => row.component))) {
      const own = rows.filter((row) => row.component === component);
      expect(sum(own, "weighted_population") / sum(own, "population"), component).toBeCloseTo(1, 6);
    }
  });
});

describe("the money of the county", () => {
  test("has prices for four years, a few HRGs without any, and more for care each year", () => {
    const prices = rowsIn("prices-admitted.csv");
    expect([...new Set(prices.map((row) => row.price_year))]).toEqual(["2005/06", "2006/07", "2007/08", "2008/09"]);
    const priced = prices.filter((row) =>
      ["day_case", "ordinary_elective", "non_elective"].some((price) => row[price] !== ""),
    );
    expect(prices.length - priced.length).toBe(4 * 2);
    const level = (year: string) =>
      sum(
        priced.filter((row) => row.price_year === year),
        "non_elective",
      );
    expect(level("2008/09")).toBeGreaterThan(level("2005/06") * 1.04);
  });

  test("has an envelope for each PCT and year that covers the least scope, in whole pence", () => {
    const lines = rowsIn("envelope.csv");
    expect(lines.length).toBe(2 * 2 * 8);
    for (const service of ["acute", "prescribing", "community", "mental-health"]) {
      const own = lines.filter((row) => row.service === service);
      expect(own.length).toBe(4);
      expect(own.every(({ amount = "" }) => /^\d+000\.00$/.test(amount))).toBe(true);
    }
  });

  test("had some practices well outside their fair share the year before, and most within", () => {
    const need = new Map(
      rowsIn("need.csv").flatMap((row) =>
        row.year === "2008/09" && row.component === "acute"
          ? [[row.practice, Number(row.weighted_population)] as const]
          : [],
      ),
    );
    const before = rowsIn("budgets-before.csv").filter(
      (row) => row.year === "2007/08" && row.line === "acute" && need.has(row.practice ?? ""),
    );
    const rate = sum(before, "devolved") / before.reduce((total, row) => total + (need.get(row.practice) ?? 0), 0);
    const outside = before.filter((row) => {
      const fair = (need.get(row.practice) ?? 0) * rate;
      return Math.abs(Number(row.devolved) / fair - 1) > 0.1;
    });
    expect(outside.length).toBeGreaterThanOrEqual(4);
    expect(outside.length).toBeLessThan(before.length * 0.7);
  });
});

describe("the care of the county", () => {
  /** Months with admissions whose spells have all ended in the files: July 2005 to March 2008. */
  const LONGEST = 33;
  const inYear = (day = "") => day >= "2006-04-01" && day <= "2007-03-31";

  test("comes at about the stated rates", () => {
    const people = [...listsOn("2006-10-01").values()].reduce((total, patients) => total + patients, 0);
    const rate = (dataset: string, day: string) =>
      (rowsOf(dataset).filter((row) => inYear(row[day])).length / people) * 1000;
    expect(Math.abs(rate("spells", "discharged_on") - 200)).toBeLessThan(25);
    expect(Math.abs(rate("attendances", "attended_on") - 920)).toBeLessThan(60);
    expect(Math.abs(rate("emergency", "arrived_on") - 258)).toBeLessThan(25);
  });

  test("has more emergencies in winter than in summer, and fewer planned admissions in December", () => {
    const spells = rowsOf("spells");
    const count = (kind: string, months: readonly string[]) =>
      spells.filter(
        (row) => row.admission_method?.startsWith(kind) && months.includes(row.admitted_on?.slice(5, 7) ?? ""),
      ).length;
    expect(count("2", ["12", "01", "02"])).toBeGreaterThan(1.05 * count("2", ["06", "07", "08"]));
    expect(count("1", ["12"])).toBeLessThan(0.95 * count("1", ["11"]));
  });

  test("varies from month to month of a practice by more than chance alone", () => {
    // Without season, growth and size: months against the share of the practice in all of the month.
    const counts = new Map<string, Map<string, number>>();
    for (const { practice = "", admitted_on = "", admission_method = "" } of rowsOf("spells")) {
      if (!admission_method.startsWith("2") || !practice.startsWith("X8") || admitted_on < "2005-07-01") continue;
      const own = counts.get(practice) ?? new Map<string, number>();
      counts.set(practice, own.set(admitted_on.slice(0, 7), (own.get(admitted_on.slice(0, 7)) ?? 0) + 1));
    }
    const whole = [...counts.values()].filter((own) => own.size === LONGEST);
    const months = [...new Set(whole.flatMap((own) => [...own.keys()]))];
    const all = (month: string) => whole.reduce((total, own) => total + (own.get(month) ?? 0), 0);
    const everything = months.reduce((total, month) => total + all(month), 0);
    const chiSquare = whole.reduce((total, own) => {
      const size = [...own.values()].reduce((one, other) => one + other, 0);
      return months.reduce((rest, month) => {
        const expected = (size * all(month)) / everything;
        return rest + ((own.get(month) ?? 0) - expected) ** 2 / expected;
      }, total);
    }, 0);
    expect(chiSquare / ((whole.length - 1) * (months.length - 1))).toBeGreaterThan(1.1);
  });

  test("falls often on the same people: a fifth of emergency patients come again within the year", () => {
    const times = new Map<string, number>();
    for (const { nhs_number = "", admission_method = "", admitted_on } of rowsOf("spells")) {
      if (admission_method.startsWith("2") && inYear(admitted_on))
        times.set(nhs_number, (times.get(nhs_number) ?? 0) + 1);
    }
    const share = [...times.values()].filter((count) => count > 1).length / times.size;
    expect(share).toBeGreaterThan(0.14);
    expect(share).toBeLessThan(0.28);
  });
});

const PATIENT = "nhs_number,date_of_birth,postcode,sex";
const LAYOUTS = {
  organisations: "code,name,kind,opened,closed,successor",
  memberships: "member,organisation,kind,from,until",
  participation: "practice,scheme,from,until",
  lists: "practice,as_at,sex,age_band,patients",
  need: "practice,year,component,population,weighted_population",
  spells: `spell_id,provider,practice,${PATIENT},admission_method,patient_class,admitted_on,discharged_on,hrg,treatment_function,diagnoses,procedures`,
  attendances: `attendance_id,provider,practice,${PATIENT},attended_on,treatment_function,first_attendance,professionals,attended,referral_source,hrg`,
  emergency: `attendance_id,provider,practice,${PATIENT},arrived_on,department_type,category,hrg`,
  costed: "practice,month,service_line,provider,description,quantity,cost",
  referrals: "referral_id,practice,received_on,provider,treatment_function,source,priority",
  prescribing: "practice,month,items,actual_cost",
  prevalence: "practice,year,register,patients,list_size",
  qof: "practice,year,points",
  indicators: "practice,period,indicator,numerator,denominator",
  benchmarks: "measure,area,period,value,unit,source",
  "prices-admitted":
    "price_year,hrg,name,day_case,ordinary_elective,elective_trim_days,non_elective,non_elective_trim_days,long_stay_day,short_stay_emergency,outpatient_procedure",
  "prices-outpatient": "price_year,treatment_function,name,first_single,first_multi,follow_up_single,follow_up_multi",
  "prices-emergency": "price_year,hrg,name,type_1_2,type_3",
  "market-forces": "price_year,provider,name,factor",
};
