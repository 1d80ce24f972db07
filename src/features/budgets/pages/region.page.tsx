import type { Directory, Organisation } from "#features/organisations/index.ts";
import type { FinancialYear } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import type { Link } from "#platform/web/outcome.ts";
import { type Page, page } from "#platform/web/page.ts";
import { EmptyState } from "#platform/web/view/empty-state.tsx";
import type { BudgetBook } from "../budget-book.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetPermission } from "../grants.ts";
import { knownPlace, membersOfKind } from "../subjects.ts";
import { readYear, regionPath } from "../views/addresses.ts";
import { comparedYear, outsideBand } from "../views/fair-shares.ts";
import { type PctInRegion, regionTable } from "../views/region-table.ts";
import { ShownTable } from "../views/shown-table.tsx";
import { askedFile } from "../views/table-file.ts";
import { allOf, listed, many } from "../views/words.ts";

/** The PCTs of a region, and how far each has come with its budgets. */
export function regionPage(desk: BudgetsDesk): Page<BudgetPermission> {
  const subject = async ({ code }: { readonly code: string }) => {
    knownPlace(await desk.directory(), code, "region");
    return { organisation: code, within: [code] };
  };
  return page("/money/region/:code", { permission: "budgets.region", subject }, async ({ params, query, path }) => {
    const directory = await desk.directory();
    const region = knownPlace(directory, params.code, "region");
    const years = await yearsIn(desk.book, directory, region);
    const asked = query.get("year");
    const year = asked === null ? years[0] : readYear(asked);
    const around = {
      section: "money",
      place: { name: region.name, detail: region.code },
      ...(desk.madeUp !== false && { madeUp: desk.madeUp }),
    };
    const trail = [{ text: "Money", href: "/money/places" }];
    if (year === undefined) return { title: region.name, ...around, trail, body: <Nothing region={region} /> };
    const pcts = await pctsIn(desk.book, directory, region, year);
    const table = regionTable(pcts, year);
    const file = askedFile(`${region.code}-${year.replace("/", "-")}`, [table], query);
    if (file !== undefined) return file;
    return {
      title: `${region.name}, budgets ${year}`,
      ...around,
      trail,
      body: (
        <>
          <h1 className="nhsuk-heading-l">
            <span className="nhsuk-caption-l">Budgets {year}</span>
            {region.name}
          </h1>
          <p className="nhsuk-lede-text">{standing(pcts)}</p>
          <ShownTable table={table} path={path} query={query} />
          <Years links={years.filter((each) => each !== year).map((each) => yearLink(region, each))} />
        </>
      ),
    };
  });
}

function standing(pcts: readonly PctInRegion[]): string {
  const without = pcts.filter(({ run }) => run === undefined).map(({ name }) => name);
  const outside = pcts.reduce((sum, { outside: own }) => sum + own, 0);
  const first =
    without.length === 0
      ? `${allOf(pcts.length, "PCT")} ${pcts.length === 1 ? "has" : "have"} issued budgets.`
      : `${pcts.length - without.length} of ${many(pcts.length, "PCT")} ${pcts.length - without.length === 1 ? "has" : "have"} issued budgets; ${listed(without)} ${without.length === 1 ? "has" : "have"} not.`;
  return `${first} ${many(outside, "practice")} ${outside === 1 ? "lies" : "lie"} outside the band around the fair share.`;
}

async function yearsIn(
  book: BudgetBook,
  directory: Directory,
  region: Organisation,
): Promise<readonly FinancialYear[]> {
  const pcts = [...directory.organisations.values()]
    .filter(({ kind, code }) => kind === "pct" && isEverIn(directory, region.code, code))
    .map(({ code }) => code);
  const all = await Promise.all(
    pcts.map(async (pct) => {
      const years = await book.years(pct, "all");
      return years.filter((year) => membersOfKind(directory, region.code, "pct", year).includes(pct));
    }),
  );
  return [...new Set(all.flat())].toSorted().toReversed();
}

/** Whether a PCT was ever in a region: others' budgets are not asked for. */
function isEverIn(directory: Directory, region: string, pct: string): boolean {
  return directory.membershipsOf(pct).some(({ organisation }) => organisation === region);
}

async function pctsIn(
  book: BudgetBook,
  directory: Directory,
  region: Organisation,
  year: FinancialYear,
): Promise<readonly PctInRegion[]> {
  const codes = membersOfKind(directory, region.code, "pct", year);
  if (codes.length === 0) throw new NotFound(`${region.name} has no PCT in ${year}.`);
  return Promise.all(codes.map((pct) => pctIn(book, directory, pct, year)));
}

async function pctIn(book: BudgetBook, directory: Directory, pct: string, year: FinancialYear): Promise<PctInRegion> {
  const key = { pct, year };
  const [versions, drafts] = await Promise.all([book.versions(key), book.drafts(key)]);
  const issued = new Set(versions.map(({ draft }) => draft));
  const [latest] = versions;
  const run = latest && book.run(latest.resultHash);
  return {
    code: pct,
    name: directory.organisation(pct).name,
    ...(run && latest && { run, hash: latest.resultHash }),
    versions: versions.length,
    outside: run ? outsideBand(run.practices, comparedYear(run)).length : 0,
    waiting: drafts.filter(({ draft }) => !issued.has(draft)).length,
  };
}

function yearLink({ code }: Organisation, year: FinancialYear): Link {
  return { text: year, href: regionPath(code, { year }) };
}

function Years({ links }: { readonly links: readonly Link[] }) {
  if (links.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-m">Other years</h2>
      <ul className="nhsuk-list">
        {links.map(({ text, href }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Nothing({ region }: { readonly region: Organisation }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">{region.name}</h1>
      <EmptyState
        title="No PCT has begun yet"
        from="Here will be each PCT's envelope, what it has devolved and holds, its versions, and practices outside the band."
        who="The finance team of each PCT states its envelope, makes a draft and issues it."
      />
    </>
  );
}
