import { join } from "node:path";
import { activityDatasets } from "#features/activity/index.ts";
import { OPEN_DATA } from "#platform/access/sight.ts";
import { type Engine, flag, model, optional, text, whole } from "#platform/engine/index.ts";
import type { Lake } from "#platform/lake/index.ts";
import { type Draw, draw } from "../../draw.ts";
import { csvRows } from "../csv-text.ts";

/** What somebody was in hospital for, and how long that is likely to take. */
export interface Reason {
  readonly hrg: string;
  /** Days at which a stay is long for this HRG. */
  readonly trimDays: number;
  /** Whether the national figures count it as a stay of less than two days. */
  readonly isShort: boolean;
}

/** Whom a reason may be for; an HRG says so by its chapter or its name. */
export type Group = "child" | "man" | "woman";
type ByGroup = Readonly<Record<Group, Draw<Reason>>>;

/** What people are admitted for, and what is done at A&E, each as often as in the whole country. */
export interface NationalCaseMix {
  readonly ordinary: ByGroup;
  readonly dayCases: ByGroup;
  readonly nonElective: ByGroup;
  readonly emergency: Draw<string>;
}

const PRICES = activityDatasets.filter(({ table }) => table.name === "prices-admitted").map(({ table }) => table)[0];
if (PRICES === undefined) throw new TypeError("There is no dataset of prices of admitted care");

const pricedHrgs = model(new URL("../models/priced-hrgs.sql", import.meta.url), {
  reads: { prices: PRICES },
  takes: { earlier: text, later: text },
  gives: {
    hrg: text,
    name: text,
    has_day_case: flag,
    has_ordinary: flag,
    has_non_elective: flag,
    elective_trim_days: optional(whole),
    non_elective_trim_days: optional(whole),
  },
});

interface Counted {
  readonly department: string;
  readonly hrg: string;
  readonly activity: number;
}
interface Candidate extends Reason {
  readonly name: string;
  readonly weight: number;
}

/** Births and the newborn: the monthly return counts general and acute care, which leaves them out. */
const NOT_COUNTED = /^(?:N|PB)/;
const FOR_CHILDREN = /\b\d+ years and under|\bbetween \d+ and 18 years/i;
const FOR_ADULTS = /\b1[39] years and over/i;
const FOR_WOMEN = /\(female\)|\bbreast\b|\bpregnan/i;
const FOR_MEN = /\(male\)|\btransurethral prostate|\bprostate disorders|\bpenis|\btest(?:is|es|icular)|\bscrot/i;
const UNKNOWN_TRIM = 5;

/** Reads the national case mix of the public cost collection, as far as both years' lists price it. */
export async function nationalCaseMix(
  { engine, lake }: { readonly engine: Engine; readonly lake: Lake },
  shared: string,
  years: { readonly earlier: string; readonly later: string },
): Promise<NationalCaseMix> {
  const files = { prices: await lake.files({ dataset: "prices-admitted", sight: OPEN_DATA }) };
  const priced = await engine.query(pricedHrgs, { files, values: years });
  const counted = nationalCounts(shared);
  const from = (
    departments: Readonly<Record<string, boolean>>,
    way: "has_day_case" | "has_ordinary" | "has_non_elective",
  ) => {
    const known = new Map(priced.filter((price) => price[way]).map((price) => [price.hrg, price]));
    const candidates = counted.flatMap(({ department, hrg, activity }): readonly Candidate[] => {
      const price = known.get(hrg);
      const isShort = departments[department];
      if (price === undefined || isShort === undefined || NOT_COUNTED.test(hrg)) return [];
      const trim = way === "has_non_elective" ? price.non_elective_trim_days : price.elective_trim_days;
      return [{ hrg, name: price.name, weight: activity, isShort, trimDays: trim ?? UNKNOWN_TRIM }];
    });
    return byGroup(candidates);
  };
  const emergency = counted.filter(({ department }) => department === "Emergency Care");
  return {
    ordinary: from({ "Elective Inpatients": false }, "has_ordinary"),
    dayCases: from({ Daycase: true }, "has_day_case"),
    nonElective: from(
      { "Non-Elective Inpatient - Long Stay": false, "Non-Elective Inpatient - Short Stay": true },
      "has_non_elective",
    ),
    emergency: draw(
      emergency.map(({ hrg }) => hrg),
      (hrg) => emergency.find((each) => each.hrg === hrg)?.activity ?? 0,
    ),
  };
}

/** What was done in the country by department and currency; counts under eight are left out by the publisher. */
function nationalCounts(shared: string): readonly Counted[] {
  return csvRows(join(shared, "ncc-2024-25", "ncc-2024-25.csv"))
    .map((cell) => ({
      department: cell("department_code"),
      hrg: cell("currency_code"),
      activity: Number(cell("activity")),
    }))
    .filter(({ activity }) => activity > 0);
}

function byGroup(candidates: readonly Candidate[]): ByGroup {
  const of = (group: Group) =>
    draw(
      candidates.filter((candidate) => isFor(candidate, group)),
      ({ weight }) => weight,
    );
  return { child: of("child"), man: of("man"), woman: of("woman") };
}

function isFor({ hrg, name }: Candidate, group: Group): boolean {
  const isChildren = hrg.startsWith("P") || FOR_CHILDREN.test(name);
  const isWomen = hrg.startsWith("M") || FOR_WOMEN.test(name);
  if (group === "child") return !(FOR_ADULTS.test(name) || isWomen);
  if (isChildren) return false;
  return group === "woman" ? !FOR_MEN.test(name) : !isWomen;
}
