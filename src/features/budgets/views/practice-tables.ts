import { pctAddress, practiceAddress } from "../rules/address.ts";
import type { BudgetRun, PracticeBudget, PracticeLine } from "../rules/budget-run.ts";
import { type ComparedYear, testOf } from "./fair-shares.ts";
import { absent, type ColumnOf, change, distance, money, type Shown, type Table, tableOf, text } from "./shown.ts";
import { holderText, LEVEL_WORDS, methodText, OWN_LINES, REASON_WORDS, STATE_WORDS } from "./words.ts";

/** How tables name places and lead on; no `why` where the reader may not ask. */
export interface Leads {
  readonly why: ((figure: string) => string) | undefined;
  readonly practice: ((code: string) => string) | undefined;
  readonly nameOf: (code: string) => string;
}

interface Row {
  readonly key: string;
  readonly label: string;
  readonly lastYear: Shown;
  readonly devolved: Shown;
  readonly blockedBack: Shown;
  readonly net: Shown;
  readonly how: string;
  readonly heldBy: string;
}

/** A practice's statement: each line with last year, what was devolved, what went back, and what is left; then the rest. */
export function statementTable(run: BudgetRun, practice: PracticeBudget, leads: Leads): Table {
  const rows = [...practice.lines.map((line) => lineRow(run, practice, line, leads)), ...lastRows(practice, leads)];
  return tableOf<Row>({
    id: "lines",
    caption: `Budget by line, ${run.year}`,
    counted: ["line", "lines"],
    rows,
    rowKey: ({ key }) => key,
    columns: [
      { key: "line", heading: "Line", show: ({ label }) => text(label) },
      { key: "last-year", heading: "Last year", unit: "£", adds: true, show: ({ lastYear }) => lastYear },
      { key: "devolved", heading: "Devolved", unit: "£", adds: true, show: ({ devolved }) => devolved },
      { key: "blocked-back", heading: "Blocked back", unit: "£", adds: true, show: ({ blockedBack }) => blockedBack },
      { key: "this-year", heading: "This year", unit: "£", adds: true, show: ({ net }) => net },
      { key: "how", heading: "How worked out", show: ({ how }) => text(how) },
      { key: "held-by", heading: "Held by", show: ({ heldBy }) => text(heldBy) },
    ],
  });
}

function lineRow(run: BudgetRun, practice: PracticeBudget, line: PracticeLine, { why }: Leads): Row {
  const before = practiceAddress(practice.code, "last-year-line", line.line);
  const [only, ...others] = line.held;
  const back = only === undefined || others.length > 0 ? undefined : only.address;
  const isGone = line.devolved === line.blockedBack && line.devolved !== 0;
  return {
    key: line.line,
    label: line.label,
    lastYear: line.lastYear === null ? absent("not applicable") : money(line.lastYear, why?.(before)),
    devolved: money(line.devolved, why?.(`${line.address}/devolved`)),
    blockedBack: money(0 - line.blockedBack, back === undefined ? undefined : why?.(back)),
    net: money(line.net, why?.(line.address)),
    how: methodText(line.method, run),
    heldBy: isGone ? holderOf(line) : levelOf(line, practice),
  };
}

function holderOf({ held, level }: PracticeLine): string {
  return held[0]?.holder.kind === "wider"
    ? LEVEL_WORDS.wider
    : held[0] === undefined
      ? LEVEL_WORDS[level]
      : LEVEL_WORDS.pct;
}

function levelOf({ level }: PracticeLine, { group }: PracticeBudget): string {
  return level === "group" && group !== null ? group.name : LEVEL_WORDS[level];
}

/** What moved towards the fair share, and what goes into the risk pool. */
function lastRows({ code, movement, riskPool, group }: PracticeBudget, { why }: Leads): readonly Row[] {
  const none = absent("not applicable");
  const moved = practiceAddress(code, "budget", "available", "fair-share-movement");
  const pooled = practiceAddress(code, "budget", "risk-pool");
  const base = { lastYear: none, devolved: none, blockedBack: none };
  const movementRow: Row = {
    ...base,
    key: "fair-share-movement",
    label: "Movement towards the fair share",
    net: change(movement, why?.(moved)),
    how: OWN_LINES["fair-share-movement"],
    heldBy: LEVEL_WORDS.practice,
  };
  const poolRow: Row = {
    ...base,
    key: "risk-pool",
    label: "Contribution to the risk pool",
    net: money(0 - riskPool, why?.(pooled)),
    how: OWN_LINES["risk-pool"],
    heldBy: group === null ? LEVEL_WORDS.pct : group.name,
  };
  return [...(movement === 0 ? [] : [movementRow]), ...(riskPool === 0 ? [] : [poolRow])];
}

/** What is blocked back at a practice, line by line, with the reason and who holds it. */
export function blockedBackTable(practice: PracticeBudget, leads: Leads): Table {
  const rows = practice.lines.flatMap((line) => line.held.map((held) => ({ line, held })));
  return tableOf({
    id: "blocked-back",
    caption: "Blocked back, and why",
    counted: ["part", "parts"],
    rows,
    rowKey: ({ line, held }) => `${line.line} ${held.reason}`,
    columns: [
      { key: "line", heading: "Line", show: ({ line }) => text(line.label) },
      { key: "why", heading: "Why", show: ({ held }) => text(REASON_WORDS[held.reason]) },
      { key: "holder", heading: "Held by", show: ({ held }) => text(holderText(held.holder, leads.nameOf)) },
      {
        key: "amount",
        heading: "Amount",
        unit: "£",
        adds: true,
        show: ({ held }) => money(0 - held.amount, leads.why?.(held.address)),
      },
    ],
  });
}

/** The steps from activity to budget, each leading to why. */
export function stepsTable(run: BudgetRun, practice: PracticeBudget, { why }: Leads): Table {
  const steps = practice.figures.find(({ id }) => id === "waterfall")?.inputs ?? [];
  return tableOf({
    id: "steps",
    caption: "From activity to budget, step by step",
    counted: ["step", "steps"],
    isOrdered: true,
    rows: steps.map((step, index) => ({ step, isFirst: index === 0 })),
    rowKey: ({ step }) => step.id,
    columns: [
      { key: "step", heading: "Step", show: ({ step }) => text(step.label) },
      {
        key: "amount",
        heading: `Towards the budget of ${run.year}`,
        unit: "£",
        adds: true,
        show: ({ step, isFirst }) => {
          const address = why?.(practiceAddress(practice.code, "waterfall", step.id));
          return isFirst ? money(step.value, address) : change(step.value, address);
        },
      },
    ],
  });
}

/** Practices of a PCT or of a group with their budgets, fair shares and how far they have come. */
export function practicesTable(
  run: BudgetRun,
  practices: readonly PracticeBudget[],
  year: ComparedYear,
  leads: Leads,
): Table {
  const columns: readonly ColumnOf<PracticeBudget>[] = [
    ...budgetColumns(leads),
    ...fairShareColumns(year, leads),
    { key: "state", heading: "State", show: ({ fairShare }) => text(STATE_WORDS[fairShare.state]) },
  ];
  return tableOf({
    id: "practices",
    caption: `Practices, ${run.year}: change on last year; ${year === "last-year" ? "last" : "this"} year's budget in scope against its fair share`,
    counted: ["practice", "practices"],
    rows: practices,
    rowKey: ({ code }) => code,
    columns: [{ key: "practice", heading: "Practice", show: (practice) => named(practice, leads) }, ...columns],
  });
}

function named({ code, name, group, standing }: PracticeBudget, { practice }: Leads): Shown {
  const where = group === null ? "not taking part" : group.name;
  const more = standing === "open" ? where : `${where}, ${standing === "new" ? "new" : "closed"}`;
  return text(name, practice?.(code), `${code}, ${more}`);
}

function budgetColumns({ why }: Leads): readonly ColumnOf<PracticeBudget>[] {
  return [
    {
      key: "budget",
      heading: "Budget",
      unit: "£",
      adds: true,
      show: ({ code, budget }) => money(budget, why?.(practiceAddress(code, "budget"))),
    },
    {
      key: "change",
      heading: "Change",
      unit: "£",
      show: ({ code, budget, lastYear }) =>
        lastYear === null
          ? absent("not applicable")
          : change(budget - lastYear, why?.(practiceAddress(code, "change"))),
    },
  ];
}

function fairShareColumns(year: ComparedYear, { why }: Leads): readonly ColumnOf<PracticeBudget>[] {
  const figure = (practice: PracticeBudget, id: string) => why?.(practiceAddress(practice.code, `${id}-${year}`));
  const shown = (practice: PracticeBudget, show: (test: NonNullable<ReturnType<typeof testOf>>) => Shown) => {
    const test = testOf(practice, year);
    return test === null ? absent("not applicable") : show(test);
  };
  return [
    {
      key: "tested",
      heading: "In scope",
      unit: "£",
      show: (practice) => shown(practice, ({ budget }) => money(budget, figure(practice, "in-scope"))),
    },
    {
      key: "fair-share",
      heading: "Fair share",
      unit: "£",
      show: (practice) => shown(practice, ({ fairShare }) => money(fairShare, figure(practice, "fair-share"))),
    },
    {
      key: "distance",
      heading: "Distance",
      figure: true,
      show: (practice) => shown(practice, (test) => distance(test.distance, figure(practice, "distance"))),
    },
  ];
}

/** The address of the PCT's figure that a headline shows. */
export const PCT_FIGURES = {
  envelope: pctAddress("envelope"),
  budgets: pctAddress("budgets"),
  held: pctAddress("held"),
  unallocated: pctAddress("unallocated"),
  devolved: pctAddress("devolved"),
} as const;
