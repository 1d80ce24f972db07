import type { ListedLoad } from "#platform/lake/index.ts";
import type { TitleOf } from "../reading/all-loads.ts";
import { loadPath } from "./addresses.ts";
import type { FigureTable } from "./figure-table.tsx";
import { loadNotes, monthsText } from "./load-words.ts";
import { momentText } from "./words.ts";

/** Loads with how their rows fared; read = accepted + rejected. */
export function loadsTable(loads: readonly ListedLoad[], titleOf: TitleOf, caption: string): FigureTable<ListedLoad> {
  return {
    id: "loads",
    caption,
    counted: ["load", "loads"],
    rows: loads,
    rowKey: ({ load }) => load,
    columns: [
      {
        ...{ key: "file", heading: "File", is: "text" },
        value: ({ fileName }) => fileName,
        shown: ({ fileName, load }) => <a href={loadPath(load)}>{fileName}</a>,
      },
      { ...{ key: "dataset", heading: "What it holds", is: "text" }, value: ({ dataset }) => titleOf(dataset) },
      { ...{ key: "months", heading: "Months", is: "text" }, value: ({ months }) => monthsText(months) },
      { ...{ key: "status", heading: "Status", is: "text" }, value: ({ status }) => status },
      { ...{ key: "read", heading: "Read", is: "count", adds: true }, value: ({ rows }) => rows.read },
      { ...{ key: "accepted", heading: "Accepted", is: "count", adds: true }, value: ({ rows }) => rows.accepted },
      { ...{ key: "flagged", heading: "of them flagged", is: "count", adds: true }, value: ({ rows }) => rows.flagged },
      { ...{ key: "rejected", heading: "Rejected", is: "count", adds: true }, value: ({ rows }) => rows.rejected },
      {
        ...{ key: "notes", heading: "To know", is: "text" },
        value: (load) => loadNotes(load).join(" ") || undefined,
      },
      {
        ...{ key: "at", heading: "Loaded", is: "text" },
        value: ({ at }) => at,
        shown: ({ at }) => momentText(at),
      },
      { ...{ key: "load", heading: "Load", is: "text", only: "file" }, value: ({ load }) => load },
    ],
  };
}
