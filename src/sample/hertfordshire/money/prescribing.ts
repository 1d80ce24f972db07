import { join } from "node:path";
import { monthsOf } from "#kernel/period.ts";
import { daysOf } from "../../calendar.ts";
import { sheet } from "../../output/standing-files.ts";
import { random } from "../../random.ts";
import type { HertfordshireFounding } from "../founding.ts";
import type { FileToLoad } from "../load-files.ts";
import type { ListedPractice } from "../practices.ts";
import { BEFORE } from "../walk-through.ts";

const COLUMNS = ["practice", "month", "items", "actual_cost"] as const;

/** Pounds a prescribing unit a year, and pounds an item. Stated in hertfordshire-2013 ¶money-1. */
const UNIT_COST = 36;
const ITEM_COST = 8.2;

/** What practices' prescriptions came to in the year before, and the file that says so. */
export interface MadePrescribing {
  readonly file: FileToLoad;
  /** Pounds by practice. */
  readonly spend: ReadonlyMap<string, number>;
}

/** Makes a year of prescribing: prescribing units of the real list at a stated cost, with each practice's own thrift. */
export function writePrescribing(
  { folder, seed }: HertfordshireFounding,
  practices: readonly ListedPractice[],
): MadePrescribing {
  const chance = random(seed, "prescribing");
  const rows = practices.flatMap(({ code, units }) => {
    const thrift = chance.gamma(200);
    return monthsOf(BEFORE).map((month) => {
      const share = daysOf(month).length / 365;
      const cost = (units / 1_000_000) * UNIT_COST * share * thrift * chance.gamma(2_000);
      return { practice: code, month, items: Math.round(cost / ITEM_COST), actual_cost: cost.toFixed(2) };
    });
  });
  sheet(folder, "prescribing.csv", COLUMNS, rows);
  const spend = new Map<string, number>();
  for (const { practice, actual_cost } of rows) {
    spend.set(practice, (spend.get(practice) ?? 0) + Number(actual_cost));
  }
  return { file: { path: join(folder, "prescribing.csv"), batch: "made prescribing", madeUp: true }, spend };
}
