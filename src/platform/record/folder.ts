import { mkdir, realpath, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { refuse } from "#kernel/decision.ts";
import { type Account, accountFor, isRoot } from "./account.ts";
import { run } from "./command.ts";
import type { EmbeddedRefused } from "./embedded-refusals.ts";

/** Where the embedded PostgreSQL keeps its things, and as whom it runs. */
export interface Home {
  readonly folder: string;
  /** All that belongs to PostgreSQL; made in one step, so it is either whole or not there. */
  readonly cluster: string;
  readonly data: string;
  readonly secrets: string;
  readonly log: string;
  readonly account: Account | undefined;
}

/** Makes the folder where it is missing and checks that PostgreSQL, run as whom it must, can live in it. */
export async function homeIn(folder: string): Promise<Home | EmbeddedRefused> {
  const real = await mkdir(folder, { recursive: true })
    .then(() => realpath(folder))
    .catch((error: Error) => refuse("folder unusable", { facts: { folder, reason: error.message } }));
  if (typeof real !== "string") return real;
  const cluster = join(real, "postgres");
  const account = await accountFor(cluster);
  if (account !== undefined && "refused" in account) return account;
  const foreign = await ownedByAnother(real, cluster);
  if (foreign !== undefined) return foreign;
  const blocked = account === undefined ? undefined : await blockedAt(real, account);
  if (account !== undefined && blocked !== undefined) {
    return refuse("folder unreachable", { facts: { folder: real, blocked, account: account.name } });
  }
  return {
    folder: real,
    cluster,
    data: join(cluster, "data"),
    secrets: join(cluster, "secrets.json"),
    log: join(cluster, "log"),
    account,
  };
}

async function ownedByAnother(folder: string, cluster: string): Promise<EmbeddedRefused | undefined> {
  const owner = (await stat(cluster).catch(() => undefined))?.uid;
  const you = process.getuid?.();
  if (owner === undefined || you === undefined || isRoot() || owner === you) return undefined;
  return refuse("folder of another", { facts: { folder, owner, you } });
}

/** The outermost folder on the way that the account may not enter. Tried, not computed, since access lists count too. */
async function blockedAt(folder: string, account: Account): Promise<string | undefined> {
  const enter = async (path: string) => (await run("/bin/sh", ["-c", 'cd "$1"', "sh", path], account)).code === 0;
  if (await enter(folder)) return undefined;
  for (const path of ancestors(folder)) {
    if (!(await enter(path))) return path;
  }
  return folder;
}

function ancestors(path: string): readonly string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [...ancestors(parent), path];
}
