import type { FinancialYear } from "#kernel/period.ts";
import { pctAddress } from "../rules/address.ts";
import type { BudgetRun } from "../rules/budget-run.ts";
import { pctPath, whyPath } from "./addresses.ts";
import { absent, type ColumnOf, money, type Table, tableOf, text } from "./shown.ts";

/** A PCT as its region sees it: the run in force, if there is one, and what waits. */
export interface PctInRegion {
  readonly code: string;
  readonly name: string;
  readonly run?: BudgetRun;
  readonly hash?: string;
  readonly versions: number;
  readonly outside: number;
  readonly waiting: number;
}

/** The PCTs of a region with their money and how far they have come. */
export function regionTable(pcts: readonly PctInRegion[], year: FinancialYear): Table {
  return tableOf({
    id: "pcts",
    caption: `PCTs, ${year}: versions issued, practices outside the band, drafts waiting`,
    counted: ["PCT", "PCTs"],
    rows: pcts,
    rowKey: ({ code }) => code,
    columns: [
      { key: "pct", heading: "PCT", show: ({ code, name }) => text(name, pctPath(code, year), code) },
      amountColumn("envelope", "Envelope", year, ({ position }) => position.envelope),
      amountColumn("budgets", "In budgets", year, ({ position }) => position.budgets),
      amountColumn("held", "Held", year, ({ position }) => position.held),
      {
        key: "versions",
        heading: "Versions",
        figure: true,
        show: ({ versions }) => ({ kind: "count", value: versions }),
      },
      {
        key: "outside",
        heading: "Outside band",
        figure: true,
        show: ({ run, outside }) => (run === undefined ? absent("not supplied") : { kind: "count", value: outside }),
      },
      {
        key: "waiting",
        heading: "Drafts",
        figure: true,
        show: ({ waiting }) => ({ kind: "count", value: waiting }),
      },
    ],
  });
}

function amountColumn(
  id: string,
  heading: string,
  year: FinancialYear,
  of: (run: BudgetRun) => number,
): ColumnOf<PctInRegion> {
  return {
    key: id,
    heading,
    unit: "£",
    adds: true,
    show: ({ code, run, hash }) =>
      run === undefined || hash === undefined
        ? absent("not supplied")
        : money(of(run), whyPath({ pct: code, year, hash }, pctAddress(id))),
  };
}
