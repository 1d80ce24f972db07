import { randomBytes } from "node:crypto";
import { chown, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { refuse } from "#kernel/decision.ts";
import type { Account } from "./account.ts";
import { run } from "./command.ts";
import type { EmbeddedRefused } from "./embedded-refusals.ts";
import type { Home } from "./folder.ts";
import { isAlive } from "./process-alive.ts";
import type { Programs } from "./programs.ts";

/** The passwords of the cluster's roles, kept in a file that only its account may read. */
export interface Secrets {
  /** PostgreSQL's superuser, used to make the roles and, in tests, databases. */
  readonly keeper: string;
  readonly owner: string;
  readonly application: string;
}

const STAGING = /^postgres\.new-(\d+)-/;

/** The cluster's passwords; makes the cluster first where there is none, wholly or not at all. */
export async function clusterIn(home: Home, programs: Programs): Promise<Secrets | EmbeddedRefused> {
  const made = await versionOf(home);
  if (made === undefined) {
    const failed = await makeCluster(home, programs);
    if (failed !== undefined) return failed;
  } else if (made !== programs.version) {
    return refuse("other version", { facts: { folder: home.folder, made, brought: programs.version } });
  }
  await removeLeftovers(home.folder);
  return JSON.parse(await readFile(home.secrets, "utf8")) as Secrets;
}

async function versionOf(home: Home): Promise<string | undefined> {
  const text = await readFile(join(home.data, "PG_VERSION"), "utf8").catch(() => undefined);
  return text?.trim();
}

/** Made aside and then renamed, so that a kill leaves no half cluster and two makers do not disturb each other. */
async function makeCluster(home: Home, programs: Programs): Promise<EmbeddedRefused | undefined> {
  const staging = await mkdtemp(`${home.cluster}.new-${process.pid}-`).catch((error: Error) => error.message);
  if (!staging.startsWith(home.cluster)) {
    return refuse("folder unusable", { facts: { folder: home.folder, reason: staging } });
  }
  if (home.account !== undefined) await chown(staging, home.account.uid, home.account.gid);
  const reason = await fillCluster(staging, programs, home.account);
  if (reason !== undefined) {
    await rm(staging, { recursive: true });
    return refuse("not made", { facts: { folder: home.folder, reason } });
  }
  await rename(staging, home.cluster).catch(async (error: unknown) => {
    // Where another process was quicker, the rename fails and its cluster serves.
    await rm(staging, { recursive: true });
    if ((await versionOf(home)) === undefined) throw error;
  });
  await syncFolder(home.folder);
  return undefined;
}

async function fillCluster(
  staging: string,
  programs: Programs,
  account: Account | undefined,
): Promise<string | undefined> {
  const secrets: Secrets = { keeper: password(), owner: password(), application: password() };
  await writePrivate(join(staging, "secrets.json"), JSON.stringify(secrets), account);
  await writePrivate(join(staging, "keeper"), secrets.keeper, account);
  const data = join(staging, "data");
  const made = await run(programs.initdb, initOptions(data, join(staging, "keeper")), account);
  await rm(join(staging, "keeper"));
  if (made.code !== 0) return made.output;
  const roles = await run(
    programs.postgres,
    ["--single", "-D", data, "postgres"],
    account,
    await roleStatements(secrets),
  );
  // Single-user mode ends well even where a statement failed.
  return roles.code !== 0 || /^.*(?:ERROR|FATAL|PANIC):/m.test(roles.output) ? roles.output : undefined;
}

function initOptions(data: string, passwordFile: string): readonly string[] {
  return [
    `--pgdata=${data}`,
    "--username=keeper",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // Built into PostgreSQL, so that text sorts alike on every system.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
  ];
}

async function roleStatements(secrets: Secrets): Promise<string> {
  const text = await readFile(new URL("cluster.sql", import.meta.url), "utf8");
  const statements = text.split("\n").filter((line) => !line.startsWith("--"));
  return statements.join("\n").replace("$owner", secrets.owner).replace("$application", secrets.application);
}

function password(): string {
  return randomBytes(24).toString("base64url");
}

async function writePrivate(path: string, text: string, account: Account | undefined): Promise<void> {
  await writeFile(path, text, { mode: 0o600, flush: true });
  if (account !== undefined) await chown(path, account.uid, account.gid);
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  await folder.sync();
  await folder.close();
}

/** Removes what makers that were killed left behind. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const maker = STAGING.exec(name)?.[1];
    if (maker !== undefined && !isAlive(Number(maker))) {
      await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}
