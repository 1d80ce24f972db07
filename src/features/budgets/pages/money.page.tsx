import type { Directory, Organisation } from "#features/organisations/index.ts";
import { type FinancialYear, firstDayOf } from "#kernel/period.ts";
import type { Person } from "#platform/access/person.ts";
import { type Link, redirect } from "#platform/web/outcome.ts";
import { type Page, page } from "#platform/web/page.ts";
import { EmptyState } from "#platform/web/view/empty-state.tsx";
import type { BudgetBook } from "../budget-book.ts";
import { latestYear } from "../chosen-run.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetPermission } from "../grants.ts";
import { knownPlace, pctOf, placeSubject } from "../subjects.ts";
import { readYear, regionPath } from "../views/addresses.ts";
import { type May, pathOf } from "./frame.ts";
import { type Branch, PlacesView } from "./places.view.tsx";

/** Money: one's own place where one has just one, else the places one may open. */
export function moneyPages(desk: BudgetsDesk): readonly Page<BudgetPermission | "anyone">[] {
  const own = page("/money", { permission: "anyone" }, async ({ person, may }) => {
    const directory = await desk.directory();
    const href = await ownPlace(desk.book, directory, person, may);
    return redirect(href ?? "/money/places");
  });
  const places = page("/money/places", { permission: "anyone" }, async ({ may }) => {
    const tree = await branches(desk.book, await desk.directory(), may);
    return {
      title: "Money",
      section: "money",
      ...(desk.madeUp !== false && { madeUp: desk.madeUp }),
      body: tree.length === 0 ? <NoPlaces /> : <PlacesView branches={tree} />,
    };
  });
  const open = page("/money/open", { permission: "anyone" }, async ({ query }) => {
    const place = knownPlace(await desk.directory(), query.get("place") ?? "");
    return redirect(pathOf(place, readYear(query.get("year") ?? "")));
  });
  return [own, places, open];
}

async function ownPlace(
  book: BudgetBook,
  directory: Directory,
  { posts }: Person,
  may: May,
): Promise<string | undefined> {
  const [place, ...others] = posts.flatMap(({ organisation }) => directory.organisations.get(organisation) ?? []);
  if (place === undefined || others.length > 0) return undefined;
  if (place.kind === "region") return regionPath(place.code);
  const year = await yearOfPlace(book, directory, place, may);
  return year && pathOf(place, year);
}

/** The latest year in which a place has budgets that the reader may see. */
async function yearOfPlace(
  book: BudgetBook,
  directory: Directory,
  place: Organisation,
  may: May,
): Promise<FinancialYear | undefined> {
  const pcts = place.kind === "pct" ? [place.code] : pctsEver(directory, place.code);
  for (const pct of pcts) {
    const year = await latestYear(book, pct, may("budgets.draft", { organisation: pct, within: [pct] }));
    if (year !== undefined && belongs(directory, place.code, pct, year)) return year;
  }
  return undefined;
}

function belongs(directory: Directory, code: string, pct: string, year: FinancialYear): boolean {
  return code === pct || pctOf(directory, code, year) === pct;
}

function pctsEver(directory: Directory, code: string): readonly string[] {
  const latestFirst = directory.membershipsOf(code).toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return latestFirst.flatMap(({ organisation, kind }) => (kind === "pct" ? [organisation] : []));
}

/** PCTs with what is below them, of what the reader may open. */
async function branches(book: BudgetBook, directory: Directory, may: May): Promise<readonly Branch[]> {
  const pcts = [...directory.organisations.values()].filter(({ kind }) => kind === "pct");
  const all = await Promise.all(
    pcts.map(async (pct): Promise<Branch | undefined> => {
      const year = await yearOfPlace(book, directory, pct, may);
      if (year === undefined) return undefined;
      const mayTotals = may("budgets.totals", placeSubject(directory, pct.code, year));
      if (!mayTotals) return undefined;
      return {
        ...linkTo(pct, year),
        year,
        region: regionOf(directory, pct, year, may),
        below: below(directory, pct, year, may),
      };
    }),
  );
  return all.filter((branch) => branch !== undefined).toSorted((a, b) => (a.text < b.text ? -1 : 1));
}

function linkTo(place: Organisation, year: FinancialYear): Link {
  return { text: place.name, href: pathOf(place, year) };
}

function regionOf(directory: Directory, { code }: Organisation, year: FinancialYear, may: May): Link | undefined {
  const region = directory.parentOf(code, "region", firstDayOf(year));
  if (region === undefined || !may("budgets.region", { organisation: region, within: [region] })) return undefined;
  return linkTo(directory.organisation(region), year);
}

/** Groups, localities and practices of a PCT that the reader may open. */
function below(directory: Directory, { code }: Organisation, year: FinancialYear, may: May): Branch["below"] {
  const members = directory
    .membersOf(code, firstDayOf(year))
    .flatMap((member) => directory.organisations.get(member) ?? [])
    .filter((place) => may("budgets.view", placeSubject(directory, place.code, year)));
  const of = (wanted: Organisation["kind"]) => members.filter(({ kind }) => kind === wanted);
  return {
    places: [...of("group"), ...of("locality")].map((place) => ({
      ...linkTo(place, year),
      text: `${place.name}, ${place.kind}`,
    })),
    practices: of("practice").map((place) => linkTo(place, year)),
  };
}

function NoPlaces() {
  return (
    <>
      <h1 className="nhsuk-heading-l">Money</h1>
      <EmptyState
        title="No budgets yet"
        from="Here will be the places whose budgets you may open: PCTs, their groups and localities, and practices."
        who="A PCT's finance team states the envelope, makes a draft and issues it. Then its budgets appear here."
      />
    </>
  );
}
