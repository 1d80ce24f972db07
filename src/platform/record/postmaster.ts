import { spawn } from "node:child_process";
import { open, readFile, rename, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { ENVIRONMENT, identityOf, run } from "./command.ts";
import type { Home } from "./folder.ts";
import type { Endpoint } from "./postmaster-file.ts";
import type { Programs } from "./programs.ts";

/** The shortest limit on a socket's path among the systems we run on, its closing zero left out. */
const LONGEST_SOCKET_PATH = 103;
/** PostgreSQL's own port, should the system name none. */
const LAST_RESORT_PORT = 5432;
const LARGEST_LOG = 5_000_000;

/** A PostgreSQL that was told to start: what it wrote to its log, should it end. */
export interface Starting {
  readonly ended: () => boolean;
  readonly said: () => Promise<string>;
}

/**
 * Where a new PostgreSQL is to listen: on its socket, or on loopback where the folder's path is too long for one. A socket
 * is named by its port, a new one each time: a PostgreSQL whose folder was taken away removes its own socket when it
 * notices, which must not be that of the next one in the same place.
 */
export async function newEndpoint(home: Home): Promise<Endpoint> {
  const port = await freePort();
  const path = join(home.cluster, `.s.PGSQL.${port}`);
  return Buffer.byteLength(path) <= LONGEST_SOCKET_PATH
    ? { kind: "socket", folder: home.cluster, port }
    : { kind: "loopback", port };
}

/**
 * Starts PostgreSQL in a session of its own, so that it outlives an interrupt at our terminal until we stop it in order.
 * Durable whatever its configuration file says, and never heard beyond this machine.
 */
export async function spawnPostmaster(home: Home, programs: Programs, endpoint: Endpoint): Promise<Starting> {
  const log = await openLog(home);
  const before = (await log.stat()).size;
  const child = spawn(programs.postgres, ["-D", home.data, ...settings(endpoint)], {
    ...identityOf(home.account),
    cwd: "/",
    env: ENVIRONMENT,
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
  });
  let failure: string | undefined;
  child.on("error", (error) => {
    failure = error.message;
  });
  child.unref();
  await log.close();
  return {
    ended: () => failure !== undefined || child.exitCode !== null || child.signalCode !== null,
    said: async () => failure ?? readFrom(home.log, before),
  };
}

/** Ends PostgreSQL in order: running transactions are undone, all else is on disk. Waits until it is gone. */
export async function stopPostmaster(home: Home, programs: Programs): Promise<void> {
  const options = ["stop", "-D", home.data, "-m", "fast", "-w", "-t", "120"];
  const { code, output } = await run(programs.control, options, home.account);
  if (code !== 0 && !/PID file .* does not exist|Is server running/.test(output)) {
    throw new Error(`PostgreSQL on ${home.folder} did not stop: ${output}`);
  }
}

function settings(endpoint: Endpoint): readonly string[] {
  const values = {
    fsync: "on",
    full_page_writes: "on",
    synchronous_commit: "on",
    listen_addresses: endpoint.kind === "loopback" ? "127.0.0.1" : "",
    unix_socket_directories: endpoint.kind === "socket" ? `"${endpoint.folder.replaceAll('"', '""')}"` : "",
    unix_socket_permissions: "0700",
    port: endpoint.port,
    max_connections: 100,
    timezone: "UTC",
    log_timezone: "UTC",
    // Few writers and a small database: helper processes would cost more than they give.
    io_method: "sync",
    jit: "off",
    log_checkpoints: "off",
    // A log is read by more people than the data: it gets no statements and no details, which quote values.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function openLog(home: Home) {
  const size = (await stat(home.log).catch(() => undefined))?.size ?? 0;
  if (size > LARGEST_LOG) await rename(home.log, `${home.log}.old`).catch(() => undefined);
  const log = await open(home.log, "a", 0o600);
  if (home.account !== undefined) await log.chown(home.account.uid, home.account.gid);
  return log;
}

async function readFrom(path: string, position: number): Promise<string> {
  const written = await readFile(path);
  return written.subarray(position).toString("utf8").trim();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : LAST_RESORT_PORT;
      server.close(() => resolve(port));
    });
  });
}
