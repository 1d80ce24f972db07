import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Stages } from "./stages.ts";
import type { Tell } from "./tell.ts";

type StageName = keyof Stages;
export type Job<N extends StageName> = Parameters<Stages[N]>[0];
export type Found<N extends StageName> = Awaited<ReturnType<Stages[N]>>;

/** What a stage found, and the most memory that its process took. */
export interface Ran<T> {
  readonly found: T;
  readonly peakBytes: number;
}

export type FromChild =
  | { readonly kind: "progress"; readonly line: string }
  | { readonly kind: "found"; readonly found: unknown; readonly peakBytes: number };

const ENTRY = fileURLToPath(new URL("../bench.ts", import.meta.url));

/** Runs a stage in a process of its own, so that the memory it takes is its own. */
export function inChild<N extends StageName>(
  name: N,
  job: Job<N>,
  { tell, signal }: { readonly tell: Tell; readonly signal: AbortSignal },
): Promise<Ran<Found<N>>> {
  const child = fork(ENTRY, ["stage"], { signal, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  return new Promise((resolve, reject) => {
    let ran: Ran<Found<N>> | undefined;
    child.on("message", (message: FromChild) => {
      if (message.kind === "progress") tell(message.line);
      else ran = { found: message.found as Found<N>, peakBytes: message.peakBytes };
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0 && ran !== undefined) resolve(ran);
      else reject(new Error(`The stage ${name} ended without a result (code ${code}); its reason stands above.`));
    });
    child.send({ name, job });
  });
}
