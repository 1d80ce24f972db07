import { WHOLE_SERVICE } from "#platform/access/person.ts";
import { type Outcome, type Verb, verb } from "#platform/cli/verb.ts";
import { askedSearch } from "./asked-search.ts";
import { MOST_IN_FILE, seenBy } from "./pages/search.page.tsx";
import { shownEvents } from "./shown-event.ts";
import type { RecordWiring } from "./wiring.ts";

/** The record as whoever asks may see it, as on the page /record. Source: settled ¶record-1. */
export function historyVerb(wiring: RecordWiring): Verb<"record.search"> {
  return verb(
    {
      name: "record history",
      summary: "Show what was done and what was refused, by whom and on what authority, the newest first.",
      permission: "record.search",
      subject: () => WHOLE_SERVICE,
      options: {
        object: { about: "one object, by its name on the record, such as budget/5QV/2008-09", value: "name" },
        objects: { about: "objects of a sort, such as budget", value: "word" },
        person: { about: "what one person did, by their id", value: "person" },
        type: { about: "one kind of event", value: "type" },
        outcome: { about: "accepted or refused", value: "outcome" },
        words: { about: "events that say this", value: "words" },
        from: { about: "from this day, such as 2008-04-01", value: "day" },
        until: { about: "until this day", value: "day" },
        limit: { about: "how many, 20 unless said", value: "count" },
      },
    },
    async ({ options: { limit: asked = "20", ...named }, person }, { now }): Promise<Outcome> => {
      const limit = Number(asked);
      if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST_IN_FILE) {
        return { refused: [`--limit takes a whole number from 1 to ${MOST_IN_FILE}, not ${asked}.`] };
      }
      const given = Object.entries(named).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] as const],
      );
      const { search, problems } = askedSearch(new URLSearchParams(Object.fromEntries(given)));
      const [problem] = problems;
      if (problem !== undefined) return { refused: [`--${problem.field}: ${problem.message}.`] };
      const { events } = await (await seenBy(wiring, person, now())).find(search, limit);
      const shown = await shownEvents(wiring, events);
      const text = shown.map(({ seq, at, who, outcome, says, object }) =>
        [seq, at, who, outcome, says, object].join("  "),
      );
      return { text: text.length === 0 ? "Nothing on the record that you may see fits." : text, data: shown };
    },
  );
}
