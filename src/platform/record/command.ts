import { spawn } from "node:child_process";
import type { Account } from "./account.ts";

/** What a command did: its exit code, or nothing where it could not be run, and all it wrote. */
export interface Outcome {
  readonly code: number | undefined;
  readonly output: string;
}

/** The whole environment of PostgreSQL's programs, so that nothing of ours leaks in and messages are English. */
export const ENVIRONMENT = { LC_ALL: "C", TZ: "UTC", PATH: "/usr/bin:/bin" };

/** How to spawn as an account, or as ourselves. */
export function identityOf(account: Account | undefined): { readonly uid?: number; readonly gid?: number } {
  return account === undefined ? {} : { uid: account.uid, gid: account.gid };
}

/** Runs a command to its end. Never rejects: a command that cannot be run is an outcome without a code. */
export function run(
  program: string,
  options: readonly string[],
  account: Account | undefined,
  input = "",
): Promise<Outcome> {
  return new Promise((resolve) => {
    const parts: string[] = [];
    const child = spawn(program, options, { ...identityOf(account), cwd: "/", env: ENVIRONMENT });
    child.stdout.setEncoding("utf8").on("data", (part: string) => parts.push(part));
    child.stderr.setEncoding("utf8").on("data", (part: string) => parts.push(part));
    child.on("error", (error) => resolve({ code: undefined, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? undefined, output: parts.join("").trim() }));
    // A command that ends before it has read its input is judged by its exit code, not by the broken pipe.
    child.stdin.on("error", () => undefined).end(input);
  });
}
