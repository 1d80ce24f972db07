import type { Terminal } from "./verb.ts";

/** Where progress is shown and how time passes. */
interface ProgressEffects {
  readonly printError: (text: string) => void;
  readonly isTerminal: boolean;
  readonly now: () => Date;
}

const SECOND = 1000;
const BETWEEN_LINES = 10 * SECOND;
const BETWEEN_DRAWINGS = SECOND / 5;

/** Progress, and what clears its line when the work is over. */
export interface Progress {
  readonly progress: Terminal["progress"];
  readonly end: () => void;
}

/** Draws progress over itself on a terminal; in a log, a line every ten seconds at most. */
export function createProgress({ printError, isTerminal, now }: ProgressEffects): Progress {
  const between = isTerminal ? BETWEEN_DRAWINGS : BETWEEN_LINES;
  let [last, drawn] = [isTerminal ? 0 : now().getTime(), 0];
  return {
    progress: (done, all, what) => {
      const time = now().getTime();
      if (time - last < between && !(isTerminal && done === all)) return;
      last = time;
      const text = progressText(done, all, what);
      printError(isTerminal ? `\r${text.padEnd(drawn)}` : `${text}\n`);
      drawn = text.length;
    },
    end: () => {
      if (isTerminal && drawn > 0) printError(`\r${" ".repeat(drawn)}\r`);
    },
  };
}

function progressText(done: number, all: number, what: string): string {
  const share = all === 0 ? 100 : Math.floor((done / all) * 100);
  return `${what}: ${done.toLocaleString("en-GB")} of ${all.toLocaleString("en-GB")} (${share}%)`;
}
