import { AsyncLocalStorage } from "node:async_hooks";
import { Busy, TooLong } from "./no-turn.ts";

/** How much of one sort of work there may be: how many at once, how many waiting, and for how long each. */
export interface LaneLimits {
  readonly atOnce: number;
  readonly waiting: number;
  /** Milliseconds from the asking until an answer must be given. */
  readonly milliseconds: number;
}

/**
 * Pages are ordinary work. Working out a draft or going through a file is heavy, and has a small lane of its own so that
 * pages are still answered meanwhile. Bodies that are coming in cost no work but a place on disk.
 */
export type Lane = "ordinary" | "heavy" | "arriving";
export type TurnLimits = Readonly<Record<Lane, LaneLimits>>;

/** Limits for the two cores and the gigabyte that the product takes unless told otherwise. */
export const TURN_LIMITS: TurnLimits = {
  ordinary: { atOnce: 16, waiting: 64, milliseconds: 30_000 },
  heavy: { atOnce: 2, waiting: 4, milliseconds: 300_000 },
  arriving: { atOnce: 32, waiting: 0, milliseconds: 300_000 },
};

/** Calls back when some milliseconds have passed; gives the way to call it off. */
export type Timer = (milliseconds: number, then: () => void) => () => void;

/** Turns at the work of answering requests, so that too many of them cannot take the service from everyone. */
export interface Turns {
  /**
   * Does work when there is room for it. Throws Busy at once where too many wait already, and TooLong when its time has
   * passed; the work is then told by its signal and keeps its room until it has ended, since it still costs what it costs.
   */
  take<Result>(lane: Lane, work: () => Promise<Result>): Promise<Result>;
  /** The signal by which the work in hand is told that nobody waits for it any more; nothing outside of turns. */
  signal(): AbortSignal | undefined;
  /** Whether there is any work or waiting. */
  isIdle(): boolean;
  /** When all work that was begun has ended. */
  idle(): Promise<void>;
}

/** Opens turns with their limits. */
export function openTurns(limits: TurnLimits = TURN_LIMITS, after: Timer = afterReally): Turns {
  const signals = new AsyncLocalStorage<AbortSignal>();
  const rooms = {
    ordinary: openRoom(limits.ordinary),
    heavy: openRoom(limits.heavy),
    arriving: openRoom(limits.arriving),
  };
  const isIdle = () => Object.values(rooms).every(({ isEmpty }) => isEmpty());
  const waitingForIdle: (() => void)[] = [];
  const told = () => {
    if (isIdle()) for (const tell of waitingForIdle.splice(0)) tell();
  };
  return {
    signal: () => signals.getStore(),
    isIdle,
    idle: () => (isIdle() ? Promise.resolve() : new Promise((tell) => waitingForIdle.push(tell))),
    take: async (lane, work) => {
      const controller = new AbortController();
      const wait = rooms[lane].enter(controller.signal);
      let isBegun = false;
      const begin = async () => {
        isBegun = true;
        try {
          return await signals.run(controller.signal, work);
        } finally {
          rooms[lane].leave();
          told();
        }
      };
      const { promise: passed, reject } = Promise.withResolvers<never>();
      const callOff = after(limits[lane].milliseconds, () => {
        controller.abort();
        reject(isBegun ? new TooLong() : new Busy());
        told();
      });
      return Promise.race([wait === undefined ? begin() : wait.then(begin), passed]).finally(callOff);
    },
  };
}

interface Room {
  /** Nothing where there is room, else the waiting for it, until the signal; throws Busy where too many wait. */
  enter(signal: AbortSignal): Promise<void> | undefined;
  readonly leave: () => void;
  readonly isEmpty: () => boolean;
}

function openRoom({ atOnce, waiting }: LaneLimits): Room {
  let inside = 0;
  const queue = new Set<() => void>();
  return {
    isEmpty: () => inside === 0 && queue.size === 0,
    enter: (signal) => {
      if (inside < atOnce) {
        inside += 1;
        return undefined;
      }
      if (queue.size >= waiting) throw new Busy();
      return new Promise<void>((go, giveUp) => {
        queue.add(go);
        signal.addEventListener("abort", () => {
          if (queue.delete(go)) giveUp(new Busy());
        });
      });
    },
    leave: () => {
      const [next] = queue;
      if (next === undefined) {
        inside -= 1;
        return;
      }
      // The room is handed on, so that nobody who comes meanwhile takes it first.
      queue.delete(next);
      next();
    },
  };
}

function afterReally(milliseconds: number, then: () => void): () => void {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
}
