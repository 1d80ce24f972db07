import { dayText } from "../calendar.ts";
import { BANDS } from "../setting/bands.ts";
import type { Setting } from "../setting/fenmere.ts";
import type { Population } from "./population.ts";
import type { Roll } from "./roll.ts";

export const LIST_COLUMNS = ["practice", "as_at", "sex", "age_band", "patients"] as const;
export type ListRow = Readonly<Record<(typeof LIST_COLUMNS)[number], string | number>>;

/** Registered patients of every practice by sex and age band; a practice without any has no rows. */
export function* listRows(roll: Roll, { sex }: Population, { practices }: Setting): Generator<ListRow> {
  for (const [at, { code }] of practices.entries()) {
    if (listSize(roll, at) === 0) continue;
    const counts = counted(roll.people.subarray(roll.starts[at], roll.starts[at + 1]), roll.bands, sex);
    for (const [place, patients] of counts.entries()) {
      const [ofSex, band] = [Math.floor(place / BANDS.length), place % BANDS.length];
      yield { practice: code, as_at: dayText(roll.on), sex: ofSex + 1, age_band: BANDS[band] ?? "", patients };
    }
  }
}

/** Men by age band, then women. */
function counted(people: Int32Array, bands: Uint8Array, sex: Uint8Array): Int32Array {
  const counts = new Int32Array(2 * BANDS.length);
  for (const person of people) {
    const place = ((sex[person] as number) - 1) * BANDS.length + (bands[person] as number);
    counts[place] = (counts[place] as number) + 1;
  }
  return counts;
}

/** How many are on a practice's list. */
export function listSize({ starts }: Roll, practice: number): number {
  return (starts[practice + 1] as number) - (starts[practice] as number);
}
