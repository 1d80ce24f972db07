import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Takes a backup folder for this process, or tells which process has it. One that was killed has it no longer. */
export async function takeFolder(folder: string): Promise<{ readonly holder: number } | { leave(): Promise<void> }> {
  const path = join(folder, "making.lock");
  const take = () =>
    writeFile(path, String(process.pid), { flag: "wx", mode: 0o600 }).then(
      () => true,
      () => false,
    );
  if (!(await take())) {
    const holder = Number(await readFile(path, "utf8").catch(() => "0"));
    if (isRunning(holder)) return { holder };
    await rm(path, { force: true });
    if (!(await take())) return { holder };
  }
  return { leave: () => rm(path, { force: true }) };
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
