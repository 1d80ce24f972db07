import { firstDayOf, type Month } from "#kernel/period.ts";
import { daysOf } from "../calendar.ts";
import type { Roll } from "../population/roll.ts";
import { random } from "../random.ts";
import type { ByBand } from "../setting/bands.ts";
import type { Setting } from "../setting/fenmere.ts";

export const PRESCRIBING_COLUMNS = ["practice", "month", "items", "actual_cost"] as const;
export type PrescribingRow = Readonly<Record<(typeof PRESCRIBING_COLUMNS)[number], string | number>>;

/** Items for a person of each age band a year, made up. */
const ITEMS: ByBand = [4.8, 2.8, 3.6, 4.6, 6.6, 10.4, 17.5, 28.5, 41];
const COST_PER_ITEM = 10.9;
const YEARLY_GROWTH = { items: 0.045, cost: -0.012 };

/** Prescribing by practice and month: follows the ages on the list, with each practice's own thrift. */
export function prescribingMaker(
  setting: Setting,
  seed: number,
): (month: Month, roll: Roll) => readonly PrescribingRow[] {
  const chance = random(seed, "prescribing");
  const firstYear = Number(setting.years[0]?.slice(0, 4));
  return (month, roll) => {
    const years = Number(firstDayOf(month).slice(0, 4)) + (Number(month.slice(5)) - 4) / 12 - firstYear;
    // People fetch more before Christmas and less in its month's last days.
    const season = month.endsWith("-12") ? 1.05 : month.endsWith("-02") ? 0.98 : 1;
    return setting.practices.flatMap(({ code, need, thrift }, at) => {
      const people = roll.people.subarray(roll.starts[at], roll.starts[at + 1]);
      if (people.length === 0) return [];
      let expected = 0;
      for (const person of people) expected += ITEMS[roll.bands[person] as number] as number;
      const share = (daysOf(month).length / 365.25) * season * need ** 0.7;
      const items = Math.round(expected * share * (1 + YEARLY_GROWTH.items) ** years * chance.gamma(900));
      const each = COST_PER_ITEM * thrift * (1 + YEARLY_GROWTH.cost) ** years * chance.gamma(2_500);
      return [{ practice: code, month, items, actual_cost: (items * each).toFixed(2) }];
    });
  };
}
