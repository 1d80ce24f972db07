import { createHash } from "node:crypto";
import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** A path below a folder: never up, never from the root, so that no manifest can write elsewhere. */
export function isBelow(path: string): boolean {
  const parts = path.split("/");
  return !/[\\\0]/.test(path) && parts.every((part) => part !== "" && part !== "." && part !== "..");
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const place = z.string().refine(isBelow);
const kept = { hash, bytes: z.int().min(0) };

const contents = z.strictObject({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Where the chain of the record ends, to be held against a head noted elsewhere. */
  head: z.strictObject({ seq: z.int().min(0), hash }),
  migrations: z.array(z.strictObject({ number: z.int(), name: z.string(), hash: z.string() })).readonly(),
  /** The record's tables, as lines of JSON in files of some megabytes. */
  tables: z
    .array(z.strictObject({ name: z.string(), rows: z.int().min(0), parts: z.array(z.strictObject(kept)).readonly() }))
    .readonly(),
  /** Files by where they lie in the folder of all data. */
  files: z.array(z.strictObject({ path: place, ...kept })).readonly(),
  /** Files that the record names and that were not there to be copied. */
  missing: z.array(place).readonly(),
});

/** What a backup holds. Written last: a backup without one was not finished. */
export type Manifest = Readonly<z.output<typeof contents>>;

/** Bytes that a backup keeps under their hash. */
export interface Kept {
  readonly hash: string;
  readonly bytes: number;
}

const written = z.strictObject({ hash, backup: z.unknown() });

const NAME = "manifest.json";

/** Puts a manifest in the place of the one before, in one step. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const draft = join(folder, `${NAME}.draft`);
  const file = await open(draft, "w", 0o600);
  try {
    await file.writeFile(`${JSON.stringify({ hash: hashOf(manifest), backup: manifest }, null, 1)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, join(folder, NAME));
}

/** The manifest of a folder, or why there is none to be trusted. */
export async function readManifest(folder: string): Promise<Manifest | "none" | "altered"> {
  const text = await readFile(join(folder, NAME), "utf8").catch(() => undefined);
  if (text === undefined) return "none";
  try {
    const { hash: said, backup } = written.parse(JSON.parse(text));
    return hashOf(backup) === said ? contents.parse(backup) : "altered";
  } catch {
    return "altered";
  }
}

function hashOf(backup: unknown): string {
  return createHash("sha256").update(JSON.stringify(backup)).digest("hex");
}
