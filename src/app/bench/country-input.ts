import type { BudgetInput } from "#features/budgets/index.ts";
import { type Explanation, given } from "#kernel/explanation.ts";
import { day, firstDayOf, type Month, monthsLater } from "#kernel/period.ts";
import { BUDGET_YEAR } from "./places.ts";

type Practice = BudgetInput["practices"][number];
type Line = BudgetInput["envelope"]["lines"][number];
type LastYear = Practice["lastYear"];

/** Pence a head and year of each kind of hospital care. */
const CARE: Readonly<Record<string, number>> = {
  "elective-ordinary": 9_500,
  "day-case": 7_000,
  emergency: 21_000,
  "non-elective-other": 6_000,
  "outpatient-first": 4_500,
  "outpatient-follow-up": 5_500,
  "outpatient-procedure": 1_500,
  "a-and-e-1-2": 3_500,
  "a-and-e-3": 500,
};
/** A budget year's prices over those of the activity's own year, in thousandths. */
const PRICE_LEVEL = 1_023;

/** What lines have a head, in pence, those of hospital care and prescribing with room for growth. */
const LINES: readonly (Omit<Line, "amount"> & { readonly perHead: number })[] = [
  line("acute", 62_000, { service: "acute", method: { kind: "historic-activity", activities: Object.keys(CARE) } }),
  line("prescribing", 16_500, { service: "prescribing", method: { kind: "prescribing-formula" } }),
  line("community", 5_120, { service: "community", method: { kind: "weighted-capitation" }, level: "group" }),
  line("mental-health", 6_840, { service: "mental-health", method: { kind: "weighted-capitation" } }),
  line("enhanced-services", 1_460, { service: "primary-care", method: { kind: "per-head" } }),
  line("high-cost", 3_410, { method: { kind: "held" }, level: "wider", purpose: "high-cost" }),
  line("central-management", 1_790, { service: "central-management", level: "pct", purpose: "management" }),
  line("reserves", 620, { method: { kind: "held" }, level: "pct", purpose: "contingency" }),
];

function line(id: string, perHead: number, more: Partial<Line>) {
  const usual = { service: "other", method: { kind: "held" }, level: "practice", purpose: "care" } as const;
  return { id, label: id.replaceAll("-", " "), perHead, ...usual, ...more };
}

const NEED = ["acute", "community", "mental-health", "maternity", "primary-care", "overall"] as const;

/** The months from which budgets of the year follow: October to September. */
const MONTHS: readonly Month[] = Array.from({ length: 12 }, (_, at) => monthsLater("2006-10" as Month, at));

/**
 * A PCT of so many practices with eight lines, each practice with a year of care of nine kinds, needs, lists and last
 * year's lines; every tenth practice has had a review. All of it is made up and the same for the same seed.
 */
export function countryInput(count: number, seed: number, rules: BudgetInput["rules"]): BudgetInput {
  const around = spread(seed);
  const practices = Array.from({ length: count }, (_, at) => practiceAt(at, around));
  const people = practices.reduce((sum, { list }) => sum + (list?.value ?? 0), 0);
  const before = (id?: string) =>
    practices
      .flatMap(({ lastYear }) => lastYear)
      .filter(({ line: of }) => id === undefined || of === id)
      .reduce((sum, { devolved }) => sum + devolved, 0);
  return {
    pct: { code: "5QX", name: "Made-up PCT" },
    envelope: {
      pct: "5QX",
      year: BUDGET_YEAR,
      lines: LINES.map(({ perHead, ...of }) => ({ ...of, amount: perHead * people })),
    },
    asAt: firstDayOf(BUDGET_YEAR),
    lastYear: { total: { value: before() }, prescribing: { value: before("prescribing") } },
    practices,
    reviews: practices
      .filter((_, at) => at % 10 === 0)
      .map(({ code }) => ({
        practice: code,
        reviewedOn: day("2008-01-15"),
        outcome: "move-towards-fair-share",
        decidedShift: 1_000_000,
      })),
    policy: {
      setOn: day("2008-02-20"),
      agreedWithLmcOn: day("2008-02-01"),
      agreedWithPecOn: day("2008-02-13"),
      largestShift: 100,
    },
    rules,
  };
}

function practiceAt(at: number, around: Around): Practice {
  const code = `X${String(at + 1).padStart(5, "0")}`;
  const group = `G${String(Math.floor(at / 8)).padStart(4, "0")}`;
  const people = around(6_250, 0.6);
  return {
    code,
    name: `Practice ${code}`,
    ...(at % 20 !== 0 && { group: { code: group, name: `Group ${group}` } }),
    list: { value: people },
    need: Object.fromEntries(NEED.map((component) => [component, index(component, around(1_000_000, 0.15))])),
    prescribingUnits: index("prescribing units", around(people * 3, 0.1) * 1_000_000),
    baseline: baselineOf(code, people, around),
    prescribingSpend: { value: around(people * 16_000, 0.1) },
    lastYear: lastYearOf(people, around),
  };
}

function index(label: string, value: number): Explanation {
  return given({ id: label.replaceAll(" ", "-"), label }, "millionths", value);
}

function baselineOf(practice: string, people: number, around: Around): Practice["baseline"] {
  return MONTHS.flatMap((month) =>
    Object.entries(CARE).map(([activity, perHead]) => {
      const ownYear = around((people * perHead) / 12, 0.25);
      const origin = { kind: "activity", keys: { snapshot: "bench", practice, month, activity } };
      return { activity, month, ownYear, budgetYear: Math.round((ownYear * PRICE_LEVEL) / 1_000), origin };
    }),
  );
}

function lastYearOf(people: number, around: Around): LastYear {
  return LINES.map(({ id, label, service, perHead, method }) => {
    const devolved = around(people * perHead * 0.95, 0.2);
    return { line: id, label, service, devolved, blockedBack: method.kind === "held" ? devolved : 0 };
  });
}

/** A whole number around another, at most such a part of it away. */
type Around = (mean: number, part: number) => number;

/** Numbers that lie evenly around others and are the same for the same seed. */
function spread(seed: number): Around {
  let state = seed;
  return (mean, part) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.round(mean * (1 - part + (2 * part * state) / 2 ** 32));
  };
}
