import { pounds } from "#platform/web/words/amounts.ts";
import { type Heading, shownText, sumOf, type Table } from "./shown.ts";

/** A table as lines for a terminal: figures to the right, amounts to the penny, sums at the foot. */
export function tableText(table: Table): readonly string[] {
  const { columns, rows } = table;
  const body = rows.map(({ cells }) => cells.map((cell, index) => shownText(cell, { ...columns[index], pence: true })));
  const lines = [columns.map(headOf), ...body, ...foot(table)];
  const widths = columns.map((_column, index) => Math.max(...lines.map((line) => (line[index] ?? "").length)));
  return [table.caption, ...lines.map((line) => aligned(line, columns, widths))];
}

function headOf({ heading, unit }: Heading): string {
  return unit === undefined ? heading : `${heading} ${unit}`;
}

function foot(table: Table): readonly (readonly string[])[] {
  if (table.rows.length === 0 || !table.columns.some(({ adds }) => adds)) return [];
  return [
    table.columns.map(({ adds }, index) => {
      if (adds) return pounds(sumOf(table, index), { pence: true, bare: true });
      return index === 0 ? "Total" : "";
    }),
  ];
}

function aligned(line: readonly string[], columns: readonly Heading[], widths: readonly number[]): string {
  const cells = line.map((cell, index) => {
    const { figure, unit } = columns[index] ?? {};
    const width = widths[index] ?? 0;
    return figure || unit !== undefined ? cell.padStart(width) : cell.padEnd(width);
  });
  return `  ${cells.join("  ")}`.trimEnd();
}
