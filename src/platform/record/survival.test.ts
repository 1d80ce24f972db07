import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { accountFor } from "./account.ts";
import { run } from "./command.ts";
import { type Embedded, startEmbedded } from "./embedded.ts";
import { embeddedSentence } from "./embedded-refusals.ts";
import { accounts, move } from "./examples/accounts.ts";
import { homeIn } from "./folder.ts";
import { programsFor } from "./programs.ts";
import { openRecord } from "./record.ts";
import { testFolder } from "./testing-folder.ts";

const now = () => new Date(0);
const pidFile = (folder: string): string => join(folder, "postgres", "data", "postmaster.pid");
const pidOf = async (folder: string): Promise<number> =>
  Number((await readFile(pidFile(folder), "utf8")).split("\n")[0]);

const started = async (folder: string): Promise<Embedded> => {
  const embedded = await startEmbedded({ folder });
  if ("refused" in embedded) throw new Error(embeddedSentence(embedded.refused[0]));
  return embedded;
};

test("PostgreSQL killed under a running server comes back, with all that was acknowledged", async () => {
  const folder = await testFolder();
  const embedded = await started(folder);
  const record = await openRecord({ ...embedded, readModels: [accounts], now });
  await move(record, "a", 100);
  const before = await pidOf(folder);
  process.kill(before, "SIGKILL");
  // Connections may outlive the process that was killed by a moment, so a command alone does not show the new one.
  await vi.waitFor(async () => expect(await pidOf(folder)).not.toBe(before), { timeout: 30_000, interval: 50 });
  await vi.waitFor(() => move(record, "a", 1), { timeout: 30_000, interval: 50 });
  const past = await record.past("a");
  expect(past.map(({ data }) => data)).toEqual([{ pence: 100 }, { pence: 1 }]);
  expect((await record.verify()).whole).toBe(true);
  expect(await startEmbedded({ folder })).toMatchObject({ refused: [{ code: "already served" }] });
  await record.close();
  await embedded.stop();
  expect(existsSync(pidFile(folder))).toBe(false);
});

test("a stale file that names a living stranger does not keep PostgreSQL from starting", async () => {
  const folder = await testFolder();
  await (await started(folder)).stop();
  const { uid, gid } = await stat(join(folder, "postgres"));
  // Of the same user, since only then would PostgreSQL itself take the stranger for its like.
  const stranger = spawn("/bin/sleep", ["600"], { uid, gid, cwd: "/", stdio: "ignore" });
  const data = join(folder, "postgres", "data");
  const lines = [stranger.pid, data, "1", "5432", join(folder, "postgres"), "", "  1 1", "ready   "];
  await writeFile(pidFile(folder), `${lines.join("\n")}\n`, { mode: 0o600 });
  await chown(pidFile(folder), uid, gid);
  const embedded = await started(folder);
  expect(await pidOf(folder)).not.toBe(stranger.pid);
  expect(stranger.exitCode).toBeNull();
  stranger.kill();
  await embedded.stop();
});

test("an ordinary user starts it too", async () => {
  const account = (await accountFor("/nowhere")) ?? {
    name: "me",
    uid: process.getuid?.() ?? 0,
    gid: process.getgid?.() ?? 0,
  };
  if ("refused" in account) throw new Error(embeddedSentence(account.refused[0]));
  const folder = await testFolder();
  await chown(folder, account.uid, account.gid);
  // Where root's checkout is closed to others, this leaves programs that the user can reach.
  const home = await homeIn(folder);
  if ("refused" in home) throw new Error(embeddedSentence(home.refused[0]));
  expect(await programsFor(home)).toMatchObject({ version: "18" });
  const program = fileURLToPath(new URL("ordinary-user.ts", import.meta.url));
  const options = ["--import", "tsx", program, folder, String(account.uid), String(account.gid)];
  const { output } = await runHere(options);
  // Root's checkout may be closed to others; then it is the system that stops them, before our program can.
  const mayRead = (await run("/bin/sh", ["-c", '[ -r "$1" ]', "sh", program], account)).code === 0;
  const success = JSON.stringify({ user: account.uid, whole: true, events: 1 });
  expect(mayRead ? output : output.replace(/^.*(permission denied|Cannot find package).*$/s, success)).toBe(success);
  expect(account.uid).not.toBe(0);
});

function runHere(options: readonly string[]) {
  return run("/bin/sh", ["-c", 'cd "$0" && exec "$@"', process.cwd(), process.execPath, ...options], undefined);
}
