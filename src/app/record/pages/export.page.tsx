import { dayInLondon } from "#kernel/period.ts";
import { type Subject, WHOLE_SERVICE } from "#platform/access/person.ts";
import { CSV_TYPE, csvText } from "#platform/files/csv.ts";
import { attachment, type Content } from "#platform/web/outcome.ts";
import { type Page, page, type Visit } from "#platform/web/page.ts";
import { askedSearch } from "../asked-search.ts";
import { recordUse } from "../data-use.ts";
import { type ShownEvent, shownEvents } from "../shown-event.ts";
import type { RecordWiring } from "../wiring.ts";
import { MOST_IN_FILE, seenBy } from "./search.page.tsx";

/** Exactly what a search shows as a file, CSV or lines of JSON. That somebody takes it is on the record first. */
export function exportPages(wiring: RecordWiring): readonly Page<"record.search">[] {
  return (["csv", "jsonl"] as const).map((format) =>
    page(`/record/export/${format}`, { permission: "record.search", subject: () => WHOLE_SERVICE }, async (visit) => {
      const { person, query, now, by } = visit;
      const seen = await seenBy(wiring, person, now);
      const { search } = askedSearch(query);
      const { events, more } = await seen.find(search, MOST_IN_FILE);
      if (more) return tooMany(wiring);
      const shown = await shownEvents(wiring, events);
      await recordUse(wiring.record, {
        ...{ what: "record-export", rows: shown.length, object: "/record", person, by },
        subject: await ownPlace(wiring, visit),
      });
      return format === "csv"
        ? attachment({ name: "record.csv", type: CSV_TYPE, body: csvOf(shown) })
        : attachment({ name: "record.jsonl", type: "application/x-ndjson; charset=utf-8", body: linesOf(shown) });
    }),
  );
}

/** The place of whoever exports, for which the use is counted. */
async function ownPlace({ directory }: RecordWiring, { person, now }: Pick<Visit, "person" | "now">): Promise<Subject> {
  const organisation = person.posts.find((post) => post.organisation !== "")?.organisation ?? "";
  const within = organisation === "" ? [] : (await directory()).within(organisation, dayInLondon(now));
  return { organisation, within };
}

const COLUMNS: readonly (readonly [string, (event: ShownEvent) => string | number])[] = [
  ["number", ({ seq }) => seq],
  ["at", ({ at }) => at],
  ["what", ({ says }) => says],
  ["about", ({ object }) => object],
  ["stream", ({ stream }) => stream],
  ["kind of event", ({ type }) => type],
  ["by", ({ who }) => who],
  ["person", ({ person }) => person],
  ["authority", ({ authority }) => authority],
  ["outcome", ({ outcome }) => outcome],
  ["hash", ({ hash }) => hash],
];

function csvOf(events: readonly ShownEvent[]): string {
  return csvText([COLUMNS.map(([name]) => name), ...events.map((event) => COLUMNS.map(([, cell]) => cell(event)))]);
}

function linesOf(events: readonly ShownEvent[]): string {
  return events
    .map((event) => `${JSON.stringify(Object.fromEntries(COLUMNS.map(([name, cell]) => [name, cell(event)])))}\n`)
    .join("");
}

function tooMany({ madeUp }: RecordWiring): Content {
  return {
    title: "Too many events for a file",
    trail: [{ text: "The record", href: "/record" }],
    madeUp,
    body: (
      <>
        <h1>Too many events for a file</h1>
        <p>
          A file holds {MOST_IN_FILE.toLocaleString("en-GB")} events at most. <a href="/record">Search for fewer</a>,
          for example month by month.
        </p>
      </>
    ),
  };
}
