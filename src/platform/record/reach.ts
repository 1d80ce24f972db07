import { setTimeout as wait } from "node:timers/promises";
import { refuse } from "#kernel/decision.ts";
import type { Secrets } from "./cluster.ts";
import { connect } from "./database.ts";
import type { EmbeddedRefused } from "./embedded-refusals.ts";
import type { Database } from "./event.ts";
import type { Home } from "./folder.ts";
import { LOCKS, shareLock } from "./locks.ts";
import { newEndpoint, type Starting, spawnPostmaster } from "./postmaster.ts";
import {
  disownPostmasterFile,
  type Endpoint,
  isPostmasterOf,
  postmasterPid,
  readPostmaster,
} from "./postmaster-file.ts";
import type { Programs } from "./programs.ts";

/** An embedded PostgreSQL on the disk, ready to be started. */
export interface Installation {
  readonly home: Home;
  readonly programs: Programs;
  readonly secrets: Secrets;
}

/** One connection, whose life is the life of the locks it holds. */
export interface Session {
  readonly endpoint: Endpoint;
  readonly database: Database;
}

export interface SessionOptions {
  readonly name: string;
  readonly onLost: () => void;
  /** Where to listen if PostgreSQL has to be started, so that addresses given out before stay good. */
  readonly endpoint?: Endpoint | undefined;
}

const PAUSE = 40;
/** How often to look before giving up: some minutes, since recovery after a crash may take that long. */
const LOOKS = 6000;

/** The address of a role's database. */
export function addressOf(endpoint: Endpoint, role: keyof Secrets, secrets: Secrets, database = "record"): string {
  const place = endpoint.kind === "socket" ? encodeURIComponent(endpoint.folder) : "127.0.0.1";
  return `postgresql://${role}:${secrets[role]}@${place}:${endpoint.port}/${database}`;
}

/**
 * A session with the PostgreSQL of the folder, marked as in use: with the one that runs, even if orphaned, else with one
 * started now. Whether one runs is first asked of the socket, then of the process; only then is a new one started.
 */
export async function reach(installation: Installation, options: SessionOptions): Promise<Session | EmbeddedRefused> {
  let starting: Starting | undefined;
  for (let look = 0; look < LOOKS; look++) {
    const session = await sessionWith(installation, options);
    if (session !== undefined) return session;
    starting ??= await startedWhereGone(installation, options);
    if (starting?.ended()) {
      const said = await starting.said();
      if (!willPass(said)) return notStarted(installation.home, said);
      starting = undefined;
    }
    await wait(PAUSE);
  }
  return notStarted(installation.home, "it neither answers nor ends");
}

async function startedWhereGone(
  { home, programs }: Installation,
  options: SessionOptions,
): Promise<Starting | undefined> {
  if (await isStillThere(home)) return undefined;
  return spawnPostmaster(home, programs, options.endpoint ?? (await newEndpoint(home)));
}

async function sessionWith({ home, secrets }: Installation, options: SessionOptions): Promise<Session | undefined> {
  const postmaster = await readPostmaster(home);
  if (postmaster === undefined) return undefined;
  const { endpoint } = postmaster;
  const url = addressOf(endpoint, "owner", secrets);
  const database = connect(url, { most: 1, name: options.name, onLost: options.onLost });
  try {
    await shareLock(database, LOCKS.use);
    return { endpoint, database };
  } catch (error) {
    await database.destroy();
    if (isUnavailable(error)) return undefined;
    throw error;
  }
}

/** Starting up, shutting down, gone, or not listening: all pass. Anything else, such as a wrong password, does not. */
function isUnavailable(error: unknown): boolean {
  const { code = "" } = error as { readonly code?: string };
  const passing = ["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "57P01", "57P02", "57P03", "53300"];
  return passing.includes(code) || (error instanceof Error && /Connection terminated/.test(error.message));
}

async function isStillThere(home: Home): Promise<boolean> {
  const pid = await postmasterPid(home);
  if (pid === undefined) return false;
  if (await isPostmasterOf(home, pid)) return true;
  await disownPostmasterFile(home, pid);
  return false;
}

/** Another process was quicker to start it, or the last one's orphans have not ended yet. */
function willPass(said: string): boolean {
  return /lock file ".*" already exists|shared memory block .* is still in use/.test(said);
}

function notStarted(home: Home, reason: string): EmbeddedRefused {
  return refuse("not started", { facts: { folder: home.folder, reason, log: home.log } });
}
