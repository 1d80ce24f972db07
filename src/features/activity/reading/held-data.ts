import { relative } from "node:path";
import { isMonth, type Month, monthsLater } from "#kernel/period.ts";
import type { Sight } from "#platform/access/sight.ts";
import type { Lake, ListedLoad } from "#platform/lake/index.ts";

/** What is held of a dataset that comes month by month: the loads that count, by month. */
export interface MonthlyHolding {
  readonly dataset: string;
  readonly title: string;
  readonly months: ReadonlyMap<Month, readonly ListedLoad[]>;
}

/** What is held of a dataset that comes as a whole: the loads that count, the newest first. */
export interface WholeHolding {
  readonly dataset: string;
  readonly title: string;
  readonly loads: readonly ListedLoad[];
}

/** The data behind a PCT's figures. */
export interface HeldData {
  readonly monthly: readonly MonthlyHolding[];
  readonly whole: readonly WholeHolding[];
  /** Every month from the first that anything is held of to the last. */
  readonly months: readonly Month[];
  /** All loads that count for the PCT, the newest first. */
  readonly loads: readonly ListedLoad[];
}

/** Reads what the lake holds for a PCT of what is in sight, from its list of loads and files alone. */
export async function readHeldData(lake: Lake, pct: string, sight: Sight): Promise<HeldData> {
  const loads = await lake.loads({ sight });
  const places = await Promise.all(
    lake.datasets.map(async ({ table, title, month }) => ({
      ...{ dataset: table.name, title, isMonthly: month !== undefined },
      parts: partsOf(lake, await lake.files({ dataset: table.name, sight, owners: [pct] })),
    })),
  );
  const loadsIn = (parts: readonly Part[], dataset: string) =>
    loads.filter((load) => load.dataset === dataset && parts.some(({ folder }) => folder.startsWith(`${load.load}-`)));
  const monthly = places
    .filter(({ isMonthly }) => isMonthly)
    .map(({ dataset, title, parts }): MonthlyHolding => {
      const months = [...Map.groupBy(parts, ({ month }) => month)].flatMap(([month, own]) =>
        isMonth(month) ? [[month, loadsIn(own, dataset)] as const] : [],
      );
      return { dataset, title, months: new Map(months) };
    });
  const whole = places
    .filter(({ isMonthly }) => !isMonthly)
    .map(({ dataset, title, parts }) => ({ dataset, title, loads: loadsIn(parts, dataset) }));
  const counting = new Set(places.flatMap(({ dataset, parts }) => loadsIn(parts, dataset)));
  return { monthly, whole, months: spanOf(monthly), loads: loads.filter((load) => counting.has(load)) };
}

interface Part {
  readonly month: string;
  /** Its name begins with that of the load. */
  readonly folder: string;
}

/** The lake keeps a file as `lake/<dataset>/<month>/<load>-…/<owner>.parquet`. */
function partsOf({ root }: Lake, files: readonly string[]): readonly Part[] {
  return files.map((file) => {
    const [, , month = "", folder = ""] = relative(root, file).split("/");
    return { month, folder };
  });
}

function spanOf(monthly: readonly MonthlyHolding[]): readonly Month[] {
  const held = monthly.flatMap(({ months }) => [...months.keys()]).toSorted();
  const [first, last] = [held[0], held.at(-1)];
  const span: Month[] = [];
  if (first === undefined || last === undefined) return span;
  for (let month = first; month <= last; month = monthsLater(month, 1)) span.push(month);
  return span;
}
