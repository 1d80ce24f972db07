import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Kept } from "./manifest.ts";

const PRIVATE = { folder: 0o700, file: 0o600 } as const;
/** Lines are kept in files of about so many characters, so that a later backup finds most of them there already. */
const PART_LENGTH = 8_000_000;

/** What this program names the files it keeps, and those it has not finished. */
const OURS = /^(?:[0-9a-f]{64}|\d+-\d+\.draft)$/;

/** Where bytes of a hash lie in a backup. */
export function placeOf(folder: string, hash: string): string {
  return join(folder, "content", hash.slice(0, 2), hash);
}

const ROOM = ["content", "manifest.json", "manifest.json.draft", "making.lock"];

/**
 * Makes the folder of a backup, which nobody else may open: it holds what people wrote. Tells what is in the way where the
 * folder holds anything but a backup.
 */
export async function makeRoom(folder: string): Promise<string | undefined> {
  const other = (await readdir(folder).catch(() => [])).find((name) => !ROOM.includes(name));
  if (other !== undefined) return other;
  await mkdir(join(folder, "content"), { recursive: true, mode: PRIVATE.folder });
  return undefined;
}

/** Copies a file to a place, whole and on disk or not at all, and gives the hash of what was copied. */
export async function copyWhole(source: string, placeFor: (hash: string) => string, aside: string): Promise<Kept> {
  return writeWhole(createReadStream(source), placeFor, aside);
}

/** Keeps a file under its hash. Throws what reading it throws, such as that it is not there. */
export function keepFile(folder: string, source: string): Promise<Kept> {
  return copyWhole(source, (hash) => placeOf(folder, hash), draftIn(folder));
}

/** Keeps lines in parts, each under its hash; the same lines are cut in the same places. */
export async function keepLines(
  folder: string,
  lines: AsyncIterable<string>,
): Promise<{ readonly rows: number; readonly parts: readonly Kept[] }> {
  const parts: Kept[] = [];
  let rows = 0;
  let [waiting, length]: [string[], number] = [[], 0];
  const keep = async () => {
    const text = waiting.map((line) => `${line}\n`).join("");
    parts.push(await writeWhole(Readable.from([Buffer.from(text)]), (hash) => placeOf(folder, hash), draftIn(folder)));
    [waiting, length] = [[], 0];
  };
  for await (const line of lines) {
    rows += 1;
    waiting.push(line);
    length += line.length;
    if (length >= PART_LENGTH) await keep();
  }
  if (waiting.length > 0) await keep();
  return { rows, parts };
}

/** The lines of parts, in order. Split at line feeds alone: other signs that end a line may stand inside JSON. */
export async function* keptLines(folder: string, parts: readonly Kept[]): AsyncGenerator<string> {
  for (const { hash } of parts) {
    let rest = "";
    for await (const text of createReadStream(placeOf(folder, hash), { encoding: "utf8" })) {
      const lines = `${rest}${text}`.split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
    if (rest !== "") yield rest;
  }
}

/** Whether what is kept under a hash is there and is what it was. */
export async function isSound(folder: string, { hash, bytes }: Kept): Promise<"sound" | "missing" | "altered"> {
  const found = await stat(placeOf(folder, hash)).catch(() => undefined);
  if (found === undefined) return "missing";
  if (found.size !== bytes) return "altered";
  const sum = createHash("sha256");
  for await (const part of createReadStream(placeOf(folder, hash))) sum.update(part as Buffer);
  return sum.digest("hex") === hash ? "sound" : "altered";
}

/** Takes away what is kept and no longer named, drafts of a backup that was broken off among it. */
export async function dropOthers(folder: string, named: ReadonlySet<string>): Promise<number> {
  const room = join(folder, "content");
  let dropped = 0;
  for (const entry of await readdir(room, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || named.has(entry.name) || !OURS.test(entry.name)) continue;
    await rm(join(entry.parentPath, entry.name));
    dropped += 1;
  }
  return dropped;
}

let drafts = 0;

function draftIn(folder: string): string {
  drafts += 1;
  return join(folder, "content", `${process.pid}-${drafts}.draft`);
}

async function writeWhole(source: Readable, placeFor: (hash: string) => string, draft: string): Promise<Kept> {
  const sum = createHash("sha256");
  let bytes = 0;
  const measure = new Transform({
    transform: (part: Buffer, _encoding, pass) => {
      sum.update(part);
      bytes += part.length;
      pass(null, part);
    },
  });
  try {
    await pipeline(source, measure, createWriteStream(draft, { mode: PRIVATE.file, flush: true }));
    const hash = sum.digest("hex");
    const place = placeFor(hash);
    await mkdir(dirname(place), { recursive: true, mode: PRIVATE.folder });
    await rename(draft, place);
    await syncFolder(dirname(place));
    return { hash, bytes };
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  await folder.sync();
  await folder.close();
}
