import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EVERYWHERE } from "#platform/access/sight.ts";
import type { Engine } from "#platform/engine/index.ts";
import type { Lake, Outcome } from "../index.ts";
import { chanceOf, mutated } from "./mutation.ts";

/** A lake to be put to the test, with a folder for the files that do it. */
export interface Ordeal {
  readonly lake: Lake;
  readonly engine: Engine;
  readonly folder: string;
}

/** A sound file to be spoilt. */
export interface Sound {
  readonly name: string;
  readonly dataset: string;
  readonly lines: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
  /** Whether several of its rows may become one. */
  readonly mergesRows?: true;
}

/** What is wrong with how a lake took a spoilt file, or nothing. The seed makes the same file again. */
export async function faultOf(ordeal: Ordeal, sound: Sound, seed: number): Promise<string | undefined> {
  const { bytes, done } = mutated(Buffer.from(`${sound.lines.join("\n")}\n`), chanceOf(seed));
  const [file, rejectedTo] = [join(ordeal.folder, "spoilt.csv"), join(ordeal.folder, "spoilt.rejected.csv")];
  rmSync(rejectedTo, { force: true });
  writeFileSync(file, bytes);
  const before = filesIn(ordeal, sound);
  const fault = await loaded(ordeal, sound, { file, rejectedTo, batch: `seed ${seed}` })
    .then((outcome) => faultIn(ordeal, sound, outcome, { before, rejectedTo }))
    .catch((error: unknown) => `it crashed: ${String(error)}`);
  return fault && `${sound.name}, seed ${seed} (${done.join(", ")}): ${fault}`;
}

function loaded(
  { lake }: Ordeal,
  { dataset, settings = {} }: Sound,
  where: { file: string; rejectedTo: string; batch: string },
) {
  const at = new Date("2009-05-01T09:00:00Z");
  return lake.load({ ...where, dataset, settings, status: "final", actor: "analyst", at });
}

interface Around {
  readonly before: readonly string[];
  readonly rejectedTo: string;
}

async function faultIn(ordeal: Ordeal, sound: Sound, outcome: Outcome, around: Around): Promise<string | undefined> {
  if (readdirSync(join(ordeal.lake.root, "scratch")).length > 0) return "scratch was left behind";
  if (outcome.kind === "refused") return faultOfRefusal(ordeal, sound, outcome, around);
  if (outcome.kind !== "published") return `it was ${outcome.kind}`;
  const { read, accepted, rejected } = outcome.report.rows;
  if (read !== accepted + rejected || accepted < 1) return `${read} read, ${accepted} accepted, ${rejected} rejected`;
  const rows = await rowsOf(
    ordeal,
    await ordeal.lake.files({ dataset: sound.dataset, sight: EVERYWHERE, prefer: { loads: [outcome.load] } }),
  );
  const isWhole = sound.mergesRows === true ? rows >= 1 && rows <= accepted : rows === accepted;
  if (!isWhole) return `${accepted} rows were accepted and ${rows} are there`;
  if (rejected > 0 && !hasLines(around.rejectedTo, rejected)) return "rejected rows were lost";
  return undefined;
}

function faultOfRefusal(ordeal: Ordeal, sound: Sound, { report }: Outcome & { kind: "refused" }, { before }: Around) {
  if (filesIn(ordeal, sound).join() !== before.join()) return "it was refused and left files in the lake";
  if (report === undefined) return undefined;
  const { read, accepted, rejected } = report.rows;
  return read === rejected && accepted === 0 ? undefined : "it was refused with rows that were accepted";
}

/** Each rejected row is at least one line, and there may be a first line with names. */
function hasLines(path: string, rows: number): boolean {
  return readFileSync(path, "utf8").split("\n").length >= rows + 1;
}

function filesIn({ lake }: Ordeal, { dataset }: Sound): readonly string[] {
  const all = readdirSync(join(lake.root, "lake"), { recursive: true, encoding: "utf8" });
  return all.filter((path) => path.startsWith(`${dataset}/`) && path.endsWith(".parquet")).toSorted();
}

async function rowsOf({ engine }: Ordeal, files: readonly string[]): Promise<number> {
  const list = files.map((file) => `'${file}'`).join(", ");
  const sql = `SELECT count(*) FROM read_parquet([${list}], hive_partitioning = false)`;
  return engine.within(async (connection) => Number((await connection.runAndReadAll(sql)).getRows()[0]?.[0]));
}
