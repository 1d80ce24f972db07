import { isAscii, isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { type Block, blocksOf, bytesOf, Damaged, LONGEST_LINE } from "./bytes.ts";

export type Encoding = "utf-8" | "latin-1";

/** What a look at all of a file's bytes tells before any of it is read as rows. */
export interface Scan {
  readonly kind: "text";
  /** SHA-256 of the file as it lies there. */
  readonly hash: string;
  readonly isCompressed: boolean;
  readonly encoding: Encoding;
  readonly hasMark: boolean;
  readonly lines: number;
  /**
   * Whether each line is a row by the strictest reading: one sort of line end, no blank lines, no line breaks in fields, quotes
   * only around whole fields, nothing that is not text.
   */
  readonly isPlain: boolean;
  /** Whether values may have spaces around them; known not to be so only of plain files. */
  readonly isPadded: boolean;
  readonly lineEnd: "\n" | "\r\n";
}

/** Why a file cannot be read as a table at all. */
export type Unreadable = "no-such-file" | "empty" | "damaged" | "not-a-table" | "sixteen-bit";

export type Scanned = Scan | { readonly kind: "parquet"; readonly hash: string } | { readonly kind: Unreadable };

const TAB = 9;
const SPACE = 32;
const HARD_SPACE = 0xa0;
const QUOTE = 34;
const COMMA = 44;
const RETURN = 13;
const LINE_END = 10;
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** What separates fields and rows on the way into the engine, and so may not be in them. */
const SEPARATORS = [0x1e, 0x1f];
const BINARIES = [
  [0x50, 0x4b, 3, 4],
  [0x25, 0x50, 0x44, 0x46],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0x42, 0x5a, 0x68],
  [0x28, 0xb5, 0x2f, 0xfd],
].map((start) => Buffer.from(start));

/** Reads a file through once: its hash, what it is, and whether it is a plain table. */
export async function scan(file: string): Promise<Scanned> {
  const start = await startOf(file);
  if (start === undefined) return { kind: "no-such-file" };
  if (start.length === 0) return { kind: "empty" };
  if (start.subarray(0, 4).toString("latin1") === "PAR1") return { kind: "parquet", hash: await hashOf(file) };
  const isCompressed = start[0] === 0x1f && start[1] === 0x8b;
  try {
    return await scanText(file, isCompressed);
  } catch (error) {
    if (error instanceof Damaged) return { kind: "damaged" };
    throw error;
  }
}

async function startOf(file: string): Promise<Buffer | undefined> {
  const handle = await open(file).catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of bytesOf(file, { isCompressed: false })) hash.update(piece);
  return hash.digest("hex");
}

interface Seen {
  lines: number;
  /** Lines that end with a return before the line end. */
  returns: number;
  isPlain: boolean;
  isPadded: boolean;
  /** Lines, or blocks of them, with characters beyond ASCII that are UTF-8; lines that are not UTF-8. */
  valid: number;
  invalid: number;
  hasMark: boolean;
}

async function scanText(file: string, isCompressed: boolean): Promise<Scanned> {
  const hash = createHash("sha256");
  const seen: Seen = { lines: 0, returns: 0, isPlain: true, isPadded: false, valid: 0, invalid: 0, hasMark: false };
  for await (const block of blocksOf(bytesOf(file, { isCompressed, tap: (raw) => hash.update(raw) }))) {
    const strange = block.line === 1 ? strangeStart(block.bytes) : undefined;
    if (strange !== undefined) return { kind: strange };
    note(block, seen);
  }
  return seen.lines === 0 ? { kind: "empty" } : told(seen, { hash: hash.digest("hex"), isCompressed });
}

function told(seen: Seen, known: Pick<Scan, "hash" | "isCompressed">): Scan {
  const isUniform = seen.returns === 0 || seen.returns === seen.lines;
  const isSound = seen.isPlain && isUniform && seen.invalid === 0;
  return {
    kind: "text",
    ...known,
    encoding: seen.invalid > 0 && seen.valid === 0 ? "latin-1" : "utf-8",
    hasMark: seen.hasMark,
    lines: seen.lines,
    isPlain: isSound,
    isPadded: seen.isPadded || !isSound,
    lineEnd: seen.returns > 0 ? "\r\n" : "\n",
  };
}

function note(block: Block, seen: Seen): void {
  const returns = returnsIn(block);
  if (block.line === 1) seen.hasMark = startsWith(block.bytes, MARK);
  seen.lines += block.lines;
  seen.returns += Math.max(returns, 0);
  seen.isPlain &&= isPlain(block, returns);
  seen.isPadded ||= !seen.isPlain || isPadded(block.bytes);
  countEncodings(block.bytes, seen);
}

function strangeStart(bytes: Buffer): Unreadable | undefined {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return "sixteen-bit";
  if (BINARIES.some((start) => startsWith(bytes, start))) return "not-a-table";
  const firstLine = bytes.subarray(0, Math.max(bytes.indexOf(LINE_END), 0) || bytes.length);
  return firstLine.includes(0) ? "not-a-table" : undefined;
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}

/** Returns before line ends, or -1 where there are others. A last line without an end counts as having the same. */
function returnsIn({ bytes, lines }: Block): number {
  if (!bytes.includes(RETURN)) return 0;
  let count = 0;
  for (let at = bytes.indexOf(RETURN); at !== -1; at = bytes.indexOf(RETURN, at + 1)) {
    if (bytes[at + 1] !== LINE_END) return -1;
    count += 1;
  }
  return bytes[bytes.length - 1] === LINE_END || count === lines ? count : count + 1;
}

function isPlain(block: Block, returns: number): boolean {
  const { bytes } = block;
  if (returns !== 0 && returns !== block.lines) return false;
  if (bytes.includes(0) || SEPARATORS.some((separator) => bytes.includes(separator))) return false;
  return !bytes.includes(QUOTE) ? linesAreSound(bytes) : linesAreSound(bytes) && quotesAreStrict(bytes);
}

/** Whether a space stands beside a separator, or there are other characters that look like one. */
function isPadded(bytes: Buffer): boolean {
  if (bytes.includes(TAB) || bytes.includes(HARD_SPACE)) return true;
  for (let at = bytes.indexOf(SPACE); at !== -1; at = bytes.indexOf(SPACE, at + 1)) {
    if (isEdge(bytes[at - 1]) || isEdge(bytes[at + 1])) return true;
  }
  return false;
}

function isEdge(byte: number | undefined): boolean {
  return isBoundary(byte) || byte === QUOTE;
}

/** No line is blank, or longer than any row. */
function linesAreSound(bytes: Buffer): boolean {
  for (const line of linesIn(bytes)) {
    if (line.length > LONGEST_LINE || line.length === 0 || (line.length === 1 && line[0] === RETURN)) return false;
  }
  return true;
}

/** Each pair of quotes is around a whole field, within one line. */
function quotesAreStrict(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(QUOTE); at !== -1; ) {
    const close = closingQuote(bytes, at + 1);
    if (close === -1 || !isAroundField(bytes, at, close)) return false;
    at = bytes.indexOf(QUOTE, close + 1);
  }
  return true;
}

function isAroundField(bytes: Buffer, from: number, to: number): boolean {
  const end = bytes.indexOf(LINE_END, from);
  const isWithinLine = end === -1 || end > to;
  return isWithinLine && isBoundary(bytes[from - 1]) && isBoundary(bytes[to + 1]);
}

/** A comma or a line's start or end; before and after the block there is nothing, which is one too. */
function isBoundary(byte: number | undefined): boolean {
  return byte === undefined || byte === COMMA || byte === LINE_END || byte === RETURN;
}

/** Where the quotes opened before a place close; two quotes together are one in the text. */
function closingQuote(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(QUOTE, from);
  while (at !== -1 && bytes[at + 1] === QUOTE) at = bytes.indexOf(QUOTE, at + 2);
  return at;
}

/** Counts lines that are UTF-8 beyond ASCII, and lines that are not UTF-8; a file with only the latter is in Latin-1. */
function countEncodings(bytes: Buffer, seen: Seen): void {
  if (isAscii(bytes)) return;
  if (isUtf8(bytes)) {
    seen.valid += 1;
    return;
  }
  for (const line of linesIn(bytes)) {
    if (isAscii(line)) continue;
    seen[isUtf8(line) ? "valid" : "invalid"] += 1;
  }
}

function* linesIn(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(LINE_END, start);
    const end = found === -1 ? bytes.length : found;
    yield bytes.subarray(start, end);
    start = end + 1;
  }
}
