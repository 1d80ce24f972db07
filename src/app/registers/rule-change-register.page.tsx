import { type PresentedValue, presentValue } from "#features/rulebook/index.ts";
import { CSV_TYPE, csvText } from "#platform/files/csv.ts";
import { attachment } from "#platform/web/outcome.ts";
import { type Page, page } from "#platform/web/page.ts";
import { DataTable } from "#platform/web/view/data-table.tsx";
import { dayText } from "#platform/web/words/dates.ts";
import { type ShownEvent, shownEvents } from "../record/shown-event.ts";
import type { RecordedTables } from "../record/tables.ts";
import type { RecordWiring } from "../record/wiring.ts";

/** Every value of the rulebook by its first day, and what was decided while the product ran. Source: settled ¶rules-1. */
export function ruleChangeRegister(wiring: RecordWiring): Page<"anyone"> {
  return page("/registers/rules", { permission: "anyone" }, async ({ query, path }) => {
    const { rulebook } = wiring;
    const values = rulebook.values.map((value) => presentValue(rulebook, value)).toSorted(latestFirst);
    const decided = await decidedEvents(wiring);
    if (query.get("csv") === "values") return file("rule-values.csv", valueRows(values));
    if (query.get("csv") === "decided") return file("rule-decisions.csv", decidedRows(decided));
    return {
      title: "Register of changes of rules",
      trail: [{ text: "Registers", href: "/registers" }],
      madeUp: wiring.madeUp,
      body: <RuleChangesView {...{ values, decided, path, query }} />,
    };
  });
}

function latestFirst(a: PresentedValue, b: PresentedValue): number {
  if (a.from !== b.from) return a.from < b.from ? 1 : -1;
  return a.title < b.title ? -1 : 1;
}

async function decidedEvents(wiring: RecordWiring): Promise<readonly ShownEvent[]> {
  const rows = await wiring.record
    .reads<RecordedTables>()
    .selectFrom("recorded")
    .select("seq")
    .where("changes_rule", "=", true)
    .where("kind", "=", "accepted")
    .orderBy("seq", "desc")
    .execute();
  const events = await wiring.record.history({ seqs: rows.map(({ seq }) => seq), limit: Math.max(1, rows.length) });
  return shownEvents(wiring, events);
}

function file(name: string, rows: Parameters<typeof csvText>[0]) {
  return attachment({ name, type: CSV_TYPE, body: csvText(rows) });
}

function valueRows(values: readonly PresentedValue[]) {
  return [
    ["From", "Until", "Rule", "Place", "What it says", "Source"],
    ...values.map(({ from, until = "", title, placeName, says, citation }) => [
      from,
      until,
      title,
      placeName,
      says,
      citation,
    ]),
  ];
}

function decidedRows(decided: readonly ShownEvent[]) {
  return [["At", "What was decided", "Of"], ...decided.map(({ at, says, object }) => [at, says, object])];
}

interface RuleChangesProps {
  readonly values: readonly PresentedValue[];
  readonly decided: readonly ShownEvent[];
  readonly path: string;
  readonly query: URLSearchParams;
}

function RuleChangesView({ values, decided, path, query }: RuleChangesProps) {
  return (
    <>
      <h1>Register of changes of rules</h1>
      <p>
        Every rule has a first day, a place and a paragraph that says so. <a href="/rules">See what is in force</a> for
        a place and a day.
      </p>
      <DataTable
        id="values"
        caption="Values of rules, the latest first day first"
        rows={values}
        rowKey={({ rule, place, from }) => `${rule} ${place} ${from}`}
        counted={["value", "values"]}
        {...{ path, query }}
        downloads={[{ text: "Download these values (CSV)", href: `${path}?csv=values` }]}
        columns={[
          { key: "from", heading: "From", cell: ({ from }) => dayText(from), sort: ({ from }) => from },
          { key: "rule", heading: "Rule", cell: ({ title }) => title, sort: ({ title }) => title },
          { key: "place", heading: "Place", cell: ({ placeName }) => placeName, sort: ({ placeName }) => placeName },
          { key: "says", heading: "What it says", cell: ({ says }) => says },
          { key: "source", heading: "Source", cell: ({ citation }) => citation, sort: ({ citation }) => citation },
        ]}
      />
      {decided.length === 0 ? (
        <p>Nothing that changes a rule has been decided in this service yet.</p>
      ) : (
        <DataTable
          id="decided"
          caption="Decided in this service, the newest first"
          rows={decided}
          rowKey={({ seq }) => String(seq)}
          counted={["decision", "decisions"]}
          {...{ path, query }}
          downloads={[{ text: "Download these decisions (CSV)", href: `${path}?csv=decided` }]}
          columns={[
            {
              key: "at",
              heading: "Day",
              cell: ({ at }) => dayText(at.slice(0, 10) as Parameters<typeof dayText>[0]),
              sort: ({ at }) => at,
            },
            { key: "says", heading: "What was decided", cell: ({ says }) => says },
            { key: "object", heading: "Of", cell: ({ object }) => object, sort: ({ object }) => object },
          ]}
        />
      )}
    </>
  );
}
