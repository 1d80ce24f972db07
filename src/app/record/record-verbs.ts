import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dayInLondon, isMonth } from "#kernel/period.ts";
import { WHOLE_SERVICE } from "#platform/access/person.ts";
import { type Outcome, type Verb, verb } from "#platform/cli/verb.ts";
import type { Fault, Record } from "#platform/record/index.ts";
import { dayText } from "#platform/web/words/dates.ts";
import { type Digest, digestFault, digestFrom, monthHeads, readDigest } from "./digest.ts";

interface RecordVerbsWiring {
  readonly record: Record;
  readonly now: () => Date;
  readonly version: string;
}

/** Verbs on the record itself. */
export function recordVerbs(wiring: RecordVerbsWiring): readonly Verb<"record.verify">[] {
  return [verifyVerb(wiring), digestVerb(wiring)];
}

function verifyVerb({ record }: RecordVerbsWiring): Verb<"record.verify"> {
  return verb(
    {
      name: "record verify",
      summary: "Checks the chain of events, replays the read tables, and holds the chain against kept digests",
      permission: "record.verify",
      subject: () => WHOLE_SERVICE,
      options: { digest: { about: "digests of past months that were kept elsewhere", value: "file", many: true } },
    },
    async ({ options }): Promise<Outcome> => {
      const digests = (options.digest ?? []).map((file) => [file, digestIn(file)] as const);
      const unread = digests.flatMap(([file, kept]) => (kept === undefined ? [`${file} holds no digest.`] : []));
      const found = await record.verify();
      const { whole, events, head, faults, altered } = found;
      const failing = await failingDigests(record, digests);
      const [first, ...others] = [
        ...(whole ? [] : [`The record is not whole: ${faults.length} faults.`, ...faults.map(faultText)]),
        ...failing.map(({ file, why }) => `The digest ${file} fails: ${why}.`),
        ...unread,
      ];
      const data = { ...found, altered, digests: failing };
      if (first !== undefined) return { refused: [first, ...others], data };
      const held = heldText(digests.length);
      return { text: `The record is whole: ${events} events, head ${head}.${held}`, data };
    },
  );
}

type Read = readonly (readonly [file: string, kept: Digest | undefined])[];

async function failingDigests(record: Record, digests: Read) {
  const looked = await Promise.all(
    digests.map(async ([file, kept]) => ({ file, why: kept && (await digestFault(record, kept)) })),
  );
  return looked.filter(({ why }) => why !== undefined);
}

function digestIn(file: string): Digest | undefined {
  try {
    return readDigest(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function digestVerb(wiring: RecordVerbsWiring): Verb<"record.verify"> {
  return verb(
    {
      name: "record digest",
      summary: "Gives the head of the record at the end of a month, to be kept elsewhere and held against it later",
      permission: "record.verify",
      subject: () => WHOLE_SERVICE,
      options: {
        month: { about: "the month, such as 2008-04", value: "month", required: true },
        to: { about: "the file to write; printed unless given", value: "file" },
      },
    },
    async ({ options: { month, to } }): Promise<Outcome> => {
      const made = await digestOf(wiring, month);
      if ("refused" in made) return made;
      const text = JSON.stringify(made, null, 2);
      if (to === undefined) return { text, data: made };
      if (existsSync(to)) return { refused: [`${to} is there already. Name another file.`] };
      writeFileSync(to, `${text}\n`, { flag: "wx" });
      return { text: `The digest of ${month} is in ${to}.`, data: made };
    },
  );
}

async function digestOf({ record, now, version }: RecordVerbsWiring, month: string): Promise<Digest | Refused> {
  if (!isMonth(month)) return { refused: [`${month} is not a month like 2008-04.`] };
  const made = dayInLondon(now());
  if (made < digestFrom(month)) {
    return { refused: [`${month} is not over. Its digest can be made from ${dayText(digestFrom(month))}.`] };
  }
  const head = (await monthHeads(record, now())).find((each) => each.month === month);
  return head === undefined
    ? { refused: [`Nothing was on record by the end of ${month}.`] }
    : { ...head, made, version };
}

type Refused = Extract<Outcome, { readonly refused: unknown }>;

function heldText(digests: number): string {
  if (digests === 0) return "";
  return ` It passes through ${digests === 1 ? "the digest" : `all ${digests} digests`}.`;
}

function faultText(fault: Fault): string {
  return Object.entries(fault)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(", ");
}
