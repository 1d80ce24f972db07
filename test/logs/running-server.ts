import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The product's own server as a process, and all that it ever wrote. */
export interface RunningServer {
  readonly address: string;
  readonly written: () => string;
  /** Tells it to end, and gives the code it ends with. */
  stop(): Promise<number | null>;
}

const SERVER = fileURLToPath(new URL("../../src/app/server.ts", import.meta.url));
const LOADER = fileURLToPath(new URL("../../node_modules/tsx/dist/loader.mjs", import.meta.url));

/** Starts it over an empty data folder. Where it ends before it is open, its address is empty. */
export async function startServer(environment: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), "chilford-logs-"));
  // PostgreSQL runs as an unprivileged account where the tests are root's.
  await chmod(folder, 0o755);
  const child = spawn(process.execPath, ["--import", LOADER, SERVER, "--empty"], {
    env: { ...process.env, CHILFORD_DATA: join(folder, "data"), PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve)).finally(() =>
    rmSync(folder, { recursive: true, force: true }),
  );
  const address = await new Promise<string>((open) => {
    const read = (piece: Buffer) => {
      written += piece.toString();
      const found = /is open at (http:\S+)\//.exec(written)?.[1];
      if (found !== undefined) open(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    void ended.then(() => open(""));
  });
  return {
    address,
    written: () => written,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
