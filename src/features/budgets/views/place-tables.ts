import { placeAddress } from "../figures.ts";
import type { BudgetRun, PracticeBudget, PracticeLine } from "../rules/budget-run.ts";
import type { Leads } from "./practice-tables.ts";
import { absent, money, type Table, tableOf, text } from "./shown.ts";
import { LEVEL_WORDS, methodText, OWN_LINES } from "./words.ts";

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

interface Row extends PracticeSums {
  readonly key: string;
  readonly label: string;
  readonly how: string;
  readonly level: string | undefined;
  /** What leads to why, below the place's own address. */
  readonly address: readonly string[];
}

/** What members have of a line together; nothing last year where none had it, or where it is no line of the envelope. */
interface PracticeSums {
  readonly lastYear: number | null;
  readonly devolved: number | null;
  readonly blockedBack: number | null;
  readonly net: number;
}

/** The lines of a group or locality: its members' added up, with what moves and what goes into the risk pool. */
export function placeLinesTable(
  run: BudgetRun,
  place: string,
  members: readonly PracticeBudget[],
  { why }: Leads,
): Table {
  const rows = [...lineRows(run, members), ...lastRows(members)];
  const shown = (amount: number | null, { address }: Row, part: string) => {
    if (amount === null) return absent("not applicable");
    return money(amount, amount === 0 ? undefined : why?.(placeAddress(place, ...address, part)));
  };
  return tableOf<Row>({
    id: "lines",
    caption: `Budget of all members by line, ${run.year}`,
    counted: ["line", "lines"],
    rows,
    rowKey: ({ key }) => key,
    columns: [
      { key: "line", heading: "Line", show: ({ label, how }) => text(label, undefined, how) },
      {
        key: "last-year",
        heading: "Last year",
        unit: "£",
        adds: true,
        show: (row) => shown(row.lastYear, row, "last-year"),
      },
      {
        key: "devolved",
        heading: "Devolved",
        unit: "£",
        adds: true,
        show: (row) => shown(row.devolved, row, "devolved"),
      },
      {
        key: "blocked-back",
        heading: "Blocked back",
        unit: "£",
        adds: true,
        show: (row) => shown(row.blockedBack === null ? null : 0 - row.blockedBack, row, "blocked-back"),
      },
      {
        key: "this-year",
        heading: "This year",
        unit: "£",
        adds: true,
        show: ({ address, net }) => money(net, why?.(placeAddress(place, ...address))),
      },
      {
        key: "level",
        heading: "Commissioned by",
        show: ({ level }) => (level === undefined ? absent("not applicable") : text(level)),
      },
    ],
  });
}

function lineRows(run: BudgetRun, members: readonly PracticeBudget[]): readonly Row[] {
  const first = new Map(members.flatMap(({ lines }) => lines).map((line) => [line.line, line]));
  return [...first.values()].map(({ line, label, method, level }) => ({
    ...lineSums(members.flatMap(({ lines }) => lines.filter((each) => each.line === line))),
    key: line,
    label,
    how: methodText(method, run),
    level: LEVEL_WORDS[level],
    address: ["line", line],
  }));
}

function lineSums(lines: readonly PracticeLine[]): PracticeSums {
  const sum = (amount: (line: PracticeLine) => number) => lines.reduce((all, line) => all + amount(line), 0);
  return {
    lastYear: lines.some(({ lastYear }) => lastYear !== null) ? sum(({ lastYear }) => lastYear ?? 0) : null,
    devolved: sum(({ devolved }) => devolved),
    blockedBack: sum(({ blockedBack }) => blockedBack),
    net: sum(({ net }) => net),
  };
}

/** What moved towards fair shares, and what members give to the risk pool. */
function lastRows(members: readonly PracticeBudget[]): readonly Row[] {
  const base = { lastYear: null, devolved: null, blockedBack: null, level: undefined };
  const moved = members.reduce((sum, { movement }) => sum + movement, 0);
  const pooled = members.reduce((sum, { riskPool }) => sum + riskPool, 0);
  const row = (key: string, label: string, how: string, net: number): Row => ({
    ...base,
    ...{ key, label, how, net, address: [key] },
  });
  return [
    ...(members.every(({ movement }) => movement === 0)
      ? []
      : [row("movement", "Movement towards fair shares", OWN_LINES["fair-share-movement"], moved)]),
    ...(pooled === 0 ? [] : [row("risk-pool", "Contribution to the risk pool", OWN_LINES["risk-pool"], 0 - pooled)]),
  ];
}
