import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openService } from "#app/service.ts";
import { drawer } from "#platform/record/kill-rounds.ts";
import { foundSmallCounty, type SmallCounty } from "../county/small-county.ts";
import { type Visitor, visitorOf } from "../county/visitor.ts";
import { opened } from "../product/product.ts";

/** What many kills of the server came to: nothing acknowledged was lost, or `serverKills` throws. */
export interface KillReport {
  readonly rounds: number;
  readonly acknowledged: number;
  readonly withPostgres: number;
}

const POLICY = "/money/pct/5ZN/2008-09/policy";
const STREAM = "budget/5ZN/2008-09";
const FINANCE = "hari-marshharrier";
const WRITERS = 4;
const FIRST_DAY = Date.parse("1900-01-01T00:00:00Z");

/**
 * Kills the whole server, now and then its PostgreSQL too, while several people write through its forms; every answer
 * that said "done" must be in the record of the server that comes back, and its chain whole.
 */
export async function serverKills(rounds: number, seed: number): Promise<KillReport> {
  const county = await foundSmallCounty();
  await county.close();
  try {
    const draw = drawer(seed);
    const acknowledged: string[] = [];
    const nextMark = marker();
    let withPostgres = 0;
    for (let round = 0; round < rounds; round++) {
      const isWithPostgres = round % 4 === 3;
      const after = acknowledged.length + 1 + draw(30);
      await oneRound(county, { acknowledged, nextMark, after, delay: draw(15), isWithPostgres });
      await checkKept(county, acknowledged, `seed ${seed}, round ${round}`);
      withPostgres += isWithPostgres ? 1 : 0;
    }
    return { rounds, acknowledged: acknowledged.length, withPostgres };
  } finally {
    county.remove();
  }
}

interface Round {
  /** The marks of writes that were answered with "done", in all rounds so far. */
  readonly acknowledged: string[];
  /** A day that no other write names. */
  readonly nextMark: () => string;
  /** Strikes once so many are. */
  readonly after: number;
  readonly delay: number;
  readonly isWithPostgres: boolean;
}

async function oneRound(county: SmallCounty, round: Round): Promise<void> {
  const { acknowledged, nextMark, after, delay, isWithPostgres } = round;
  const { child, address } = await startServer(county.data);
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let struck = false;
  const strike = async (): Promise<void> => {
    if (struck) return;
    struck = true;
    await wait(delay);
    if (isWithPostgres) await killPostgres(county.data);
    child.kill("SIGKILL");
  };
  const write = async (visitor: Visitor): Promise<void> => {
    for (;;) {
      const mark = nextMark();
      const answer = await visitor.send(POLICY, { setOn: "1/4/2008", lmc: mark, pec: "1/4/2008", rate: "1" });
      if (answer.status !== 303) throw new Error(`${answer.status} instead of done: ${await answer.text()}`);
      acknowledged.push(mark);
      if (acknowledged.length >= after) void strike();
    }
  };
  const visitors = await Promise.all(Array.from({ length: WRITERS }, () => signedIn(address)));
  // A write in the air when the blow falls is answered by nothing, which is all that may end a writer.
  const writers = visitors.map((visitor) =>
    write(visitor).catch((error: unknown) => {
      if (!struck) throw error;
    }),
  );
  await Promise.all([...writers, ended]);
}

function marker(): () => string {
  let days = 0;
  return () => {
    days += 1;
    return new Date(FIRST_DAY + days * 86_400_000).toISOString().slice(0, 10);
  };
}

async function signedIn(address: string): Promise<Visitor> {
  const visitor = visitorOf(address);
  await visitor.get("/who");
  await visitor.send("/who", { person: FINANCE });
  await visitor.get(POLICY);
  return visitor;
}

async function startServer(data: string): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const program = fileURLToPath(new URL("../../src/app/server.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", program], {
    env: { ...process.env, CHILFORD_DATA: data, PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { child, address: await opened(child) };
}

async function killPostgres(data: string): Promise<void> {
  const text = await readFile(join(data, "record", "postgres", "data", "postmaster.pid"), "utf8");
  process.kill(Number(text.split("\n")[0]), "SIGKILL");
}

async function checkKept(county: SmallCounty, acknowledged: readonly string[], moment: string): Promise<void> {
  const service = await openService(county.configuration, { mode: "server", now: () => new Date() });
  try {
    const { whole, faults } = await service.record.verify();
    if (!whole) throw new Error(`${moment}: ${JSON.stringify(faults)}`);
    const past = await service.record.past(STREAM);
    const kept = new Set(past.map(({ data }) => (data as { readonly agreedWithLmcOn?: string }).agreedWithLmcOn));
    const lost = acknowledged.filter((mark) => !kept.has(mark));
    if (lost.length > 0) throw new Error(`${moment}: lost ${lost.join(", ")}`);
  } finally {
    await service.close();
  }
}
