import { type Verb, verb } from "#platform/cli/verb.ts";
import type { Fault, Record } from "#platform/record/index.ts";

/** Verbs on the record itself. */
export function recordVerbs({ record }: { readonly record: Record }): readonly Verb<"record.verify">[] {
  return [
    verb(
      {
        name: "record verify",
        summary: "Checks the chain of events, and replays the read tables and compares them",
        permission: "record.verify",
        subject: () => ({ organisation: "", within: [] }),
      },
      async () => {
        const found = await record.verify();
        const { whole, events, head, faults } = found;
        if (!whole) return { refused: [`The record is not whole: ${faults.length} faults.`, ...faults.map(faultText)] };
        return { text: `The record is whole: ${events} events, head ${head}.`, data: found };
      },
    ),
    verb(
      {
        name: "record history",
        summary: "Shows what was done and what was refused, the newest first",
        permission: "record.verify",
        subject: () => ({ organisation: "", within: [] }),
        options: { limit: { about: "how many, 20 unless said", value: "count" } },
      },
      async ({ options }) => {
        const limit = Number(options.limit ?? "20");
        if (!Number.isSafeInteger(limit) || limit < 1) return { refused: ["--limit takes a whole number from 1."] };
        const events = await record.history({ limit });
        const text = events.map(
          ({ seq, at, actor, kind, type, stream }) => `${seq}  ${at}  ${actor}  ${kind}  ${type}  ${stream}`,
        );
        return { text, data: events };
      },
    ),
  ];
}

function faultText(fault: Fault): string {
  return Object.entries(fault)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(", ");
}
