import { dayInLondon } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import { type Person, WHOLE_SERVICE } from "#platform/access/person.ts";
import { type Page, page } from "#platform/web/page.ts";
import { askedSearch, searchPath } from "../asked-search.ts";
import { scopeOf } from "../scope.ts";
import { type SeenRecord, seenRecord } from "../search.ts";
import { shownEvents } from "../shown-event.ts";
import type { RecordWiring } from "../wiring.ts";
import { EventView } from "./event.view.tsx";
import { SearchView } from "./search.view.tsx";

const PAGE = 50;
/** So many events are written to a file at most. */
export const MOST_IN_FILE = 10_000;

/** The record as its reader may see it. */
export async function seenBy(wiring: RecordWiring, person: Person, now: Date): Promise<SeenRecord> {
  const { record, access, directory } = wiring;
  return seenRecord(record, scopeOf({ access, person, directory: await directory(), on: dayInLondon(now) }));
}

/** What was done and refused, by whom, when and on what authority: searched, and one event. Source: settled ¶record-1. */
export function searchPages(wiring: RecordWiring): readonly Page<"record.search">[] {
  return [searched(wiring), oneEvent(wiring)];
}

function searched(wiring: RecordWiring): Page<"record.search"> {
  return page(
    "/record",
    { permission: "record.search", subject: () => WHOLE_SERVICE },
    async ({ person, query, now }) => {
      const seen = await seenBy(wiring, person, now);
      const { search, problems } = askedSearch(query);
      const { before: _, ...whole } = search;
      const [{ events, more }, count, types] = await Promise.all([
        seen.find(search, PAGE),
        seen.count(whole),
        seen.types(),
      ]);
      const shown = await shownEvents(wiring, events);
      const last = shown.at(-1)?.seq;
      return {
        title: "The record",
        section: "record",
        madeUp: wiring.madeUp,
        body: (
          <SearchView
            {...{ shown, count, types, problems, search, most: MOST_IN_FILE }}
            entered={Object.fromEntries(query)}
            objects={wiring.descriptions.map(({ streams, title }) => ({ value: streams, text: title }))}
            older={more && last !== undefined ? searchPath("/record", { ...search, before: last }) : undefined}
            newest={search.before === undefined ? undefined : searchPath("/record", whole)}
            files={["csv", "jsonl"].map((format) => `${searchPath(`/record/export/${format}`, whole)}`)}
          />
        ),
      };
    },
  );
}

function oneEvent(wiring: RecordWiring): Page<"record.search"> {
  return page(
    "/record/event/:seq",
    { permission: "record.search", subject: () => WHOLE_SERVICE },
    async ({ person, params, now }) => {
      const seq = Number(params.seq);
      const event = /^\d{1,15}$/.test(params.seq) ? await (await seenBy(wiring, person, now)).event(seq) : undefined;
      const [shown] = event === undefined ? [] : await shownEvents(wiring, [event]);
      if (shown === undefined) throw new NotFound("The record has no such event for you to see.");
      return {
        title: `Event ${shown.seq} of the record`,
        section: "record",
        trail: [{ text: "The record", href: "/record" }],
        madeUp: wiring.madeUp,
        body: <EventView event={shown} others={searchPath("/record", { object: shown.stream })} />,
      };
    },
  );
}
