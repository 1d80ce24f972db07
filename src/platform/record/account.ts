import { readFile, stat } from "node:fs/promises";
import { refuse } from "#kernel/decision.ts";
import type { EmbeddedRefused } from "./embedded-refusals.ts";

/** The user under which PostgreSQL runs. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Accounts made for such work, the most fitting first. */
const UNPRIVILEGED = ["chilford", "postgres", "nobody"];

/** Whether this program runs as root, as which PostgreSQL refuses to run. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The account to run PostgreSQL as when this program is root: the one to which the cluster already belongs, else an
 * unprivileged one. Nothing for an ordinary user, who runs it as himself.
 */
export async function accountFor(cluster: string): Promise<Account | undefined | EmbeddedRefused> {
  if (!isRoot()) return undefined;
  const accounts = await knownAccounts();
  const owner = await stat(cluster).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) {
    const known = accounts.find(({ uid }) => uid === owner.uid);
    return known ?? { name: String(owner.uid), uid: owner.uid, gid: owner.gid };
  }
  const found = UNPRIVILEGED.flatMap((name) => accounts.find((account) => account.name === name) ?? [])[0];
  return found ?? refuse("no account", { facts: { accounts: UNPRIVILEGED.join(", ") } });
}

async function knownAccounts(): Promise<readonly Account[]> {
  const lines = (await readFile("/etc/passwd", "utf8").catch(() => "")).split("\n");
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    if (name === undefined || !/^\d+$/.test(uid ?? "") || !/^\d+$/.test(gid ?? "")) return [];
    return uid === "0" ? [] : [{ name, uid: Number(uid), gid: Number(gid) }];
  });
}
