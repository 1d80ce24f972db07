import { isUtf8 } from "node:buffer";
import { untamed } from "../files/csv.ts";
import { type Block, blocksOf, bytesOf, LONGEST_LINE } from "./bytes.ts";
import type { Scan } from "./scan.ts";

/** What can be wrong with a line as such. */
export type LineFault = "line-characters" | "line-length" | "line-quotes" | "line-fields";

/** A row of a file, by the line it starts on: its fields, or what is wrong with it. */
export interface FileRecord {
  readonly line: number;
  readonly raw: string;
  readonly fields: readonly string[];
  readonly fault?: LineFault;
}

/** Records that start on consecutive lines. Lines that are blank or belong to the record before start none. */
export interface RecordBlock {
  readonly line: number;
  readonly lines: number;
  readonly records: readonly FileRecord[];
}

/** How many lines one record may take. An unclosed quote then costs one line, not the rest of the file. */
const MOST_LINES = 50;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the texts may not hold
const FORBIDDEN = /[\0\x1e\x1f\uFFFD]/;

/**
 * Reads a file record by record, in the one reading of CSV that the lake holds to: quotes around whole fields may hold commas,
 * line breaks and doubled quotes; elsewhere a quote is a character like others. A line that starts what cannot be read
 * is a fault by itself, and reading goes on with the next. Blocks for which `wanted` says no are passed over unread
 * where the file is plain.
 */
export async function* recordsOf(
  file: string,
  { isCompressed, encoding, isPlain }: Pick<Scan, "isCompressed" | "encoding" | "isPlain">,
  width: number | undefined,
  wanted: (line: number, lines: number) => boolean = () => true,
): AsyncGenerator<RecordBlock> {
  let pending: readonly string[] = [];
  let last: Block | undefined;
  for await (const block of blocksOf(bytesOf(file, { isCompressed }))) {
    last = block;
    if (isPlain && !wanted(block.line, block.lines)) continue;
    const lines = [...pending, ...linesOf(block, encoding)];
    const first = block.line - pending.length;
    const { records, read } = readLines(lines, first, width, false);
    pending = lines.slice(read);
    yield { line: first, lines: read, records };
  }
  if (last === undefined || pending.length === 0) return;
  const first = last.line + last.lines - pending.length;
  yield { line: first, lines: pending.length, records: readLines(pending, first, width, true).records };
}

/** A row of a file whose words were tamed for spreadsheets, as it was before. */
export function asBefore(record: FileRecord): FileRecord {
  return { ...record, fields: record.fields.map(untamed) };
}

function linesOf({ bytes, line }: Block, encoding: Scan["encoding"]): readonly string[] {
  const text = decoded(bytes, encoding);
  const lines = (line === 1 ? text.replace(/^\uFEFF/, "") : text).split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((each) => (each.endsWith("\r") ? each.slice(0, -1) : each));
}

/** Where bytes are not what the file is said to be in, the replacement character marks them as a fault of their line. */
function decoded(bytes: Buffer, encoding: Scan["encoding"]): string {
  if (encoding === "utf-8")
    return isUtf8(bytes) ? bytes.toString("utf8") : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return new TextDecoder("windows-1252").decode(bytes);
}

interface Taken {
  readonly record?: FileRecord;
  /** How many lines it took; none where more are needed to tell. */
  readonly lines: number;
}

function readLines(lines: readonly string[], first: number, width: number | undefined, isEnd: boolean) {
  const records: FileRecord[] = [];
  let read = 0;
  while (read < lines.length) {
    const taken = take(lines, read, first + read, isEnd);
    if (taken.lines === 0) break;
    if (taken.record !== undefined) records.push(width === undefined ? taken.record : measured(taken.record, width));
    read += taken.lines;
  }
  return { records, read };
}

function measured(record: FileRecord, width: number): FileRecord {
  return record.fault !== undefined || record.fields.length === width ? record : { ...record, fault: "line-fields" };
}

function take(lines: readonly string[], at: number, line: number, isEnd: boolean): Taken {
  const raw = lines[at] ?? "";
  if (raw === "") return { lines: 1 };
  if (raw.length > LONGEST_LINE)
    return { record: { line, raw: raw.slice(0, 200), fields: [], fault: "line-length" }, lines: 1 };
  if (FORBIDDEN.test(raw)) return { record: { line, raw, fields: [], fault: "line-characters" }, lines: 1 };
  if (!raw.includes('"')) return { record: { line, raw, fields: raw.split(",") }, lines: 1 };
  return takeQuoted(lines, at, line, isEnd);
}

function takeQuoted(lines: readonly string[], at: number, line: number, isEnd: boolean): Taken {
  for (let count = 1; count <= MOST_LINES; count += 1) {
    const raw = lines.slice(at, at + count).join("\n");
    const fields = readable(raw);
    if (typeof fields !== "string") return { record: { line, raw, fields }, lines: count };
    const isLast = at + count === lines.length;
    if (fields === "open" && isLast && !isEnd) return { lines: 0 };
    if (fields === "broken" || isLast) break;
  }
  return { record: { line, raw: lines[at] ?? "", fields: [], fault: "line-quotes" }, lines: 1 };
}

function readable(raw: string): readonly string[] | "open" | "broken" {
  return raw.length > LONGEST_LINE || FORBIDDEN.test(raw) ? "broken" : fieldsOf(raw);
}

/** The fields of a text; or that its last quotes are still open, or that something follows quotes that have closed. */
export function fieldsOf(text: string): readonly string[] | "open" | "broken" {
  const fields: string[] = [];
  for (let at = 0; ; ) {
    const field = text[at] === '"' ? quotedField(text, at) : bareField(text, at);
    if (typeof field === "string") return field;
    fields.push(field.value);
    if (field.next > text.length) return fields;
    at = field.next;
  }
}

interface FoundField {
  readonly value: string;
  /** Where the next field starts: beyond the text's end where there is none. */
  readonly next: number;
}

function bareField(text: string, at: number): FoundField {
  const comma = text.indexOf(",", at);
  const end = comma === -1 ? text.length : comma;
  return { value: text.slice(at, end), next: end + 1 };
}

function quotedField(text: string, at: number): FoundField | "open" | "broken" {
  let close = text.indexOf('"', at + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return "open";
  if (close + 1 < text.length && text[close + 1] !== ",") return "broken";
  return { value: text.slice(at + 1, close).replaceAll('""', '"'), next: close + 2 };
}
