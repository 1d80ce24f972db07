import { placeAddress } from "../figures.ts";
import type { BudgetRun, PracticeBudget } from "../rules/budget-run.ts";
import type { Leads } from "./practice-tables.ts";
import { absent, money, type Table, tableOf, text } from "./shown.ts";
import { LEVEL_WORDS, methodText } from "./words.ts";

/** What the members of a group or locality have together, as if they were one practice. */
export interface PlaceSum {
  readonly budget: number;
  readonly lastYear: number | null;
  readonly gross: number;
  readonly blockedBack: number;
}

/** Adds up members' budgets; last year's only where any had one. */
export function sumOfMembers(members: readonly PracticeBudget[]): PlaceSum {
  const add = (amount: (member: PracticeBudget) => number) => members.reduce((sum, member) => sum + amount(member), 0);
  const hadBudget = members.some(({ lastYear }) => lastYear !== null);
  return {
    budget: add(({ budget }) => budget),
    lastYear: hadBudget ? add(({ lastYear }) => lastYear ?? 0) : null,
    gross: add(({ gross }) => gross),
    blockedBack: add(({ blockedBack }) => blockedBack),
  };
}

/** The lines of a group or locality: its members' added up. */
export function placeLinesTable(
  run: BudgetRun,
  place: string,
  members: readonly PracticeBudget[],
  { why }: Leads,
): Table {
  const first = new Map(members.flatMap(({ lines }) => lines).map((line) => [line.line, line]));
  const rows = [...first.values()].map((line) => {
    const own = members.flatMap(({ lines }) => lines.filter((each) => each.line === line.line));
    const before = own.flatMap(({ lastYear }) => (lastYear === null ? [] : [lastYear]));
    const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
    return {
      ...line,
      lastYear: before.length === 0 ? null : sum(before),
      blockedBack: sum(own.map(({ blockedBack }) => blockedBack)),
      devolved: sum(own.map(({ devolved }) => devolved)),
      net: sum(own.map(({ net }) => net)),
    };
  });
  return tableOf({
    id: "lines",
    caption: `Budget of all members by line, ${run.year}`,
    counted: ["line", "lines"],
    rows,
    rowKey: ({ line }) => line,
    columns: [
      { key: "line", heading: "Line", show: ({ label }) => text(label) },
      {
        key: "last-year",
        heading: "Last year",
        unit: "£",
        adds: true,
        show: ({ lastYear }) => (lastYear === null ? absent("not applicable") : money(lastYear)),
      },
      { key: "devolved", heading: "Devolved", unit: "£", adds: true, show: ({ devolved }) => money(devolved) },
      {
        key: "blocked-back",
        heading: "Blocked back",
        unit: "£",
        adds: true,
        show: (row) => money(0 - row.blockedBack),
      },
      {
        key: "this-year",
        heading: "This year",
        unit: "£",
        adds: true,
        show: ({ line, net }) => money(net, why?.(placeAddress(place, "line", line))),
      },
      { key: "how", heading: "How worked out", show: ({ method }) => text(methodText(method, run)) },
      { key: "level", heading: "Commissioned by", show: ({ level }) => text(LEVEL_WORDS[level]) },
    ],
  });
}
