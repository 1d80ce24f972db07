import { listSize } from "../population/lists.ts";
import type { Roll } from "../population/roll.ts";
import { type Random, random } from "../random.ts";
import type { Setting } from "../setting/fenmere.ts";
import { tableFile } from "../setting/table-file.ts";

export const INDICATOR_COLUMNS = ["practice", "period", "indicator", "numerator", "denominator"] as const;
export type IndicatorRow = Readonly<Record<(typeof INDICATOR_COLUMNS)[number], string | number>>;

/** Prescribing indicators of a quarter, such as low-cost statins out of all statins. */
export function* indicatorRows(period: string, roll: Roll, setting: Setting, seed: number): Generator<IndicatorRow> {
  const chance = random(seed, `indicators ${period}`);
  const years = Number(period.slice(0, 4)) - 2005 + (Number(period.slice(-1)) - 1) / 4;
  for (const cell of tableFile("indicators.csv")) {
    const habits = random(seed, `indicator ${cell("indicator")}`);
    for (const [at, { code }] of setting.practices.entries()) {
      const habit = habits.normal() * Number(cell("spread"));
      const denominator = chance.poisson((listSize(roll, at) * Number(cell("per_thousand"))) / 1000);
      if (denominator === 0) continue;
      const share = Number(cell("start")) + Number(cell("yearly_change")) * years + habit;
      yield {
        practice: code,
        period,
        indicator: cell("indicator"),
        numerator: part(denominator, share, chance),
        denominator,
      };
    }
  }
}

/** About that share of a number, as chance has it. */
function part(whole: number, share: number, chance: Random): number {
  const most = Math.min(Math.max(share, 0.02), 0.985);
  const spread = Math.sqrt(whole * most * (1 - most));
  return Math.max(0, Math.min(whole, Math.round(whole * most + chance.normal() * spread)));
}
