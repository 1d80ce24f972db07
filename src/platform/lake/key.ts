import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";

const BYTES = 32;

/** Thrown where the key of pseudonyms cannot be used. Whoever loses it can never match old pseudonyms to new ones. */
export class KeyUnusable extends Error {
  constructor(message: string) {
    super(message);
    this.name = "KeyUnusable";
  }
}

/**
 * The key of pseudonyms as text, short enough to be hashed with an identifier in one go; made at its first use, readable by its owner alone. Throws KeyUnusable for one
 * inside the data folder, where it would travel with what it protects, or one that others may read.
 */
export function pseudonymKey(path: string, root: string): string {
  if (!relative(resolve(root), resolve(path)).startsWith("..")) {
    throw new KeyUnusable(`The key ${path} is in the data folder ${root}. Keep it elsewhere, backed up by itself.`);
  }
  return (read(path) ?? make(path)).toString("base64url");
}

function read(path: string): Buffer | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  const mode = found.mode & 0o077;
  if (mode !== 0)
    throw new KeyUnusable(`The key ${path} may be read by others. Take their rights away: chmod 600 ${path}`);
  const key = readFileSync(path);
  if (key.length !== BYTES)
    throw new KeyUnusable(`The key ${path} is not ${BYTES} bytes long. Restore it from its backup.`);
  return key;
}

function make(path: string): Buffer {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const key = randomBytes(BYTES);
  try {
    writeFileSync(path, key, { mode: 0o600, flag: "wx" });
    return key;
  } catch (error) {
    const other = read(path);
    if (other === undefined) throw error;
    return other;
  }
}
