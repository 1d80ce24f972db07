import { pounds } from "#platform/web/words/amounts.ts";
import { dayText } from "#platform/web/words/dates.ts";
import { pctLineAddress } from "../figures.ts";
import { lineAddress, practiceAddress } from "../rules/address.ts";
import type { BudgetRun } from "../rules/budget-run.ts";
import type { AccountBalance, Movement } from "../rules/ledger.ts";
import { change, money, type Table, tableOf, text } from "./shown.ts";
import { holderText, KIND_WORDS } from "./words.ts";

type NameOf = (code: string) => string;

/** Accounts with what they opened with, what moved, and what they come to. */
export function accountsTable(
  accounts: readonly AccountBalance[],
  run: BudgetRun,
  nameOf: NameOf,
  why?: (figure: string) => string,
): Table {
  const lineOf = lineNames(run);
  return tableOf({
    id: "accounts",
    caption: "Opening + movements = closing, by holder and line",
    counted: ["account", "accounts"],
    rows: accounts,
    rowKey: ({ holder, line }) => `${holder.kind}/${holder.code}/${line}`,
    columns: [
      {
        key: "holder",
        heading: "Holder",
        show: ({ holder }) => text(holderText(holder, nameOf), undefined, holder.code),
      },
      { key: "line", heading: "Line", show: ({ line }) => text(lineOf(line)) },
      {
        key: "opening",
        heading: "Opening",
        unit: "£",
        adds: true,
        pence: true,
        show: (account) => money(account.opening, account.opening === 0 ? undefined : why?.(openingAddress(account))),
      },
      {
        key: "movements",
        heading: "Movements",
        unit: "£",
        adds: true,
        pence: true,
        show: ({ movements }) => change(movements),
      },
      { key: "closing", heading: "Closing", unit: "£", adds: true, pence: true, show: ({ closing }) => money(closing) },
    ],
  });
}

/** The figure that an account opened with: a practice's line, or all that is held of a line. */
function openingAddress({ holder, line }: AccountBalance): string {
  if (holder.kind !== "practice") return pctLineAddress(line, "held");
  return line === "risk-pool" ? practiceAddress(holder.code, "budget", line) : lineAddress(holder.code, line);
}

/** The movements of a year, each with its authority and its entries. */
export function movementsTable(movements: readonly Movement[], run: BudgetRun, nameOf: NameOf): Table {
  const lineOf = lineNames(run);
  return tableOf({
    id: "movements",
    caption: "Movements in the year",
    counted: ["movement", "movements"],
    rows: movements,
    rowKey: ({ id }) => id,
    columns: [
      {
        key: "movement",
        heading: "Movement",
        show: ({ id, kind }) => text(id, undefined, KIND_WORDS[kind].split(":")[0]),
      },
      { key: "on", heading: "Date", show: ({ on }) => text(dayText(on)) },
      {
        key: "authority",
        heading: "By whose authority",
        show: ({ authority, source }) =>
          text(
            authority.body,
            undefined,
            source === undefined ? authority.reference : `${authority.reference}; money from ${source}`,
          ),
      },
      {
        key: "entries",
        heading: "Entries",
        show: ({ entries }) =>
          text(
            entries
              .map(
                ({ holder, line, amount }) =>
                  `${holderText(holder, nameOf)}, ${lineOf(line).toLowerCase()}: ${pounds(amount, { pence: true, change: true })}`,
              )
              .join("; "),
          ),
      },
    ],
  });
}

function lineNames({ position }: BudgetRun): (line: string) => string {
  const labels = new Map(position.lines.map(({ line, label }) => [line, label]));
  return (line) => labels.get(line) ?? line;
}
