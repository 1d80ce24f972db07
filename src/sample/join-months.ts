import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { month, yearOf } from "#kernel/period.ts";

/**
 * Joins monthly files of the same form into one a financial year, `spells/2005-04.csv` and its fellows into
 * `years/spells-2005-06.csv`; other files stay as they are. Gives the paths of what there is to load.
 */
export function joinMonths(folder: string, paths: readonly string[]): readonly string[] {
  const years = Map.groupBy(paths.toSorted(), yearlyPath);
  return [...years].map(([path, months]) => {
    if (months.length === 1 && months[0] === path) return path;
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    for (const [at, each] of months.entries()) {
      const text = readFileSync(join(folder, each), "utf8");
      if (at === 0) writeFileSync(target, text);
      else appendFileSync(target, text.slice(text.indexOf("\n") + 1));
    }
    return path;
  });
}

function yearlyPath(path: string): string {
  const [, dataset, at] = /^(.+)\/(\d{4}-\d{2})\.csv$/.exec(path) ?? [];
  if (dataset === undefined || at === undefined) return path;
  return `years/${dataset}-${yearOf(month(at)).replace("/", "-")}.csv`;
}
