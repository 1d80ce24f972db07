import type { FromChild } from "./child.ts";
import { type Stages, stages } from "./stages.ts";
import type { Tell } from "./tell.ts";

interface Order {
  readonly name: keyof Stages;
  readonly job: never;
}

/** Runs the one stage that the process was started for, and sends what it found with the most memory it took. */
export function runStage(): Promise<void> {
  return new Promise((resolve, reject) => {
    // Whoever asked is gone, and with it the folder.
    const giveUp = () => process.exit(1);
    process.once("disconnect", giveUp);
    process.once("message", ({ name, job }: Order) => {
      const tell: Tell = (line) => send({ kind: "progress", line });
      stages[name](job, tell).then((found) => {
        const peakBytes = process.resourceUsage().maxRSS * 1024;
        send({ kind: "found", found, peakBytes });
        process.off("disconnect", giveUp);
        process.disconnect();
        resolve();
      }, reject);
    });
  });
}

function send(message: FromChild): void {
  process.send?.(message);
}
