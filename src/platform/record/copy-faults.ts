import { type ChainFault, faultsOf } from "./chain.ts";
import { EVENTS, type Head, TEXTS } from "./copy-out.ts";
import { BEGINNING, type EventRow } from "./event.ts";
import { hashOfText } from "./texts.ts";
import type { Fault } from "./verification.ts";

/** What is wrong with a copy of the record, found from the copy alone. */
export type CopyFault =
  | ChainFault
  | Extract<Fault, { readonly kind: "altered text" }>
  /** A line that is no row: cut short, or not JSON. */
  | { readonly kind: "unreadable line"; readonly table: string; readonly line: number };

/** The rows of a copy, table by table, in the order in which they were taken. */
export interface RecordCopy {
  readonly head: Head;
  readonly tables: readonly string[];
  lines(table: string): AsyncIterable<string>;
}

/** Follows the chain of a copy and looks at every text, without a database. */
export async function copyFaults(copy: RecordCopy): Promise<readonly CopyFault[]> {
  const found = await Promise.all(
    copy.tables.map((table) => {
      if (table === EVENTS) return eventFaults(copy);
      return rowFaults(copy, table, table === TEXTS ? textFault : () => undefined);
    }),
  );
  const missing = copy.tables.includes(EVENTS) ? [] : await eventFaults({ ...copy, lines: nothing });
  return [...found.flat(), ...missing];
}

async function* nothing(): AsyncGenerator<string> {}

async function eventFaults({ head, lines }: RecordCopy): Promise<readonly CopyFault[]> {
  const faults: CopyFault[] = [];
  const versions = new Map<string, number>();
  const wrong = new Set<string>();
  let [seq, hash, line] = [0, BEGINNING, 0];
  for await (const text of lines(EVENTS)) {
    line += 1;
    const row = rowIn<EventRow>(text);
    if (row === undefined) {
      faults.push({ kind: "unreadable line", table: EVENTS, line });
      continue;
    }
    faults.push(...faultsOf({ ...row, authority: row.authority ?? null }, seq, hash));
    [seq, hash] = [row.seq, row.hash];
    const version = (versions.get(row.stream) ?? 0) + 1;
    versions.set(row.stream, version);
    if (row.version !== version) wrong.add(row.stream);
  }
  if (seq !== head.seq || hash !== head.hash) faults.push({ kind: "wrong end", expected: head.seq, found: seq });
  return [...faults, ...[...wrong].map((stream): CopyFault => ({ kind: "wrong versions", stream }))];
}

type Row = Readonly<Record<string, unknown>>;

async function rowFaults(
  { lines }: RecordCopy,
  table: string,
  faultIn: (row: Row) => CopyFault | undefined,
): Promise<readonly CopyFault[]> {
  const faults: CopyFault[] = [];
  let line = 0;
  for await (const text of lines(table)) {
    line += 1;
    const row = rowIn<Row>(text);
    const fault = row === undefined ? ({ kind: "unreadable line", table, line } as const) : faultIn(row);
    if (fault !== undefined) faults.push(fault);
  }
  return faults;
}

function textFault({ hash, salt, body }: Row): CopyFault | undefined {
  return hashOfText(String(salt), String(body)) === hash ? undefined : { kind: "altered text", hash: String(hash) };
}

function rowIn<T extends object>(text: string): T | undefined {
  try {
    const row: unknown = JSON.parse(text);
    return typeof row === "object" && row !== null && !Array.isArray(row) ? (row as T) : undefined;
  } catch {
    return undefined;
  }
}
