import { type Page, page } from "#platform/web/page.ts";
import { DataTable } from "#platform/web/view/data-table.tsx";
import { EmptyState } from "#platform/web/view/empty-state.tsx";
import { count } from "#platform/web/words/amounts.ts";
import { monthText } from "#platform/web/words/dates.ts";
import { type MonthHead, monthHeads } from "../digest.ts";
import type { RecordWiring } from "../wiring.ts";

/** Where the record stood at the end of each month. Anybody may keep it: hashes tell nothing. Source: settled ¶record-4. */
export function digestsPage({ record, now, madeUp }: RecordWiring): Page<"anyone"> {
  return page("/record/digests", { permission: "anyone" }, async () => ({
    title: "Heads of the record, month by month",
    trail: [{ text: "Registers", href: "/registers" }],
    madeUp,
    body: <DigestsView heads={await monthHeads(record, now())} />,
  }));
}

function DigestsView({ heads }: { readonly heads: readonly MonthHead[] }) {
  return (
    <>
      <h1>Heads of the record, month by month</h1>
      <p>
        Every event of the record is tied to the one before it by a hash. Keep one of these, and it can be told later
        whether anything before it was changed, even by those who run the machine.
      </p>
      {heads.length === 0 ? (
        <EmptyState
          title="No month is over yet"
          from="The head of a month appears here when the month is over."
          who="Nobody needs to do anything."
          command="chilford record digest --month 2008-04 --to digest-2008-04.json"
        />
      ) : (
        <DataTable
          id="heads"
          caption="The record at the end of each month"
          rows={heads}
          rowKey={({ month }) => month}
          counted={["month", "months"]}
          columns={[
            { key: "month", heading: "Month", cell: ({ month }) => monthText(month), sort: ({ month }) => month },
            { key: "events", heading: "Events in the month", figure: true, cell: ({ events }) => count(events) },
            { key: "seq", heading: "Events in all", figure: true, cell: ({ seq }) => count(seq) },
            {
              key: "hash",
              heading: "Hash of the last",
              cell: ({ hash }) => <code className="nhsuk-code">{hash}</code>,
            },
          ]}
        />
      )}
      <p>
        To hold a kept digest against the record:{" "}
        <code className="nhsuk-code">chilford record verify --digest digest-2008-04.json</code>
      </p>
    </>
  );
}
