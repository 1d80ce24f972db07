import { type Decision, isRefused } from "#kernel/decision.ts";
import type { Day } from "#kernel/period.ts";
import type { Bar } from "#platform/access/person.ts";
import type { Authorship, NewEvent, Record, RecordedEvent } from "#platform/record/index.ts";
import { decide, type InterestCommand, type InterestRefusal } from "./decisions.ts";
import { STREAMS } from "./read-model.ts";
import type { InterestEvent } from "./rules/interest-events.ts";
import { type InterestState, stateAfter } from "./rules/interest-state.ts";
import { barsOn } from "./rules/standing-bar.ts";
import { type Declarations, declarationsOf, interestsInOrganisations, type KeptWords, wordsKept } from "./store.ts";
import type { InterestTables } from "./tables.ts";

/** Everybody's declarations, and the words of them, which can be erased. */
export interface InterestBook {
  state(person: string): Promise<InterestState>;
  perform(person: string, command: InterestCommand, by: Authorship): Promise<Decision<RecordedEvent, InterestRefusal>>;
  of(people: readonly string[]): Promise<Declarations>;
  /** What somebody may not decide on a day, by their standing interests. */
  barsOf(person: string, on: Day): Promise<readonly Bar[]>;
  /** The texts of all declarations, for whoever looks how long they have been kept. */
  wordsKept(): Promise<readonly KeptWords[]>;
  keepText(text: string): Promise<string>;
  /** Nothing where it was erased. */
  text(hash: string): Promise<string | undefined>;
}

export function openInterestBook(record: Record): InterestBook {
  const reads = record.reads<InterestTables>();
  const streamOf = (person: string) => `${STREAMS}/${person}`;
  return {
    state: async (person) => stateOf(await record.past(streamOf(person))),
    perform: (person, command, by) =>
      record.perform({
        ...{ stream: streamOf(person), command: command.kind },
        ...by,
        decide: (past) => recorded(streamOf(person), decide(stateOf(past), command)),
      }),
    of: (people) => declarationsOf(reads, people),
    barsOf: async (person, on) => barsOn(await interestsInOrganisations(reads, person), on),
    wordsKept: () => wordsKept(reads),
    keepText: (text) => record.keepText(text),
    text: (hash) => record.text(hash),
  };
}

function stateOf(past: readonly RecordedEvent[]): InterestState {
  return stateAfter(past.map(({ type, data }) => ({ type, data }) as unknown as InterestEvent));
}

function recorded(stream: string, decision: ReturnType<typeof decide>): Decision<NewEvent, InterestRefusal> {
  return isRefused(decision) ? decision : { events: decision.events.map(({ type, data }) => ({ stream, type, data })) };
}
