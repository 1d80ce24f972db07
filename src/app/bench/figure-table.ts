import type { Figure } from "./figures.ts";

const HEADINGS: readonly string[] = ["Figure", "Measured", "To reach", "Verdict"];

/** The figures as a table that reads well on a terminal and as Markdown. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ figure, measured, toReach = "", verdict = "" }) => [figure, measured, toReach, verdict]);
  const widths = HEADINGS.map((heading, at) => Math.max(heading.length, ...rows.map((row) => (row[at] ?? "").length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  return [line(HEADINGS), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
