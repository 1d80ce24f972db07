import type { ReactNode } from "react";
import { dayInLondon } from "#kernel/period.ts";
import type { ListedLoad } from "#platform/lake/index.ts";
import { dayText, monthText } from "#platform/web/words/dates.ts";
import type { TitleOf } from "../reading/all-loads.ts";
import { loadPath } from "./addresses.ts";
import type { FigureTable } from "./figure-table.tsx";
import { loadNotes, monthsOf } from "./load-words.ts";

export interface LoadsTable {
  readonly loads: readonly ListedLoad[];
  readonly titleOf: TitleOf;
  readonly caption: string;
  /** Whether the page says of all its figures that they are made up. */
  readonly isAllMadeUp: boolean;
}

/** Loads with how their rows fared; read = accepted + rejected. */
export function loadsTable({ loads, titleOf, caption, isAllMadeUp }: LoadsTable): FigureTable<ListedLoad> {
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
        shown: (load) => <FileLink load={load} notes={loadNotes(load, isAllMadeUp)} />,
      },
      {
        ...{ key: "dataset", sorts: false, heading: "What it holds", is: "text" },
        value: ({ dataset }) => titleOf(dataset),
      },
      {
        ...{ key: "months", sorts: false, heading: "Months", is: "text" },
        value: (load) => spanCode(load),
        shown: (load) => <Months load={load} />,
      },
      { ...{ key: "status", sorts: false, heading: "Status", is: "text" }, value: ({ status }) => status },
      { ...{ key: "read", sorts: false, heading: "Read", is: "count", adds: true }, value: ({ rows }) => rows.read },
      {
        ...{ key: "accepted", sorts: false, heading: "Accepted", is: "count", adds: true },
        value: ({ rows }) => rows.accepted,
      },
      { ...{ key: "flagged", heading: "Flagged", is: "count", adds: true }, value: ({ rows }) => rows.flagged },
      { ...{ key: "rejected", heading: "Rejected", is: "count", adds: true }, value: ({ rows }) => rows.rejected },
      {
        ...{ key: "notes", heading: "To know", is: "text", only: "file" },
        value: (load) => loadNotes(load, isAllMadeUp).join(" ") || undefined,
      },
      {
        ...{ key: "at", sorts: false, heading: "Loaded", is: "text" },
        value: ({ at }) => at,
        shown: ({ at }) => dayText(dayInLondon(new Date(at))),
      },
      { ...{ key: "load", heading: "Load", is: "text", only: "file" }, value: ({ load }) => load },
    ],
  };
}

interface FileLinkProps {
  readonly load: ListedLoad;
  readonly notes: readonly string[];
}

function FileLink({ load, notes }: FileLinkProps): ReactNode {
  return (
    <>
      <a href={loadPath(load.load)}>{load.fileName}</a>
      {notes.length === 0 ? null : <span className="app-table__unit">{notes.join(" ")}</span>}
    </>
  );
}

function spanCode(load: ListedLoad): string | undefined {
  const months = monthsOf(load);
  if (months === undefined) return undefined;
  return months.first === months.last ? months.first : `${months.first} to ${months.last}`;
}

/** Each month on a line of its own, since both together are wide. */
function Months({ load }: { readonly load: ListedLoad }): ReactNode {
  const months = monthsOf(load);
  if (months === undefined) return null;
  if (months.first === months.last) return <span className="app-amount">{monthText(months.first)}</span>;
  return (
    <>
      <span className="app-amount">{monthText(months.first)}</span>{" "}
      <span className="app-amount">to {monthText(months.last)}</span>
    </>
  );
}
