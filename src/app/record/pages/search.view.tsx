import type { ReactNode } from "react";
import type { Problem } from "#platform/web/outcome.ts";
import { DataTable } from "#platform/web/view/data-table.tsx";
import { EmptyState } from "#platform/web/view/empty-state.tsx";
import { ProblemSummary, SelectField, SubmitButton, TextField } from "#platform/web/view/form.tsx";
import { count as inWords } from "#platform/web/words/amounts.ts";
import type { Search } from "../search.ts";
import type { ShownEvent } from "../shown-event.ts";
import { instantText } from "./instant-text.ts";

interface Choice {
  readonly value: string;
  readonly text: string;
}

interface SearchProps {
  readonly shown: readonly ShownEvent[];
  readonly count: number;
  readonly types: readonly string[];
  readonly objects: readonly Choice[];
  readonly search: Search;
  readonly problems: readonly Problem[];
  readonly entered: Readonly<Record<string, string>>;
  readonly older: string | undefined;
  readonly newest: string | undefined;
  readonly files: readonly string[];
  readonly most: number;
}

/** The record, with a form to search it. */
export function SearchView({ shown, count, search, older, newest, files, most, ...form }: SearchProps): ReactNode {
  return (
    <>
      <ProblemSummary problems={form.problems} />
      <h1>The record</h1>
      <p>
        What was done and what was refused, by whom, when and on what authority, as far as it concerns your own places.
        Nothing on it is ever changed. <a href="/record/digests">The heads of past months</a> prove it, and{" "}
        <a href="/registers">registers</a> are open to everybody.
      </p>
      {search.object === undefined ? null : (
        <p>
          Of one object: {search.object}. <a href="/record">See the whole record</a>.
        </p>
      )}
      <SearchForm {...form} search={search} />
      {shown.length === 0 ? (
        <EmptyState
          title="Nothing found"
          from="Events appear here as soon as something is done, or refused."
          who="You find what concerns the places at which you hold a post."
        />
      ) : (
        <Events shown={shown} count={count} />
      )}
      <Ways {...{ older, newest, files, most, count }} />
    </>
  );
}

type FormProps = Pick<SearchProps, "types" | "objects" | "search" | "problems" | "entered">;

function SearchForm({ types, objects, search, problems, entered }: FormProps): ReactNode {
  const any = { value: "", text: "Any" };
  const line = (name: string, label: string, hint: string) => (
    <TextField {...{ name, label, hint, problems }} entered={entered[name]} />
  );
  const select = (name: string, label: string, options: readonly Choice[]) => (
    <SelectField {...{ name, label, problems }} options={[any, ...options]} entered={entered[name] ?? ""} />
  );
  return (
    <details className="nhsuk-details" open={problems.length > 0 || Object.keys(search).length > 0}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Search the record</span>
      </summary>
      <form method="get" action="/record" className="nhsuk-details__text">
        {line("words", "Words", "For example: envelope 2008/09")}
        {select("objects", "About", objects)}
        {select(
          "type",
          "Kind of event",
          types.map((type) => ({ value: type, text: typeText(type) })),
        )}
        {select("outcome", "Accepted or refused", [
          { value: "accepted", text: "Accepted" },
          { value: "refused", text: "Refused" },
        ])}
        {line("person", "Done by", "The person's id, as links on this page have it")}
        {line("from", "From", "For example, 2008-04-01")}
        {line("until", "Until", "For example, 2008-04-30")}
        {search.object === undefined ? null : <input type="hidden" name="object" value={search.object} />}
        <SubmitButton>Search</SubmitButton>
      </form>
    </details>
  );
}

function Events({ shown, count }: Pick<SearchProps, "shown" | "count">): ReactNode {
  return (
    <DataTable
      id="events"
      caption={`${inWords(count)} ${count === 1 ? "event" : "events"}, the newest first`}
      rows={shown}
      rowKey={({ seq }) => String(seq)}
      counted={["event on this page", "events on this page"]}
      columns={[
        { key: "when", heading: "When", cell: ({ seq, at }) => <a href={`/record/event/${seq}`}>{instantText(at)}</a> },
        { key: "what", heading: "What", cell: (event) => event.says },
        { key: "object", heading: "About", cell: (event) => <About event={event} /> },
        {
          key: "who",
          heading: "By",
          cell: ({ person, who }) => <a href={`/record?person=${encodeURIComponent(person)}`}>{who}</a>,
        },
        { key: "authority", heading: "On what authority", cell: ({ authority }) => authority || "Nobody's was asked" },
        {
          key: "outcome",
          heading: "Outcome",
          cell: ({ outcome }) => (outcome === "accepted" ? "Accepted" : "Refused"),
        },
      ]}
    />
  );
}

function About({ event: { href, object } }: { readonly event: ShownEvent }): ReactNode {
  return href === undefined ? object : <a href={href}>{object}</a>;
}

function Ways({
  older,
  newest,
  files,
  most,
  count,
}: Pick<SearchProps, "older" | "newest" | "files" | "most" | "count">): ReactNode {
  const [csv, lines] = files;
  return (
    <>
      <ul className="nhsuk-list">
        {newest === undefined ? null : (
          <li>
            <a href={newest}>Back to the newest</a>
          </li>
        )}
        {older === undefined ? null : (
          <li>
            <a href={older}>Older events</a>
          </li>
        )}
      </ul>
      {count === 0 ? null : (
        <p className="app-download">
          {count > most ? (
            `A file holds ${inWords(most)} events at most. Search for fewer to download them.`
          ) : (
            <>
              <a href={csv}>Download all of these (CSV)</a>, <a href={lines}>as lines of JSON</a>. That you do is on the
              record too.
            </>
          )}
        </p>
      )}
    </>
  );
}

/** The kind of an event as people read it: `draft issued` for `draft-issued`. */
function typeText(type: string): string {
  return type
    .replaceAll("-", " ")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}
