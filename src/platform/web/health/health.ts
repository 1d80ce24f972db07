import { Hono } from "hono";
import type { LogEntry } from "../log/entry.ts";
import type { Timer } from "../turns/turns.ts";

/** One thing without which the service is not fit to serve. */
export interface Fitness {
  readonly name: string;
  /** Whether it is as it should be; a failure to find out counts as no. */
  readonly isFit: () => Promise<boolean>;
}

/** What tells whether the service is fit to serve. */
export interface Health {
  readonly fitness: readonly Fitness[];
  /** Milliseconds after which a thing that does not answer counts as failing. */
  readonly patience: number;
  readonly after: Timer;
}

/**
 * The two addresses that a supervisor or a load balancer asks: whether the process is up, and whether it is fit to serve.
 * They are open to all, name no secret, answer however busy the service is, and are not logged; a change of fitness is.
 */
export function healthPages(health: Health, log: (entry: LogEntry) => void): Hono {
  const app = new Hono();
  const failing = once(() => failingOf(health));
  let before = "";
  app.get("/health/live", (c) => c.json({ live: true }));
  app.get("/health/ready", async (c) => {
    const names = await failing();
    if (names.join() !== before) log({ kind: "readiness", failing: names });
    before = names.join();
    const checks = Object.fromEntries(
      health.fitness.map(({ name }) => [name, names.includes(name) ? "failing" : "ok"]),
    );
    const isReady = names.length === 0;
    return c.json({ ready: isReady, checks }, isReady ? 200 : 503, isReady ? {} : { "Retry-After": "10" });
  });
  return app;
}

async function failingOf({ fitness, patience, after }: Health): Promise<readonly string[]> {
  const asked = fitness.map(async ({ name, isFit }) => {
    const { promise: late, resolve } = Promise.withResolvers<boolean>();
    const callOff = after(patience, () => resolve(false));
    const found = await Promise.race([isFit().catch(() => false), late]).finally(callOff);
    return found ? [] : [name];
  });
  return (await Promise.all(asked)).flat();
}

/** Many who ask at once are told of the one answer, so that asking cannot wear out what is asked about. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask().finally(() => {
      asked = undefined;
    });
    return asked;
  };
}
