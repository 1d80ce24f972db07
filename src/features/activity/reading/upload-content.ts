import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { UploadRefusal } from "./upload-refusals.ts";

/** How far a packed file may unpack. */
export interface UnpackLimits {
  /** The most bytes it may have unpacked. */
  readonly most: number;
  /** How many times its own size it may have, beyond a size at which that can matter. */
  readonly ratio: number;
  readonly beyond: number;
}

const MEGABYTE = 1024 * 1024;

/** Real tables pack to a tenth or a twentieth; a bomb to a thousandth. */
export const UNPACK_LIMITS: UnpackLimits = { most: 1024 * MEGABYTE, ratio: 100, beyond: 10 * MEGABYTE };

/** How files of other sorts begin. A name or a declared type is never asked: both are the sender's word. */
const BEGINNINGS: readonly (readonly [start: string, refusal: UploadRefusal])[] = [
  ["504b0304", "archive"],
  ["504b0506", "archive"],
  ["504b0708", "archive"],
  ["377abcaf271c", "archive"],
  ["526172211a07", "archive"],
  ["425a68", "archive"],
  ["fd377a585a00", "archive"],
  ["28b52ffd", "archive"],
  ["d0cf11e0a1b11ae1", "workbook"],
  ["25504446", "document"],
  ["7b5c727466", "document"],
  ["89504e47", "document"],
  ["ffd8ff", "document"],
  ["47494638", "document"],
  ["7f454c46", "programme"],
  ["cafebabe", "programme"],
  ["cffaedfe", "programme"],
  ["50415245", "locked"],
  ["fffe", "sixteen-bit"],
  ["feff", "sixteen-bit"],
];
const PARQUET = Buffer.from("PAR1");
const GZIP = Buffer.from([0x1f, 0x8b]);
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const HEAD = 512;
/** Control characters that no text has: all but tab, line feed, return, and the separators that loading asks about itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what it looks for.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001d\u007f]/;

/**
 * Why a file is not one that can be loaded, by looking through all of its content; nothing where it is text, packed text
 * or Parquet. It holds no more of the file than a piece at a time, and stops at a bomb before it has gone off.
 */
export async function contentRefusal(
  file: Blob,
  limits: UnpackLimits = UNPACK_LIMITS,
): Promise<UploadRefusal | undefined> {
  const head = Buffer.from(await file.slice(0, HEAD).arrayBuffer());
  const strange = beginningRefusal(head);
  if (strange !== undefined) return strange;
  if (startsWith(head, PARQUET)) return parquetRefusal(file);
  const content = Readable.fromWeb(file.stream() as never);
  return startsWith(head, GZIP) ? packedRefusal(content, file.size, limits) : textRefusal(content);
}

function beginningRefusal(head: Buffer): UploadRefusal | undefined {
  const found = BEGINNINGS.find(([start]) => startsWith(head, Buffer.from(start, "hex")));
  if (found !== undefined) return found[1];
  if (startsWith(head, Buffer.from("MZ")) && head.includes(0)) return "programme";
  const unmarked = startsWith(head, MARK) ? head.subarray(MARK.length) : head;
  return /^\s*</.test(unmarked.toString("latin1")) ? "web-page" : undefined;
}

/** A Parquet file ends as it begins; its index stands at the end, so that one broken off cannot be read. */
async function parquetRefusal(file: Blob): Promise<UploadRefusal | undefined> {
  const end = Buffer.from(await file.slice(-PARQUET.length).arrayBuffer());
  return end.equals(PARQUET) && file.size > 2 * PARQUET.length ? undefined : "damaged";
}

async function textRefusal(content: AsyncIterable<Buffer>): Promise<UploadRefusal | undefined> {
  for await (const piece of content) if (hasControl(piece)) return "not-text";
  return undefined;
}

async function packedRefusal(
  content: Readable,
  size: number,
  limits: UnpackLimits,
): Promise<UploadRefusal | undefined> {
  const unpacked = content.pipe(createGunzip());
  content.on("error", (error) => unpacked.destroy(error));
  let before = 0;
  try {
    for await (const piece of unpacked as AsyncIterable<Buffer>) {
      if (isTooMuch(before + piece.length, size, limits)) return "unpacks-too-large";
      if ((before === 0 && isStrangeInside(piece)) || hasControl(piece)) return "packed-twice";
      before += piece.length;
    }
    return undefined;
  } catch {
    return "damaged";
  } finally {
    content.destroy();
  }
}

function isTooMuch(unpacked: number, size: number, { most, ratio, beyond }: UnpackLimits): boolean {
  return unpacked > most || (unpacked > beyond && unpacked > size * ratio);
}

function isStrangeInside(head: Buffer): boolean {
  return beginningRefusal(head) !== undefined || startsWith(head, PARQUET) || startsWith(head, GZIP);
}

function hasControl(piece: Buffer): boolean {
  return CONTROL.test(piece.toString("latin1"));
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}
