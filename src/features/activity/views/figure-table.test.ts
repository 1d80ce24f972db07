import { describe, expect, test } from "vitest";
import { type FigureTable, tableCsv, tableLines } from "./figure-table.tsx";

interface Line {
  readonly name: string;
  readonly rows: number;
  readonly pence: number | undefined;
}

const table: FigureTable<Line> = {
  id: "lines",
  caption: "Lines",
  counted: ["line", "lines"],
  rowKey: ({ name }) => name,
  rows: [
    { name: '=SUM(1), "x"', rows: 1200, pence: -5 },
    { name: "B", rows: 3, pence: 123_456 },
    { name: "C", rows: 0, pence: undefined },
  ],
  columns: [
    { ...{ key: "name", heading: "Name", is: "text" }, value: ({ name }) => name },
    { ...{ key: "rows", heading: "Rows", is: "count", adds: true }, value: ({ rows }) => rows },
    { ...{ key: "cost", heading: "Cost", is: "pounds", adds: true }, value: ({ pence }) => pence },
    { ...{ key: "page", heading: "Page", is: "text", only: "page" }, value: () => "never in a file" },
  ],
};

describe("a table of figures", () => {
  test("as a file has plain numbers to the penny, quotes what needs it, and starts no formula", () => {
    expect(tableCsv(table).split("\r\n")).toEqual([
      "Name,Rows,Cost (£)",
      `"'=SUM(1), ""x""",1200,-0.05`,
      "B,3,1234.56",
      "C,0,",
      "",
    ]);
  });

  test("as a file has its rows in the order asked for", () => {
    const csv = tableCsv(table, new URLSearchParams("lines-sort=-cost"));
    expect(csv.split("\r\n").map((line) => line.split(",").at(-1))).toEqual(["Cost (£)", "1234.56", "-0.05", "", ""]);
  });

  test("on a terminal has figures to the right and sums at the foot", () => {
    expect(tableLines(table)).toEqual([
      "Lines",
      "  Name           Rows    Cost £",
      '  =SUM(1), "x"  1,200     −0.05',
      "  B                 3  1,234.56",
      "  C                 0         -",
      "  Total         1,203  1,234.51",
    ]);
  });
});
