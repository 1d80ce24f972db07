import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Files known by the hash of what they hold, so that what was kept once can never change under a reader. */
export interface ContentStore {
  /** Keeps bytes and gives their SHA-256; keeping the same bytes again changes nothing. */
  keep(bytes: Uint8Array): string;
  /** The bytes of a hash; throws a ContentMissing where they are not held, or not what was kept. */
  read(hash: string): Uint8Array;
  has(hash: string): boolean;
}

/** Thrown where a file that the record names is not there or was changed behind the product's back. */
export class ContentMissing extends Error {
  constructor(hash: string, why: string) {
    super(`The file ${hash} ${why}. Restore the folder of kept files from a backup.`);
    this.name = "ContentMissing";
  }
}

/** Opens the store in a folder, which is made when missing. */
export function openContentStore(folder: string): ContentStore {
  mkdirSync(folder, { recursive: true });
  const place = (hash: string) => join(folder, hash.slice(0, 2), hash);
  return {
    keep: (bytes) => {
      const hash = hashOf(bytes);
      if (!existsSync(place(hash))) writeWhole(place(hash), bytes);
      return hash;
    },
    read: (hash) => {
      if (!/^[0-9a-f]{64}$/.test(hash) || !existsSync(place(hash))) throw new ContentMissing(hash, "is not held");
      const bytes = readFileSync(place(hash));
      if (hashOf(bytes) !== hash) throw new ContentMissing(hash, "is not what was kept");
      return bytes;
    },
    has: (hash) => existsSync(place(hash)),
  };
}

/** The SHA-256 of bytes, in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function writeWhole(path: string, bytes: Uint8Array): void {
  mkdirSync(join(path, ".."), { recursive: true });
  const draft = `${path}.${process.pid}.draft`;
  const file = openSync(draft, "w", 0o600);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}
