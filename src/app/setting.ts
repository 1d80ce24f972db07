import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CannotStart } from "./cannot-start.ts";

const person = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  sees: z.string().min(1),
  begins: z.string(),
  posts: z.array(z.strictObject({ role: z.string(), organisation: z.string() })).readonly(),
});

/** The made-up worlds that the product can found; each has rules of its own. */
export const SAMPLES = ["fenmere", "hertfordshire"] as const;
export type SampleName = (typeof SAMPLES)[number];

const setting = z.strictObject({
  sample: z.enum(SAMPLES),
  name: z.string().min(1),
  /** What pages say of figures that are made up. */
  madeUp: z.string().min(1),
  /** The day on which the setting stands still: "today" for what is due and in force. */
  today: z.iso.date(),
  people: z.array(person).readonly(),
});

/** What a data folder holds when its activity is made up: who may be chosen to be, and what pages say of the figures. */
export type Setting = Readonly<z.output<typeof setting>>;

const FILE = "made-up.json";

/** Marks a data folder as holding made-up activity. Real activity must never be loaded into it. */
export function writeSetting(root: string, written: Setting): void {
  const path = join(root, FILE);
  writeFileSync(`${path}.draft`, `${JSON.stringify(written, null, 2)}\n`);
  renameSync(`${path}.draft`, path);
}

/** The mark of a data folder whose activity is made up; nothing for one that holds real data or none. */
export function readSetting(root: string): Setting | undefined {
  const path = join(root, FILE);
  if (!existsSync(path)) return undefined;
  const read = setting.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (read.success) return read.data;
  throw new CannotStart(
    `${path} was written by another version of this program. Take the data folder away: its data is made up.`,
  );
}
