import type { Directory } from "#features/organisations/index.ts";
import { type Day, dayInLondon } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import type { Subject } from "#platform/access/person.ts";
import type { Engine, Row } from "#platform/engine/index.ts";
import type { Lake } from "#platform/lake/index.ts";
import { type Page, page } from "#platform/web/page.ts";
import { DataTable } from "#platform/web/view/data-table.tsx";
import { count } from "#platform/web/words/amounts.ts";
import { dayText } from "#platform/web/words/dates.ts";
import { practiceLists, practiceNeed } from "../models/populations.ts";

export interface PopulationsWiring {
  readonly engine: Engine;
  readonly lake: Lake;
  readonly directory: () => Promise<Directory>;
  readonly madeUp: string | false;
  readonly now: () => Date;
}

/** The registered list and the need weights behind a practice's budget. */
export function pages(wiring: PopulationsWiring): readonly Page<"populations.view">[] {
  return [listPage(wiring), needPage(wiring)];
}

/** Milliseconds that reading one practice's rows may take. */
const TIME_LIMIT = 5_000;

/** The practice whose patients a page is about, with those of its PCT as its peers, on its last day where it has closed. */
export async function listedSubject(
  { directory, now }: Pick<PopulationsWiring, "directory" | "now">,
  practice: string,
): Promise<Subject> {
  const known = await directory();
  const on = dayInLondon(now());
  const last = known.organisation(practice).closedOn;
  const at = last !== undefined && last < on ? last : on;
  const pct = known.parentOf(practice, "pct", at);
  const peers = pct === undefined ? [] : known.membersOf(pct, at);
  return { organisation: practice, within: known.within(practice, at), peers };
}

type ListRow = Row<typeof practiceLists.columns>;

function listPage(wiring: PopulationsWiring) {
  return page(
    "/lists/:practice",
    { permission: "populations.view", subject: ({ practice }) => listedSubject(wiring, practice) },
    async ({ params: { practice }, query, path, sight }) => {
      const files = await wiring.lake.files({ dataset: "registered-list", sight });
      const answer = { files: { lists: files }, values: { practice }, timeLimit: TIME_LIMIT };
      const rows = await wiring.engine.query(practiceLists, answer);
      if (rows.length === 0) throw new NotFound(`No registered list of practice ${practice} has been loaded.`);
      const { name } = (await wiring.directory()).organisation(practice);
      const days = [...new Set(rows.map(({ as_at }) => as_at))] as Day[];
      const asAt = days.find((on) => on === query.get("on")) ?? days.at(-1) ?? rows[0]?.as_at;
      return {
        title: `Registered patients of ${name}`,
        madeUp: wiring.madeUp,
        section: "care",
        place: { name, detail: practice },
        body: (
          <>
            <h1>Registered patients of {name}</h1>
            <Bands on={asAt as Day} rows={rows.filter(({ as_at }) => as_at === asAt)} />
            <Quarters days={days} rows={rows} path={path} query={query} />
          </>
        ),
      };
    },
  );
}

function patientsIn(rows: readonly ListRow[]): number {
  return rows.reduce((sum, { patients }) => sum + patients, 0);
}

function Bands({ on, rows }: { readonly on: Day; readonly rows: readonly ListRow[] }) {
  return (
    <DataTable
      id="bands"
      caption={`Patients by age and sex on ${dayText(on)}`}
      rows={rows}
      rowKey={({ sex, age_band }) => `${sex} ${age_band}`}
      columns={[
        { key: "age", heading: "Age", cell: ({ age_band }) => age_band },
        { key: "sex", heading: "Sex", cell: ({ sex }) => (sex === "1" ? "Male" : "Female") },
        {
          key: "patients",
          heading: "Patients",
          figure: true,
          cell: ({ patients }) => count(patients),
          total: (all) => count(patientsIn(all)),
        },
      ]}
    />
  );
}

interface QuartersProps {
  readonly days: readonly Day[];
  readonly rows: readonly ListRow[];
  readonly path: string;
  readonly query: URLSearchParams;
}

function Quarters({ days, rows, path, query }: QuartersProps) {
  return (
    <DataTable
      id="quarters"
      caption="Lists by quarter"
      rows={days}
      rowKey={(on) => on}
      path={path}
      query={query}
      columns={[
        { key: "on", heading: "On", cell: (on) => <a href={`${path}?on=${on}`}>{dayText(on)}</a> },
        {
          key: "patients",
          heading: "Patients",
          figure: true,
          cell: (on) => count(patientsIn(rows.filter(({ as_at }) => as_at === on))),
        },
      ]}
    />
  );
}

function needPage(wiring: PopulationsWiring) {
  return page(
    "/need/:practice",
    { permission: "populations.view", subject: ({ practice }) => listedSubject(wiring, practice) },
    async ({ params: { practice }, sight }) => {
      const files = await wiring.lake.files({ dataset: "need", sight });
      const answer = { files: { need: files }, values: { practice }, timeLimit: TIME_LIMIT };
      const rows = await wiring.engine.query(practiceNeed, answer);
      const { name } = (await wiring.directory()).organisation(practice);
      return {
        title: `Need of ${name}`,
        madeUp: wiring.madeUp,
        section: "care",
        place: { name, detail: practice },
        body: (
          <>
            <h1>Need of {name}</h1>
            {rows.length === 0 ? <NoNeed /> : <Need rows={rows} />}
          </>
        ),
      };
    },
  );
}

function NoNeed() {
  return (
    <p>No source of need lists this practice. Its budget uses a fallback, and each figure that rests on it says so.</p>
  );
}

function Need({ rows }: { readonly rows: readonly Row<typeof practiceNeed.columns>[] }) {
  const people = (millionths: number) => (millionths / 1_000_000).toFixed(1);
  return (
    <DataTable
      id="need"
      caption="Weighted population by component of need"
      rows={rows}
      rowKey={({ year, component }) => `${year} ${component}`}
      columns={[
        { key: "year", heading: "Year", cell: ({ year }) => year },
        { key: "component", heading: "Component", cell: ({ component }) => component.replaceAll("-", " ") },
        {
          key: "population",
          heading: "Population",
          figure: true,
          cell: ({ population_millionths }) => people(population_millionths),
        },
        {
          key: "weighted",
          heading: "Weighted population",
          figure: true,
          cell: ({ weighted_population_millionths }) => people(weighted_population_millionths),
        },
        {
          key: "index",
          heading: "Index of need",
          figure: true,
          cell: ({ population_millionths: all, weighted_population_millionths: weighted }) =>
            all === 0 ? "none" : (weighted / all).toFixed(4),
        },
      ]}
    />
  );
}
