import type { Directory } from "#features/organisations/index.ts";
import { CSV_TYPE, csvText } from "#platform/files/csv.ts";
import type { Record } from "#platform/record/index.ts";
import { attachment } from "#platform/web/outcome.ts";
import { type Page, page } from "#platform/web/page.ts";
import { DataTable } from "#platform/web/view/data-table.tsx";
import { EmptyState } from "#platform/web/view/empty-state.tsx";
import { count } from "#platform/web/words/amounts.ts";
import { REASONS, USE_WORDS } from "../record/data-use.ts";
import type { RecordedTables } from "../record/tables.ts";
import type { RecordWiring } from "../record/wiring.ts";

/** How often data of an organisation was used in a role and for a reason. */
interface UseCounted {
  readonly organisation: string;
  readonly what: string;
  readonly role: string;
  readonly reason: string;
  readonly times: number;
  readonly rows: number;
}

/** How often data was used, by organisation, role and sort of reason; by whom is not here. Source: settled ¶record-3. */
export function dataUseRegister(wiring: RecordWiring): Page<"anyone"> {
  return page("/registers/data-use", { permission: "anyone" }, async ({ query, path, person }) => {
    const uses = await countedUses(wiring.record, await wiring.directory());
    if (query.get("csv") === "uses") {
      return attachment({ name: "use-of-data.csv", type: CSV_TYPE, body: csvOf(uses) });
    }
    const seesNames = person.posts.some(({ role }) => role.startsWith("PCT "));
    return {
      title: "Register of the use of data",
      trail: [{ text: "Registers", href: "/registers" }],
      madeUp: wiring.madeUp,
      body: <DataUseView {...{ uses, path, query, seesNames }} />,
    };
  });
}

async function countedUses(record: Record, directory: Directory): Promise<readonly UseCounted[]> {
  const by = ["organisation", "what", "role", "reason"] as const;
  const rows = await record
    .reads<RecordedTables>()
    .selectFrom("recorded_uses")
    .select((eb) => [...by, eb.fn.countAll<number>().as("times"), eb.fn.sum<string>("rows_used").as("rows")])
    .groupBy(by)
    .orderBy("organisation")
    .orderBy("what")
    .orderBy("role")
    .orderBy("reason")
    .execute();
  return rows.map(({ organisation, what, role, reason, times, rows: all }) => ({
    organisation: organisation === "" ? "No one organisation" : directory.organisation(organisation).name,
    what: wordOf(USE_WORDS, what),
    role: role === "" ? "operator" : role,
    reason: wordOf(REASONS, reason),
    ...{ times, rows: Number(all) },
  }));
}

function wordOf(words: Readonly<globalThis.Record<string, string>>, key: string): string {
  return words[key] ?? key;
}

function csvOf(uses: readonly UseCounted[]): string {
  const head = ["Organisation", "Use", "Role", "Reason", "Times", "Rows"];
  return csvText([
    head,
    ...uses.map(({ organisation, what, role, reason, times, rows }) => [organisation, what, role, reason, times, rows]),
  ]);
}

interface DataUseProps {
  readonly uses: readonly UseCounted[];
  readonly path: string;
  readonly query: URLSearchParams;
  readonly seesNames: boolean;
}

function DataUseView({ uses, path, query, seesNames }: DataUseProps) {
  return (
    <>
      <h1>Register of the use of data</h1>
      <p>
        Rows of care name no patient. Each time somebody downloads such rows, leads one back to a patient or takes a
        file from the record, it is counted here.
        {seesNames ? " Your PCT's officers find by whom on the record: " : " By whom is for the officers of the PCT."}
        {seesNames ? <a href="/record?objects=data-access">uses of data</a> : null}
      </p>
      {uses.length === 0 ? (
        <EmptyState
          title="No use yet"
          from="Each download of rows and each export of the record appears here."
          who="Nobody needs to do anything."
        />
      ) : (
        <DataTable
          id="uses"
          caption="Uses of data, by whose it is"
          rows={uses}
          rowKey={({ organisation, what, role, reason }) => [organisation, what, role, reason].join(" ")}
          counted={["line", "lines"]}
          {...{ path, query }}
          downloads={[{ text: "Download these lines (CSV)", href: `${path}?csv=uses` }]}
          columns={[
            { key: "organisation", heading: "Whose", cell: (use) => use.organisation, sort: (use) => use.organisation },
            { key: "what", heading: "Use", cell: ({ what }) => what, sort: ({ what }) => what },
            { key: "role", heading: "Role", cell: ({ role }) => role, sort: ({ role }) => role },
            { key: "reason", heading: "Reason", cell: ({ reason }) => reason },
            {
              key: "times",
              heading: "Times",
              figure: true,
              cell: ({ times }) => count(times),
              sort: ({ times }) => times,
            },
            { key: "rows", heading: "Rows", figure: true, cell: ({ rows }) => count(rows), sort: ({ rows }) => rows },
          ]}
        />
      )}
    </>
  );
}
