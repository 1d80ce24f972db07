import type { Measurements } from "./measurements.ts";
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
  const { rows, seconds: bare } = read.found;
  const { year, month, again } = onePrice.found;
  const told = (what: string, seconds: number): Figure => ({
    figure: what,
    measured: `${inSeconds(seconds)}, ${perSecond(rows, seconds)}`,
  });
  const twelfths = (12 / months) * year;
  return [
    told(`Merely reading ${count(rows)} rows, ${monthsText(months)}`, bare),
    told("Marts at one year's prices", year),
    limited("Marts against merely reading", year / bare, 6, times),
    limited("Peak memory, marts at one year's prices", onePrice.peakBytes, 2e9, gigabytes),
    { figure: "Marts of one new month", measured: inSeconds(month) },
    limited("One new month against a year", month / twelfths, 0.1, percent),
    { figure: "Marts once more, nothing new", measured: inSeconds(again) },
    told("Marts at the year's own and the budget year's prices", twoPrices.found.year),
    { figure: "The same against merely reading", measured: times(twoPrices.found.year / bare) },
    limited("Peak memory, marts at both prices", twoPrices.peakBytes, 2e9, gigabytes),
    {
      figure: "Rows in the marts, and those with a price",
      measured: `${count(twoPrices.found.rows)}, ${percent(twoPrices.found.priced / twoPrices.found.rows)}`,
    },
    {
      figure: "Baseline of all practices, read from the marts",
      measured: `${inSeconds(twoPrices.found.baseline)}, ${count(twoPrices.found.baselineRows)} rows`,
    },
  ];
}

function loadingFigures({ copy, load }: Measurements): readonly Figure[] {
  const copied = new Map(copy.found.map(({ dataset, seconds }) => [dataset, seconds]));
  const sum = (all: readonly { readonly seconds: number }[]) => all.reduce((total, { seconds }) => total + seconds, 0);
  const rows = load.found.reduce((total, each) => total + each.rows.read, 0);
  const kinds = load.found.map(({ dataset, seconds, rows: { read, rejected, flagged } }) => ({
    figure: `Loading a month's file of ${dataset}`,
    measured: `${inSeconds(seconds)}, ${count(read)} rows, ${count(rejected)} rejected, ${count(flagged)} flagged, ${times(
      seconds / (copied.get(dataset) ?? 0),
    )} the copy`,
  }));
  return [
    {
      figure: "DuckDB's own copy of a month's CSV to Parquet",
      measured: `${inSeconds(sum(copy.found))}, ${perSecond(rows, sum(copy.found))}`,
    },
    ...kinds,
    {
      figure: "Loading a month with all checks",
      measured: `${inSeconds(sum(load.found))}, ${perSecond(rows, sum(load.found))}`,
    },
    limited("Loading against DuckDB's own copy", sum(load.found) / sum(copy.found), 2.5, times),
    limited("Peak memory, loading", load.peakBytes, 2e9, gigabytes),
  ];
}

function budgetFigures({ allBudgets, pctBudgets, size }: Measurements): readonly Figure[] {
  const of = (practices: number) => `Budgets of ${count(practices)} practices with explanations`;
  return [
    limited(`${of(size.practices)}, one run`, allBudgets.found.seconds, 10, inSeconds),
    { figure: "Peak memory, those budgets", measured: gigabytes(allBudgets.peakBytes) },
    limited(`${of(PRACTICES_OF_A_PCT)}, one PCT`, pctBudgets.found.seconds, 1, inSeconds),
    { figure: "The same, the first time in a process", measured: inSeconds(pctBudgets.found.first) },
  ];
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
const perSecond = (rows: number, seconds: number) => `${number(rows / seconds / 1e6, 2)} million rows a second`;
const monthsText = (months: number) => (months === 1 ? "one month" : `${months} months`);
