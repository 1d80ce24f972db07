import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { closed, listening } from "../issuer/provider.ts";

/** The product as a user starts it: its own process over a folder of data. */
export interface Product {
  readonly address: string;
  /** Runs a line of the command line beside it, and gives what it printed as data. */
  run(...words: readonly string[]): Promise<unknown>;
  close(): Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

/** An address on this machine at which nobody listens now, for what has to be known before a server starts. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await closed(server);
  return port;
}

/** Starts the server over a folder and waits until it says that it is open. */
export async function startProduct(words: readonly string[], environment: Environment): Promise<Product> {
  const child = spawn(process.execPath, ["--import", "tsx", programme("server"), ...words], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const address = await opened(child);
  return {
    address,
    run: async (...line) => {
      const argv = ["--import", "tsx", programme("cli"), ...line, "--json"];
      const { stdout } = await promisify(execFile)(process.execPath, argv, { env: { ...process.env, ...environment } });
      return JSON.parse(stdout) as unknown;
    },
    close: () =>
      new Promise((resolve) => {
        child.once("close", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

/** Where a server that was started says that it is open; rejects with all it said where it ends instead. */
export function opened(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  child.stderr?.setEncoding("utf8").on("data", (part: string) => said.push(part));
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error("The server has nobody to tell");
    createInterface({ input: child.stdout }).on("line", (line) => {
      said.push(line);
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once("close", () => reject(new Error(`The server did not start: ${said.join("\n")}`)));
  });
}

function programme(name: "server" | "cli"): string {
  return fileURLToPath(new URL(`../../src/app/${name}.ts`, import.meta.url));
}
