import type { CountedFinding } from "../reading/finding-words.ts";
import type { FigureTable } from "./figure-table.tsx";

/** Why rows were rejected or flagged, with what to do about it. */
export function findingsTable(findings: readonly CountedFinding[], caption: string): FigureTable<CountedFinding> {
  return {
    id: "findings",
    caption,
    counted: ["reason", "reasons"],
    rows: findings,
    rowKey: ({ column, what, weight }) => `${column} ${what} ${weight}`,
    columns: [
      { ...{ key: "column", heading: "Column", is: "text" }, value: ({ column }) => column ?? "whole row" },
      { ...{ key: "what", heading: "What was found", is: "text", sorts: false }, value: ({ what }) => what },
      { ...{ key: "rows", heading: "Rows", is: "count" }, value: ({ rows }) => rows },
      { ...{ key: "weight", heading: "Fate", is: "text" }, value: ({ weight }) => FATE[weight] },
      { ...{ key: "todo", heading: "What to do", is: "text", sorts: false }, value: ({ todo }) => todo || undefined },
    ],
  };
}

/** What became of rows in which something was found. */
export const FATE = { reject: "rejected", flag: "kept and flagged" } as const;
