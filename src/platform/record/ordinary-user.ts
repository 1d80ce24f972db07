import { startEmbedded } from "./embedded.ts";
import { embeddedSentence } from "./embedded-refusals.ts";
import { accounts, move } from "./examples/accounts.ts";
import { openRecord } from "./record.ts";

// Run by a test as a process of its own, which gives up being root once its modules are loaded.

const [folder = "", uid = "", gid = ""] = process.argv.slice(2);
if (process.getuid?.() === 0) {
  process.setgroups?.([]);
  process.setgid?.(Number(gid));
  process.setuid?.(Number(uid));
}
const embedded = await startEmbedded({ folder });
if ("refused" in embedded) throw new Error(embeddedSentence(embedded.refused[0]));
const record = await openRecord({ ...embedded, readModels: [accounts], now: () => new Date("2008-04-01T09:00:00Z") });
await move(record, "a", 100);
const { whole, events } = await record.verify();
await record.close();
await embedded.stop();
process.stdout.write(JSON.stringify({ user: process.getuid?.(), whole, events }));
