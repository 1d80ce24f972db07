import { describe, expect, test } from "vitest";
import { Busy, TooLong } from "./no-turn.ts";
import { openTurns, TURN_LIMITS } from "./turns.ts";

const LIMITS = { ...TURN_LIMITS, ordinary: { atOnce: 2, waiting: 1, milliseconds: 1000 } };

/** Turns whose time passes when the test says so. */
function made() {
  const timers = new Set<() => void>();
  const turns = openTurns(LIMITS, (_, then) => {
    timers.add(then);
    return () => timers.delete(then);
  });
  const timePasses = () => {
    for (const then of [...timers]) then();
  };
  return { turns, timers, timePasses };
}

/** Work that ends when the test lets it. */
function work() {
  const { promise, resolve } = Promise.withResolvers<string>();
  const seen = { begun: false };
  const begin = () => {
    seen.begun = true;
    return promise;
  };
  return { begin, seen, end: resolve };
}

describe("turns", () => {
  test("let so many work, so many wait in their order, and turn the next away at once", async () => {
    const { turns } = made();
    const [a, b, c] = [work(), work(), work()];
    const asked = [a, b, c].map(({ begin }) => turns.take("ordinary", begin));
    await expect(turns.take("ordinary", work().begin)).rejects.toBeInstanceOf(Busy);
    expect([a, b, c].map(({ seen }) => seen.begun)).toEqual([true, true, false]);
    b.end("b");
    expect(await asked[1]).toBe("b");
    const late = work();
    const lateAsked = turns.take("ordinary", late.begin);
    a.end("a");
    expect(await asked[0]).toBe("a");
    expect([c.seen.begun, late.seen.begun]).toEqual([true, true]);
    c.end("c");
    late.end("late");
    expect(await Promise.all([asked[2], lateAsked])).toEqual(["c", "late"]);
    expect(turns.isIdle()).toBe(true);
  });

  test("keep heavy work from taking the room of pages", async () => {
    const { turns } = made();
    const heavy = Array.from({ length: 6 }, work);
    const asked = heavy.map(({ begin }) => turns.take("heavy", begin));
    await expect(turns.take("heavy", work().begin)).rejects.toBeInstanceOf(Busy);
    expect(await turns.take("ordinary", async () => "a page")).toBe("a page");
    for (const { end } of heavy) end("done");
    await Promise.all(asked);
  });

  test("end when the time has passed, tell the work, and keep its room until it has ended", async () => {
    const { turns, timePasses } = made();
    const [a, b, c] = [work(), work(), work()];
    let signal: AbortSignal | undefined;
    const asked = turns.take("ordinary", () => {
      signal = turns.signal();
      return a.begin();
    });
    const rejected = expect(asked).rejects.toBeInstanceOf(TooLong);
    expect(signal?.aborted).toBe(false);
    timePasses();
    await rejected;
    expect(signal?.aborted).toBe(true);
    const others = [b, c].map(({ begin }) => turns.take("ordinary", begin));
    expect([b.seen.begun, c.seen.begun]).toEqual([true, false]);
    let isIdle = false;
    const idle = turns.idle().then(() => {
      isIdle = true;
    });
    for (const { end } of [a, b, c]) end("done");
    expect(isIdle).toBe(false);
    expect(await Promise.all(others)).toEqual(["done", "done"]);
    await idle;
  });

  test("let nobody wait beyond the time, and begin nothing for those who stopped waiting", async () => {
    const { turns, timers, timePasses } = made();
    const [a, b, c, d] = [work(), work(), work(), work()];
    const first = [a, b].map(({ begin }) => turns.take("ordinary", begin));
    timers.clear();
    const third = expect(turns.take("ordinary", c.begin)).rejects.toBeInstanceOf(Busy);
    timePasses();
    await third;
    const fourth = turns.take("ordinary", d.begin);
    a.end("a");
    b.end("b");
    await Promise.all(first);
    d.end("d");
    expect(await fourth).toBe("d");
    expect(c.seen.begun).toBe(false);
  });

  test("give room again after work that failed, and call off its time", async () => {
    const { turns, timers } = made();
    for (let at = 0; at < 5; at += 1) {
      const failing = turns.take("ordinary", () => Promise.reject(new Error("no good")));
      await expect(failing).rejects.toThrow("no good");
    }
    expect([turns.isIdle(), timers.size]).toEqual([true, 0]);
    await turns.idle();
  });

  test("have no signal outside of them", () => {
    expect(made().turns.signal()).toBeUndefined();
  });
});
