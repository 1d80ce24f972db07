import { expect, test } from "vitest";
import type { LogEntry } from "../log/entry.ts";
import { healthPages } from "./health.ts";

/** Health of which the test decides each answer. */
function made() {
  const logged: LogEntry[] = [];
  const timers = new Set<() => void>();
  const answers = new Map<string, () => Promise<boolean>>([
    ["database", async () => true],
    ["disk", async () => true],
  ]);
  let asked = 0;
  const fitness = [...answers.keys()].map((name) => ({
    name,
    isFit: () => {
      asked += 1;
      return answers.get(name)?.() ?? Promise.resolve(false);
    },
  }));
  const app = healthPages(
    {
      fitness,
      patience: 2000,
      after: (_, then) => {
        timers.add(then);
        return () => timers.delete(then);
      },
    },
    (entry) => logged.push(entry),
  );
  const ready = async () => {
    const response = await app.request("/health/ready");
    return { status: response.status, ...((await response.json()) as object) };
  };
  return { app, answers, logged, timers, ready, asked: () => asked };
}

test("a process that answers is live, whatever it is fit for", async () => {
  const { app, answers } = made();
  answers.set("database", async () => false);
  const response = await app.request("/health/live");
  expect([response.status, await response.json()]).toEqual([200, { live: true }]);
});

test("a service is ready when all it needs is fit, and names each thing", async () => {
  const { ready, logged } = made();
  expect(await ready()).toEqual({ status: 200, ready: true, checks: { database: "ok", disk: "ok" } });
  expect(logged).toEqual([]);
});

test("a service is not ready where one thing fails or cannot be asked, and says no more than which", async () => {
  const { ready, answers, logged } = made();
  answers.set("disk", () => Promise.reject(new Error("ENOSPC at /secret")));
  const failing = { status: 503, ready: false, checks: { database: "ok", disk: "failing" } };
  expect(await ready()).toEqual(failing);
  expect(await ready()).toEqual(failing);
  answers.set("disk", async () => true);
  expect(await ready()).toMatchObject({ status: 200 });
  expect(logged).toEqual([
    { kind: "readiness", failing: ["disk"] },
    { kind: "readiness", failing: [] },
  ]);
});

test("a thing that does not answer in time counts as failing", async () => {
  const { ready, answers, timers } = made();
  const { promise, resolve } = Promise.withResolvers<boolean>();
  answers.set("database", () => promise);
  const asked = ready();
  for (const then of [...timers]) then();
  expect(await asked).toMatchObject({ status: 503, checks: { database: "failing" } });
  resolve(true);
});

test("many who ask at once cost one asking", async () => {
  const { ready, asked } = made();
  await Promise.all(Array.from({ length: 50 }, ready));
  expect(asked()).toBe(2);
});
