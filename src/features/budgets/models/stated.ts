import { prescribingTable } from "#features/activity/index.ts";
import { model, text, whole } from "#platform/engine/index.ts";
import { budgetBeforeTable, envelopeTable } from "../tables.ts";

/** The lines of a PCT's envelope as files state it. */
export const envelopeLines = model(new URL("envelope-lines.sql", import.meta.url), {
  reads: { envelopes: envelopeTable },
  takes: { pct: text, year: text },
  gives: {
    line: text,
    label: text,
    service: text,
    amount_pence: whole,
    method: text,
    activities: envelopeTable.columns.activities,
    component: envelopeTable.columns.component,
    level: text,
    purpose: text,
  },
});

/** Budget lines of a year that was not worked out here. */
export const earlierBudgets = model(new URL("earlier-budgets.sql", import.meta.url), {
  reads: { budgets: budgetBeforeTable },
  takes: { year: text },
  gives: {
    practice: text,
    line: text,
    label: text,
    service: text,
    devolved_pence: whole,
    blocked_back_pence: whole,
  },
});

/** What each practice's prescriptions cost in a span of months, and how many of its months are held. */
export const prescribingSpend = model(new URL("prescribing-spend.sql", import.meta.url), {
  reads: { prescribing: prescribingTable },
  takes: { first: text, last: text },
  gives: { practice: text, actual_cost_pence: whole, months: whole },
});
