import { spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isRoot } from "./account.ts";

/** Root's own temporary folder may be closed to the account as which PostgreSQL then runs. */
const PLACE = isRoot() ? "/tmp" : tmpdir();

/** A new folder for a test, which goes with its process; what runs on it is killed. An unprivileged account may enter. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(PLACE, "record-test-"));
  await chmod(folder, 0o755);
  removeAfter(process.pid, folder);
  return folder;
}

/** The folder that all test processes of one run share: it goes with the process that started them. */
export async function folderOfRun(): Promise<string> {
  const folder = join(PLACE, `record-tests-${process.ppid}`);
  const isFirst = await mkdir(folder, { mode: 0o755 }).then(
    () => true,
    () => false,
  );
  if (isFirst) removeAfter(process.ppid, folder);
  else if ((await stat(folder)).uid !== process.getuid?.()) throw new Error(`${folder} is another user's; remove it`);
  return folder;
}

/**
 * A process may be dead but still have its number, where nobody asks after it; PostgreSQL is gone when its file is.
 */
const REMOVE = `
  while kill -0 "$1" 2>/dev/null && ! grep -qs ') Z ' "/proc/$1/stat"; do sleep 0.5; done
  for file in "$2/postgres/data/postmaster.pid" "$2"/*/postgres/data/postmaster.pid; do
    [ -e "$file" ] && kill -QUIT "$(head -n 1 "$file")" 2>/dev/null
    for _ in 1 2 3 4 5 6 7 8 9 10; do [ -e "$file" ] && sleep 0.2; done
  done
  rm -rf "$2"`;

/** Leaves a shell behind that waits for the end of a process, from which no kill can keep it, and clears up. */
function removeAfter(pid: number, folder: string): void {
  spawn("/bin/sh", ["-c", REMOVE, "sh", String(pid), folder], { cwd: "/", detached: true, stdio: "ignore" }).unref();
}
