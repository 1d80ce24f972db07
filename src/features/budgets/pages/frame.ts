import type { Directory, Organisation } from "#features/organisations/index.ts";
import type { FinancialYear } from "#kernel/period.ts";
import type { Person, Subject } from "#platform/access/person.ts";
import type { Content, Link, Place } from "#platform/web/outcome.ts";
import type { BudgetKey } from "../budget-book.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetPermission } from "../grants.ts";
import { budgetStream } from "../rules/record/budget-state.ts";
import { dayFor, knownPlace, pctOf, placeSubject } from "../subjects.ts";
import { pctPath, placePath, practicePath, readYear, regionPath } from "../views/addresses.ts";

export type May = (permission: BudgetPermission, subject?: Subject) => boolean;

/** A place in a year, with the directory it was found in and what the reader may do about it. */
export interface Frame {
  readonly directory: Directory;
  readonly place: Organisation;
  readonly year: FinancialYear;
  /** The PCT and year whose budgets these are. */
  readonly key: BudgetKey;
  readonly subject: Subject;
  readonly pctSubject: Subject;
  readonly may: May;
  readonly seesDrafts: boolean;
}

interface Asked {
  readonly code: string;
  readonly year: string;
}

/** Finds the place and year of an address. Throws NotFound for what is not there. */
export async function frameOf(desk: BudgetsDesk, { code, year: text }: Asked, may: May): Promise<Frame> {
  const directory = await desk.directory();
  const [place, year] = [knownPlace(directory, code), readYear(text)];
  const key = { pct: pctOf(directory, code, year), year };
  const pctSubject = placeSubject(directory, key.pct, year);
  const subject = placeSubject(directory, code, year);
  return { directory, place, year, key, subject, pctSubject, may, seesDrafts: may("budgets.draft", pctSubject) };
}

/** Whose affairs a place in a year is, for the guard of a page. */
export function subjectOf(desk: BudgetsDesk, ...kinds: readonly Organisation["kind"][]) {
  return async ({ code, year }: Asked): Promise<Subject> => {
    const directory = await desk.directory();
    knownPlace(directory, code, ...kinds);
    return placeSubject(directory, code, readYear(year));
  };
}

/** The way down to a place, of what the reader may open: region, PCT, group. The place itself only where asked. */
export function trailTo(frame: Pick<Frame, "directory" | "place" | "year" | "may">, itself = false): readonly Link[] {
  const { directory, place, year, may } = frame;
  const above = directory.within(place.code, dayFor(place, year)).slice(itself ? 0 : 1);
  const places = above.map((code) => directory.organisation(code)).filter(isPlace);
  const nearest = places.find(({ kind }) => kind === "group") ?? places.find(({ kind }) => kind === "locality");
  const kept = places.filter((each) => isWide(each) || each === nearest || each.code === place.code);
  const ordered = kept.toSorted((a, b) => WIDEST_FIRST.indexOf(a.kind) - WIDEST_FIRST.indexOf(b.kind));
  return [
    { text: "Money", href: "/money/places" },
    ...ordered.flatMap((each) => {
      const subject = placeSubject(directory, each.code, year);
      return may(PERMISSIONS[each.kind] ?? "budgets.view", subject)
        ? [{ text: each.name, href: pathOf(each, year) }]
        : [];
    }),
  ];
}

const WIDEST_FIRST: readonly Organisation["kind"][] = ["region", "pct", "locality", "group", "practice"];
const PERMISSIONS: Partial<Readonly<Record<Organisation["kind"], BudgetPermission>>> = {
  region: "budgets.region",
  pct: "budgets.totals",
};

function isPlace({ kind }: Organisation): boolean {
  return WIDEST_FIRST.includes(kind);
}

function isWide({ kind }: Organisation): boolean {
  return kind === "region" || kind === "pct";
}

/** Where the money of a place in a year is shown. */
export function pathOf({ code, kind }: Pick<Organisation, "code" | "kind">, year: FinancialYear): string {
  switch (kind) {
    case "region":
      return regionPath(code, { year });
    case "pct":
      return pctPath(code, year);
    case "practice":
      return practicePath(code, year);
    case "group":
    case "locality":
    case "provider":
      return placePath(code, year);
  }
}

/** What is around every page about money. */
export function around(
  desk: BudgetsDesk,
  frame: Frame,
  detail?: string,
): Pick<Content, "section" | "madeUp" | "place" | "trail" | "recordedAs"> {
  const place: Place = {
    name: frame.place.name,
    detail: [frame.place.code, detail].filter((each) => each !== undefined).join(", "),
  };
  const recordedAs = budgetStream(frame.key);
  return {
    section: "money",
    place,
    recordedAs,
    trail: trailTo(frame),
    ...(desk.madeUp !== false && { madeUp: desk.madeUp }),
  };
}

/** Whether a place is where somebody holds a post, so that a page may say "your". */
export function isOwn({ posts }: Person, code: string): boolean {
  return posts.some(({ organisation }) => organisation === code);
}
