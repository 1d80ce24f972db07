import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

/** Longer lines, and longer runs of lines within one pair of quotes, are no rows of a table. */
export const LONGEST_LINE = 100_000;
const BLOCK = 1 << 20;
const LINE_END = 10;

/** Thrown where a compressed file ends early or is damaged. */
export class Damaged extends Error {
  constructor() {
    super("The compressed file is damaged");
    this.name = "Damaged";
  }
}

/** Whole lines of a file: the bytes up to and including the last line end in sight. */
export interface Block {
  readonly bytes: Buffer;
  /** The line the block starts with, from 1. */
  readonly line: number;
  readonly lines: number;
}

/** The bytes of a file, unpacked where it is compressed. Throws Damaged where that cannot be done to the end. */
export async function* bytesOf(
  file: string,
  { isCompressed, tap }: { readonly isCompressed: boolean; readonly tap?: (raw: Buffer) => void },
): AsyncGenerator<Buffer> {
  const source = createReadStream(file, { highWaterMark: BLOCK });
  if (tap !== undefined) source.on("data", (raw) => tap(raw as Buffer));
  if (!isCompressed) {
    yield* source as AsyncIterable<Buffer>;
    return;
  }
  const unpacked = createGunzip({ chunkSize: BLOCK });
  source.on("error", (error) => unpacked.destroy(error));
  try {
    yield* source.pipe(unpacked) as AsyncIterable<Buffer>;
  } catch {
    throw new Damaged();
  } finally {
    source.destroy();
  }
}

/** Cuts bytes into blocks of whole lines. What of a line is beyond all measure is left out, so that memory is bounded. */
export async function* blocksOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Block> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  for await (const piece of bytes) {
    const end = piece.lastIndexOf(LINE_END) + 1;
    if (end === 0) {
      if (rest.length < 2 * LONGEST_LINE) rest = Buffer.concat([rest, piece]);
      continue;
    }
    const whole = rest.length === 0 ? piece.subarray(0, end) : Buffer.concat([rest, piece.subarray(0, end)]);
    const lines = lineEnds(whole);
    yield { bytes: whole, line, lines };
    line += lines;
    rest = Buffer.from(piece.subarray(end));
  }
  if (rest.length > 0) yield { bytes: rest, line, lines: 1 };
}

function lineEnds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_END); at !== -1; at = bytes.indexOf(LINE_END, at + 1)) count += 1;
  return count;
}
