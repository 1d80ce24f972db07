import { type ChildProcess, spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startEmbedded } from "./embedded.ts";
import { embeddedSentence } from "./embedded-refusals.ts";
import { accounts } from "./examples/accounts.ts";
import { openRecord } from "./record.ts";
import { testFolder } from "./testing-folder.ts";

/** What is killed, and when. */
type Blow =
  /** The writer, however far its start has come. */
  | { readonly kind: "starting"; readonly after: number }
  /** The writer, PostgreSQL (the writer must then bring it back and go on), or both at once. */
  | { readonly kind: "writer" | "postgres" | "both"; readonly acknowledged: number; readonly after: number };

/** What many kills came to: nothing acknowledged was lost, or `killRounds` throws. */
export interface KillReport {
  readonly rounds: number;
  readonly acknowledged: number;
  readonly blows: { readonly [Kind in Blow["kind"]]: number };
}

interface Writer {
  readonly child: ChildProcess;
  readonly acknowledged: Map<number, string>;
  /** Resolves once so many more events are acknowledged. */
  more(count: number): Promise<void>;
  ended(): Promise<void>;
}

/** Rounds that one folder lives through before the next starts on a new one. */
const ROUNDS_PER_FOLDER = 10;
const LONGEST_WAIT = 60_000;
const KINDS = ["writer", "postgres", "both", "starting"] as const;

/** Kills a writing program and its PostgreSQL at moments drawn from a seed; throws if anything acknowledged is lost. */
export async function killRounds(count: number, seed: number): Promise<KillReport> {
  const draw = drawer(seed);
  const blows = { starting: 0, writer: 0, postgres: 0, both: 0 };
  let acknowledged = 0;
  let [folder, promised] = ["", new Map<number, string>()];
  for (let round = 0; round < count; round++) {
    if (round % ROUNDS_PER_FOLDER === 0) {
      if (folder !== "") await rm(folder, { recursive: true });
      [folder, promised] = [await testFolder(), new Map()];
    }
    const blow = blowOf(round, draw);
    const told = await strike(folder, blow);
    for (const [seq, hash] of told) promised.set(seq, hash);
    await checkKept(folder, promised, `seed ${seed}, round ${round}, ${JSON.stringify(blow)}`);
    blows[blow.kind] += 1;
    acknowledged += told.size;
  }
  return { rounds: count, acknowledged, blows };
}

function blowOf(round: number, draw: (below: number) => number): Blow {
  const kind = KINDS[round % KINDS.length] ?? "writer";
  if (kind === "starting") return { kind, after: draw(1500) };
  return { kind, acknowledged: 1 + draw(60), after: draw(15) };
}

async function strike(folder: string, blow: Blow): Promise<ReadonlyMap<number, string>> {
  const writer = startWriter(folder);
  if (blow.kind !== "starting") await writer.more(blow.acknowledged);
  await wait(blow.after);
  if (blow.kind === "postgres" || blow.kind === "both") await killPostgres(folder);
  if (blow.kind === "postgres") await writer.more(blow.acknowledged);
  writer.child.kill("SIGKILL");
  await writer.ended();
  return writer.acknowledged;
}

function startWriter(folder: string): Writer {
  const program = fileURLToPath(new URL("kill-writer.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", program, folder], { stdio: ["ignore", "pipe", "pipe"] });
  const acknowledged = new Map<number, string>();
  const complaints: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (part: string) => complaints.push(part));
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    const [seq, hash] = line.split(" ");
    // A line cut short by the kill acknowledges nothing.
    if (hash?.length === 64) acknowledged.set(Number(seq), hash);
  });
  const closed = new Promise<void>((resolve) => child.on("close", () => resolve()));
  const more = (count: number) =>
    new Promise<void>((resolve, reject) => {
      const goal = acknowledged.size + count;
      const giveUp = (what: string) => reject(new Error(`The writer ${what}: ${complaints.join("")}`));
      const limit = setTimeout(giveUp, LONGEST_WAIT, "writes no more");
      child.on("close", () => giveUp("ended by itself"));
      lines.on("line", () => {
        if (acknowledged.size < goal) return;
        clearTimeout(limit);
        resolve();
      });
    });
  return { child, acknowledged, more, ended: () => closed };
}

async function killPostgres(folder: string): Promise<void> {
  const text = await readFile(join(folder, "postgres", "data", "postmaster.pid"), "utf8");
  process.kill(Number(text.split("\n")[0]), "SIGKILL");
}

async function checkKept(folder: string, promised: ReadonlyMap<number, string>, moment: string): Promise<void> {
  const embedded = await startEmbedded({ folder });
  if ("refused" in embedded) throw new Error(`${moment}: ${embeddedSentence(embedded.refused[0])}`);
  const record = await openRecord({ ...embedded, readModels: [accounts], now: () => new Date("2008-04-01T09:00:00Z") });
  const { whole, faults } = await record.verify();
  if (!whole) throw new Error(`${moment}: ${JSON.stringify(faults)}`);
  const kept = new Map((await record.history({ limit: 1_000_000 })).map(({ seq, hash }) => [seq, hash]));
  const lost = [...promised].filter(([seq, hash]) => kept.get(seq) !== hash);
  if (lost.length > 0) throw new Error(`${moment}: lost ${JSON.stringify(lost)}`);
  await record.close();
  await embedded.stop();
}

/** Numbers below a limit, the same for the same seed (mulberry32). */
export function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
