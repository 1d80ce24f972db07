import type { Setting } from "../setting/fenmere.ts";
import { tableFile } from "../setting/table-file.ts";

export const BENCHMARK_COLUMNS = ["measure", "area", "period", "value", "unit", "source"] as const;

/** What figures elsewhere are, to set the county's against. Made up like all the rest, and saying so. */
export function* benchmarkRows({ years, region, name }: Setting) {
  for (const cell of tableFile("benchmarks.csv")) {
    for (const [index, period] of years.entries()) {
      for (const [area, column] of [
        ["england", "england"],
        [region.code, "region"],
      ] as const) {
        const value = Number(cell(column)) * (1 + Number(cell("yearly_change"))) ** index;
        yield {
          measure: cell("measure"),
          area,
          period,
          value: value.toFixed(2),
          unit: cell("unit"),
          source: `Made up with the county of ${name}`,
        };
      }
    }
  }
}
