import type { InterestBook } from "#features/interests/index.ts";
import { monthsAfter } from "#features/interests/index.ts";
import type { PeopleBook } from "#features/people/index.ts";
import type { Rulebook, RuleName } from "#features/rulebook/index.ts";
import { type Day, dayInLondon } from "#kernel/period.ts";
import type { Authorship, Record } from "#platform/record/index.ts";
import type { RecordedTables } from "../record/tables.ts";

/** What is kept for a time and then erased, by the rule that says for how long. */
export const KEPT = {
  "review-notes": { rule: "retention.review-notes-months", words: "note on a utilisation review" },
  "look-up-reasons": { rule: "retention.look-up-reasons-months", words: "reason for which a patient was looked up" },
  declarations: { rule: "retention.declarations-months", words: "words of a declaration" },
  "people-details": { rule: "retention.people-details-months", words: "name and e-mail address of somebody who left" },
  invitations: { rule: "retention.invitations-months", words: "name and e-mail address on an invitation that lapsed" },
  accounts: { rule: "retention.sign-in-accounts-months", words: "sign-in account of somebody who left" },
} as const satisfies Readonly<globalThis.Record<string, { readonly rule: RuleName; readonly words: string }>>;
export type KeptKind = keyof typeof KEPT;

/** Something whose time is over: since when it was not needed, and on which day it may go. */
export interface Due {
  readonly kind: KeptKind;
  /** A text's hash, or the person whose details or account it is. */
  readonly id: string;
  readonly since: Day;
  readonly due: Day;
}

/** What retention looks through, and what it erases by. */
export interface RetentionWiring {
  readonly record: Record;
  readonly interests: Pick<InterestBook, "wordsKept" | "text">;
  readonly people: Pick<PeopleBook, "reads" | "state" | "erase" | "perform">;
  readonly rulebook: Rulebook;
  readonly now: () => Date;
  /** Sign-in accounts that there are, and how one is forgotten; left out where nobody signs in. */
  readonly accounts?: {
    readonly people: () => Promise<readonly string[]>;
    readonly forget: (person: string) => Promise<void>;
  };
}

interface Kept {
  readonly kind: KeptKind;
  readonly id: string;
  readonly since: Day;
}

/** What may be erased on a day, by the rules in force on it, the longest overdue first. Source: settled ¶retention-1 to ¶retention-5, ¶retention-7. */
export async function dueOn(wiring: RetentionWiring, on: Day): Promise<readonly Due[]> {
  const months = (kind: KeptKind) => wiring.rulebook.inForce("england", KEPT[kind].rule, on).value;
  const kept = (
    await Promise.all([textsOfEvents(wiring), declarations(wiring), details(wiring), accounts(wiring)])
  ).flat();
  return kept
    .map((each): Due => ({ ...each, due: monthsAfter(each.since, months(each.kind)) }))
    .filter(({ due }) => due <= on)
    .toSorted((a, b) => (a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due < b.due ? -1 : 1));
}

/** Erases one thing, on the record under whoever does. Source: settled ¶retention-6. */
export async function eraseDue(wiring: RetentionWiring, { kind, id }: Due, by: Authorship): Promise<void> {
  switch (kind) {
    case "review-notes":
    case "look-up-reasons":
    case "declarations":
      await wiring.record.eraseText({ hash: id, ...by });
      return;
    case "invitations":
      // One that lapsed is closed first; one that was withdrawn is closed already.
      if ((await wiring.people.state(id)).standing === "invited") {
        await wiring.people.perform(id, { kind: "withdraw-invitation" }, by);
      }
      await wiring.people.erase(id, by);
      return;
    case "people-details":
      await wiring.people.erase(id, by);
      return;
    case "accounts":
      await wiring.accounts?.forget(id);
  }
}

/** Texts whose time runs from the day on which they were written, by what their features call them. */
const FROM_WRITING: Readonly<globalThis.Record<string, KeptKind>> = {
  "review-notes": "review-notes",
  "reason of a look-up": "look-up-reasons",
};

async function textsOfEvents({ record }: RetentionWiring): Promise<readonly Kept[]> {
  const rows = await record
    .reads<RecordedTables>()
    .selectFrom("recorded_texts")
    .innerJoin("recorded", "recorded.seq", "recorded_texts.seq")
    .select(["hash", "on_day", "recorded_texts.kind"])
    .where("recorded_texts.kind", "in", Object.keys(FROM_WRITING))
    .where("erased_day", "is", null)
    .execute();
  return rows.flatMap(({ hash, on_day, kind }) => {
    const kept = FROM_WRITING[kind];
    return kept === undefined ? [] : since(kept, hash, on_day as Day);
  });
}

async function declarations({ record, interests }: RetentionWiring): Promise<readonly Kept[]> {
  const erased = await record
    .reads<RecordedTables>()
    .selectFrom("recorded_texts")
    .select("hash")
    .where("erased_day", "is not", null)
    .execute();
  const gone = new Set(erased.map(({ hash }) => hash));
  return (await interests.wordsKept()).flatMap(({ hash, over }) =>
    over === undefined || gone.has(hash) ? [] : [{ kind: "declarations" as const, id: hash, since: over }],
  );
}

/** Names and addresses of those who left, and of those whose invitation lapsed or was withdrawn without their coming. */
async function details({ people, record, now }: RetentionWiring): Promise<readonly Kept[]> {
  const rows = await people.reads
    .selectFrom("people")
    .select(["person", "standing", "lapses_at", "was_in"])
    .where("name", "is not", null)
    .where("standing", "in", ["left", "invited", "withdrawn"])
    .execute();
  const [left, withdrawn] = await Promise.all(
    ["person-left", "invitation-withdrawn"].map((type) => lastDays(record, type)),
  );
  return rows.flatMap(({ person, standing, lapses_at, was_in }): readonly Kept[] => {
    const stream = `person/${person}`;
    if (standing === "left" || was_in) return since("people-details", person, left?.get(stream));
    const isLapsed = lapses_at !== null && lapses_at <= now().toISOString();
    const lapsed = isLapsed ? dayInLondon(new Date(lapses_at)) : undefined;
    return since("invitations", person, standing === "withdrawn" ? withdrawn?.get(stream) : lapsed);
  });
}

function since(kind: KeptKind, id: string, day: Day | undefined): readonly Kept[] {
  return day === undefined ? [] : [{ kind, id, since: day }];
}

async function accounts({ accounts: held, record }: RetentionWiring): Promise<readonly Kept[]> {
  if (held === undefined) return [];
  const left = await lastDays(record, "person-left");
  return (await held.people()).flatMap((person) => since("accounts", person, left.get(`person/${person}`)));
}

/** By stream, the last day on which an event of a type happened. */
async function lastDays(record: Record, type: string): Promise<ReadonlyMap<string, Day>> {
  const rows = await record
    .reads<RecordedTables>()
    .selectFrom("recorded")
    .select((eb) => ["stream", eb.fn.max<string>("on_day").as("day")])
    .where("type", "=", type)
    .where("kind", "=", "accepted")
    .groupBy("stream")
    .execute();
  return new Map(rows.map(({ stream, day }) => [stream, day as Day]));
}
