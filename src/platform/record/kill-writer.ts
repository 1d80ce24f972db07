import { writeSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { startEmbedded } from "./embedded.ts";
import { embeddedSentence } from "./embedded-refusals.ts";
import { accounts, move } from "./examples/accounts.ts";
import { openRecord, type Record } from "./record.ts";

// Run by kill-rounds.ts as a process of its own, to be killed. It tells of each event only once that is acknowledged.

const [folder = ""] = process.argv.slice(2);
const onLost = (sentence: string): never => {
  throw new Error(sentence);
};
const embedded = await startEmbedded({ folder, onLost });
if ("refused" in embedded) throw new Error(embeddedSentence(embedded.refused[0]));
const record = await openRecord({ ...embedded, readModels: [accounts], now: () => new Date("2008-04-01T09:00:00Z") });
await Promise.all(["a", "b", "c"].map((account) => writeForEver(record, account)));

async function writeForEver(to: Record, account: string): Promise<never> {
  for (let pence = 1; ; pence++) {
    const done = await move(to, account, pence).catch(() => undefined);
    if (done === undefined) await wait(20);
    else if ("events" in done) for (const { seq, hash } of done.events) writeSync(1, `${seq} ${hash}\n`);
  }
}
