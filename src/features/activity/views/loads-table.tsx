import type { ReactNode } from "react";
import { dayInLondon } from "#kernel/period.ts";
import type { ListedLoad } from "#platform/lake/index.ts";
import { dayText } from "#platform/web/words/dates.ts";
import type { TitleOf } from "../reading/all-loads.ts";
import { loadPath } from "./addresses.ts";
import type { FigureTable } from "./figure-table.tsx";
import { loadNotes, monthsText } from "./load-words.ts";

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
        shown: (load) => <FileLink load={load} />,
      },
      {
        ...{ key: "dataset", sorts: false, heading: "What it holds", is: "text" },
        value: ({ dataset }) => titleOf(dataset),
      },
      { ...{ key: "months", sorts: false, heading: "Months", is: "text" }, value: ({ months }) => monthsText(months) },
      { ...{ key: "status", sorts: false, heading: "Status", is: "text" }, value: ({ status }) => status },
      { ...{ key: "read", heading: "Read", is: "count", adds: true }, value: ({ rows }) => rows.read },
      { ...{ key: "accepted", heading: "Accepted", is: "count", adds: true }, value: ({ rows }) => rows.accepted },
      { ...{ key: "flagged", heading: "Flagged", is: "count", adds: true }, value: ({ rows }) => rows.flagged },
      { ...{ key: "rejected", heading: "Rejected", is: "count", adds: true }, value: ({ rows }) => rows.rejected },
      {
        ...{ key: "notes", heading: "To know", is: "text", only: "file" },
        value: (load) => loadNotes(load).join(" ") || undefined,
      },
      {
        ...{ key: "at", heading: "Loaded", is: "text" },
        value: ({ at }) => at,
        shown: ({ at }) => dayText(dayInLondon(new Date(at))),
      },
      { ...{ key: "load", heading: "Load", is: "text", only: "file" }, value: ({ load }) => load },
    ],
  };
}

function FileLink({ load }: { readonly load: ListedLoad }): ReactNode {
  const notes = loadNotes(load);
  return (
    <>
      <a href={loadPath(load.load)}>{load.fileName}</a>
      {notes.length === 0 ? null : <span className="app-table__unit">{notes.join(" ")}</span>}
    </>
  );
}
