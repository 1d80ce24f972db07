import type { Measurements } from "./measurements.ts";
import { NO_TIME, sumOf, type Time } from "./repeated.ts";
import { PRACTICES_OF_A_PCT } from "./size.ts";

/** A line of what the benchmark prints. */
export interface Figure {
  readonly figure: string;
  readonly measured: string;
  /** What it should be at the most; nothing where it is only told. */
  readonly toReach?: string;
  readonly verdict?: string;
}

/** The figures in the order of the work, those with a limit beside it. */
export function figuresOf(found: Measurements): readonly Figure[] {
  return [...pricingFigures(found), ...loadingFigures(found), ...budgetFigures(found)];
}

function pricingFigures({ read, onePrice, twoPrices, months }: Measurements): readonly Figure[] {
  const { rows, time: bare } = read.found;
  const { year, month, again } = onePrice.found;
  const { baseline, baselineRows, priced, ...two } = twoPrices.found;
  return [
    told(`Merely reading ${count(rows)} rows of ${monthsText(months)}`, bare, rows),
    told("Marts at one year's prices", year, rows),
    against("Marts against merely reading", year, bare, 6),
    limited("Peak memory, marts at one year's prices", onePrice.peakBytes, 2e9, gigabytes),
    told("Marts of one new month", month),
    limited("One new month against a year", month.seconds / ((year.seconds * 12) / months), 0.1, percent),
    told("Marts once more, nothing new", again),
    told("Marts at the year's own and the budget year's prices", two.year, rows),
    against("The same against merely reading", two.year, bare),
    limited("Peak memory, marts at both prices", twoPrices.peakBytes, 2e9, gigabytes),
    {
      figure: "Rows in the marts, and those with a price",
      measured: `${count(two.rows)}, ${percent(priced / two.rows)}`,
    },
    told("Baseline of all practices, read from the marts", baseline, baselineRows),
  ];
}

function loadingFigures({ copy, load }: Measurements): readonly Figure[] {
  const copies = new Map(copy.found.map(({ dataset, time }) => [dataset, time]));
  const [copied, loaded] = [copy.found, load.found].map((all) => sumOf(all.map(({ time }) => time)));
  const rows = load.found.reduce((total, each) => total + each.rows.read, 0);
  return [
    told(`DuckDB's own copy of a month's CSV to Parquet, ${count(rows)} rows`, copied ?? NO_TIME, rows),
    told("Loading a month with all checks", loaded ?? NO_TIME, rows),
    against("Loading against DuckDB's own copy", loaded ?? NO_TIME, copied ?? NO_TIME, 2.5),
    ...load.found.map(({ dataset, time }) =>
      against(`The same, ${dataset} alone`, time, copies.get(dataset) ?? NO_TIME),
    ),
    ...load.found.map(({ dataset, rows: { read, rejected, flagged } }) => ({
      figure: `Rows of ${dataset}, rejected and flagged`,
      measured: `${count(read)}, ${count(rejected)} and ${count(flagged)}`,
    })),
    limited("Peak memory, loading", load.peakBytes, 2e9, gigabytes),
  ];
}

function budgetFigures({ allBudgets, pctBudgets, size }: Measurements): readonly Figure[] {
  const of = (practices: number) => `Budgets of ${count(practices)} practices with explanations`;
  return [
    limited(`${of(size.practices)}, one run`, allBudgets.found.time.seconds, 10, inSeconds),
    { figure: "Peak memory, those budgets", measured: gigabytes(allBudgets.peakBytes) },
    limited(`${of(PRACTICES_OF_A_PCT)}, one PCT`, pctBudgets.found.time.seconds, 1, inSeconds),
    { figure: "The same, the first time in a process", measured: inSeconds(pctBudgets.found.first) },
  ];
}

/** A time, and how many rows a second it is. */
function told(figure: string, time: Time, rows?: number): Figure {
  const speed = rows === undefined ? "" : `, ${number(rows / time.seconds / 1e6, 2)} million rows a second`;
  return { figure, measured: `${inSeconds(time.seconds)}${speed}` };
}

/** How many times as long one thing takes as another, by the clock and, in brackets, in work of the processors. */
function against(figure: string, time: Time, other: Time, most?: number): Figure {
  const [clock, work] = [time.seconds / other.seconds, time.work / other.work];
  const plain = most === undefined ? { figure } : limited(figure, clock, most, times);
  return { ...plain, measured: `${times(clock)} (${times(work)} the work)` };
}

function limited(figure: string, value: number, most: number, show: (value: number) => string): Figure {
  const over = `missed by ${show(value - most)} (${percent(value / most - 1)})`;
  return { figure, measured: show(value), toReach: `at most ${show(most)}`, verdict: value <= most ? "reached" : over };
}

const number = (value: number, digits: number) =>
  value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const count = (value: number) => number(value, 0);
const inSeconds = (value: number) => `${number(value, value < 1 ? 3 : 1)} s`;
const times = (value: number) => `${number(value, 2)} times`;
const percent = (value: number) => `${number(value * 100, 1)}%`;
const gigabytes = (value: number) => `${number(value / 1e9, 2)} GB`;
const monthsText = (months: number) => (months === 1 ? "one month" : `${months} months`);
