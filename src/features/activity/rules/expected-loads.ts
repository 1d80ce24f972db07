import {
  type Day,
  daysBetween,
  daysLater,
  firstDayOf,
  isMonth,
  lastDayOf,
  type Month,
  monthOf,
  monthsLater,
} from "#kernel/period.ts";

/** When files of a dataset are expected, in days after a month's last day or a quarter's first. */
export interface Due {
  readonly dataset: string;
  readonly every: "month" | "quarter";
  /** Nothing where it comes once, and is final when it comes. */
  readonly provisional?: number;
  readonly final: number;
}

/** A month, or the first day of a quarter. */
export type Expected = Month | Day;

/** That rows of a PCT came, of a month or of a quarter's first day. */
export interface Arrival {
  readonly dataset: string;
  readonly pct: string;
  readonly period: Expected;
  readonly status: "provisional" | "final";
  readonly on: Day;
  readonly load: string;
}

/**
 * `final` and `provisional`: that is here, and nothing more is due. `awaited`: nothing is due yet. `late`: something was due by
 * now, but not yet what is final, or only that is. `missing`: what is final was due, and nothing ever came.
 */
export type LoadState = "final" | "provisional" | "awaited" | "late" | "missing";

/** A file that is expected of a PCT, and what came of it by a day. */
export interface ExpectedLoad {
  readonly dataset: string;
  readonly pct: string;
  readonly period: Expected;
  readonly provisionalBy?: Day;
  readonly finalBy: Day;
  readonly state: LoadState;
  /** When anything of it came first, and with which load. */
  readonly came?: { readonly on: Day; readonly load: string };
  readonly finalOn?: Day;
  /** How many days something is late, or what is final came late. */
  readonly daysLate: number;
}

/**
 * What is expected of each PCT and what came of it by a day, the longest overdue first. A PCT's files are expected from the
 * first month of which anything came. Source: settled ¶arrival-1 to ¶arrival-4.
 */
export function expectedLoads(
  duesOf: (pct: string) => readonly Due[],
  arrivals: readonly Arrival[],
  asOf: Day,
): readonly ExpectedLoad[] {
  const came = arrivals.filter(({ on }) => on <= asOf);
  const byPlace = Map.groupBy(came, ({ dataset, pct, period }) => placeOf(dataset, pct, period));
  const expected = [...Map.groupBy(came, ({ pct }) => pct)].flatMap(([pct, own]) => {
    const first = own.map(({ period }) => (isMonth(period) ? period : monthOf(period))).toSorted()[0];
    if (first === undefined) return [];
    return duesOf(pct).flatMap((due) =>
      periodsOf(due, first, asOf).map((period) =>
        stateOf(due, pct, period, byPlace.get(placeOf(due.dataset, pct, period)) ?? [], asOf),
      ),
    );
  });
  return expected.toSorted(byUrgency);
}

function placeOf(dataset: string, pct: string, period: Expected): string {
  return `${dataset} ${pct} ${period}`;
}

/** The months that have ended, or the quarters that have begun, from a month on. */
function periodsOf({ every }: Due, first: Month, asOf: Day): readonly Expected[] {
  const periods: Expected[] = [];
  for (let month = first; firstDayOf(month) <= asOf; month = monthsLater(month, 1)) {
    if (every === "quarter") {
      if (["01", "04", "07", "10"].includes(month.slice(5))) periods.push(firstDayOf(month));
    } else if (lastDayOf(month) < asOf) periods.push(month);
  }
  return periods;
}

function stateOf(
  { dataset, provisional, final }: Due,
  pct: string,
  period: Expected,
  arrivals: readonly Arrival[],
  asOf: Day,
): ExpectedLoad {
  const from = isMonth(period) ? lastDayOf(period) : period;
  const finalBy = daysLater(from, final);
  const provisionalBy = provisional === undefined ? undefined : daysLater(from, provisional);
  const inOrder = arrivals.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const [came] = inOrder;
  const finalOn = inOrder.find(({ status }) => status === "final" || provisional === undefined)?.on;
  const due = came === undefined ? (provisionalBy ?? finalBy) : finalBy;
  const daysLate = Math.max(0, daysBetween(finalOn === undefined ? due : finalBy, finalOn ?? asOf));
  return {
    ...{ dataset, pct, period, finalBy, daysLate },
    ...(provisionalBy !== undefined && { provisionalBy }),
    ...(came !== undefined && { came: { on: came.on, load: came.load } }),
    ...(finalOn !== undefined && { finalOn }),
    state: finalOn === undefined ? openState(came !== undefined, daysLate > 0, asOf > finalBy) : "final",
  };
}

function openState(isHere: boolean, isLate: boolean, isPast: boolean): LoadState {
  if (!isLate) return isHere ? "provisional" : "awaited";
  return isPast && !isHere ? "missing" : "late";
}

const URGENCY: readonly LoadState[] = ["missing", "late", "awaited", "provisional", "final"];

function byUrgency(a: ExpectedLoad, b: ExpectedLoad): number {
  const keyOf = ({ state, provisionalBy, came, finalBy, period, pct, dataset }: ExpectedLoad) => {
    const due = came === undefined ? (provisionalBy ?? finalBy) : finalBy;
    // What is done is read from the newest on; what is open from what was due first.
    const day = state === "final" ? String(99_999 - daysBetween("1900-01-01" as Day, due)).padStart(5, "0") : due;
    return [URGENCY.indexOf(state), day, pct, dataset, period].join(" ");
  };
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
