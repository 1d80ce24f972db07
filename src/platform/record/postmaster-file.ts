import { chown, readFile, readlink, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Home } from "./folder.ts";

/** Where a PostgreSQL listens: a socket in a folder, or a port of this machine alone. */
export type Endpoint =
  | { readonly kind: "socket"; readonly folder: string; readonly port: number }
  | { readonly kind: "loopback"; readonly port: number };

/** What `postmaster.pid` says of the process that runs, or ran, on a data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly endpoint: Endpoint;
}

/** Higher than any process id there can be, yet a number PostgreSQL reads as one. */
const NOBODYS_PID = "2147483646";

/** Reads `postmaster.pid`; nothing where it is not there or not yet fully written. */
export async function readPostmaster(home: Home): Promise<Postmaster | undefined> {
  const text = await readFile(join(home.data, "postmaster.pid"), "utf8").catch(() => "");
  const [pid, , , port, socketFolder, address] = text.split("\n");
  if (!Number(pid) || !Number(port)) return undefined;
  if (socketFolder) {
    return { pid: Number(pid), endpoint: { kind: "socket", folder: socketFolder, port: Number(port) } };
  }
  return address ? { pid: Number(pid), endpoint: { kind: "loopback", port: Number(port) } } : undefined;
}

/** The process id in `postmaster.pid`, whoever has it by now. */
export async function postmasterPid(home: Home): Promise<number | undefined> {
  const text = await readFile(join(home.data, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number(text.split("\n")[0]);
  return pid > 0 ? pid : undefined;
}

/**
 * Whether a process is a PostgreSQL that works in this data folder. The number alone proves nothing: after a restart of
 * the machine it may be anybody's. Where the system does not tell, any living process counts.
 */
export async function isPostmasterOf(home: Home, pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    // Gone, or another user's: PostgreSQL always runs as the one to whom its files belong.
    return false;
  }
  const state = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  if (state === undefined) return true;
  // A zombie has ended; only its parent has not noticed.
  if (/\) [ZX] /.test(state)) return false;
  const place = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return place === undefined || place === home.data;
}

/**
 * Makes a stale `postmaster.pid` name no process. PostgreSQL removes the file itself, after it has made sure, by the
 * shared memory that the file also names, that no orphaned process still writes to the data. Deleting the file would
 * throw that safeguard away.
 */
export async function disownPostmasterFile(home: Home, stale: number): Promise<void> {
  const path = join(home.data, "postmaster.pid");
  const [pid, ...rest] = (await readFile(path, "utf8").catch(() => "")).split("\n");
  if (Number(pid) !== stale) return;
  const staging = `${path}.${process.pid}`;
  await writeFile(staging, [NOBODYS_PID, ...rest].join("\n"), { mode: 0o600 });
  if (home.account !== undefined) await chown(staging, home.account.uid, home.account.gid);
  await rename(staging, path);
}
