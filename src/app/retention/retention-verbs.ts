import { type Day, dayInLondon, isDay } from "#kernel/period.ts";
import { WHOLE_SERVICE } from "#platform/access/person.ts";
import { type Outcome, type Verb, verb } from "#platform/cli/verb.ts";
import { dayText } from "#platform/web/words/dates.ts";
import { type Due, dueOn, eraseDue, KEPT, type RetentionWiring } from "./due.ts";

/** Verbs that list and erase the texts whose time is over. Source: settled ¶retention-1 to ¶retention-6. */
export function retentionVerbs(wiring: RetentionWiring): readonly Verb<"retention.run">[] {
  return [dueVerb(wiring), runVerb(wiring)];
}

function dueVerb(wiring: RetentionWiring): Verb<"retention.run"> {
  return verb(
    {
      name: "retention due",
      summary: "Lists the personal and free texts that have been kept for their time",
      permission: "retention.run",
      subject: () => WHOLE_SERVICE,
      options: { on: { about: "the day, today unless said", value: "day" } },
    },
    async ({ options: { on } }): Promise<Outcome> => {
      const day = on ?? dayInLondon(wiring.now());
      if (!isDay(day)) return { refused: [`${day} is not a day like 2008-05-06.`] };
      const due = await dueOn(wiring, day);
      return { text: dueText(due, day), data: due };
    },
  );
}

function runVerb(wiring: RetentionWiring): Verb<"retention.run"> {
  return verb(
    {
      name: "retention run",
      summary: "Erases what is due today, for good; without --really it only says what would go",
      permission: "retention.run",
      subject: () => WHOLE_SERVICE,
      options: { really: { about: "erase it" } },
    },
    async ({ options: { really }, by }, { progress }): Promise<Outcome> => {
      const today = dayInLondon(wiring.now());
      const due = await dueOn(wiring, today);
      if (!really) {
        const text = [...dueText(due, today), "Nothing was erased. To erase it for good, add --really."];
        return { text, data: { erased: [], due } };
      }
      for (const [index, each] of due.entries()) {
        await eraseDue(wiring, each, by);
        progress(index + 1, due.length, "Erased");
      }
      return { text: `${due.length} were erased for good. The record stays whole and says so.`, data: { erased: due } };
    },
  );
}

function dueText(due: readonly Due[], on: Day): readonly string[] {
  if (due.length === 0) return [`Nothing has been kept for its time on ${dayText(on)}.`];
  return due.map(
    ({ kind, id, since, due: day }) => `${day}  ${KEPT[kind].words}  ${id.slice(0, 16)}  (not needed since ${since})`,
  );
}
