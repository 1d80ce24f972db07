import { model, whole } from "#platform/engine/index.ts";
import { chosen, code, dataset, intake, layout, pounds, text } from "#platform/lake/index.ts";
import { type Component, type Level, type Method, type Purpose, SERVICES } from "../rules/envelope.ts";
import { envelopeTable } from "../tables.ts";

const METHODS = [
  "historic-activity",
  "prescribing-formula",
  "weighted-capitation",
  "per-head",
  "held",
] as const satisfies readonly Method["kind"][];
const LEVELS = ["practice", "group", "pct", "wider"] as const satisfies readonly Level[];
const PURPOSES = [
  "care",
  "management",
  "high-cost",
  "contingency",
  "fair-share-growth",
  "deficit-recovery",
  "freed-up-deduction",
] as const satisfies readonly Purpose[];
const COMPONENTS = [
  "acute",
  "community",
  "mental-health",
  "maternity",
  "prescribing",
  "primary-care",
  "overall",
] as const satisfies readonly Component[];

const plain = layout("envelope", "A PCT's envelope by service line, plain CSV", {
  pct: code("pct", { form: "[A-Z0-9]{3,6}", example: "5QV" }),
  year: code("year", { form: "[0-9]{4}/[0-9]{2}", example: "2008/09" }),
  line: text("line"),
  label: text("label"),
  service: chosen("service", SERVICES),
  amount_pence: pounds("amount"),
  method: chosen("method", METHODS),
  activities: text("activities", { required: false }),
  component: chosen("component", COMPONENTS, { required: false }),
  level: chosen("level", LEVELS),
  purpose: chosen("purpose", PURPOSES),
});

/** Envelopes as files state them. */
export const envelopes = dataset({
  table: envelopeTable,
  title: "Envelopes",
  intakes: [
    intake({
      layout: plain,
      shape: model(new URL("../models/envelope-rows.sql", import.meta.url), {
        reads: { staged: plain.staged },
        takes: {},
        gives: { source_row: whole, ...envelopeTable.columns },
      }),
      key: ["pct", "year", "line"],
    }),
  ],
  findings: {},
  order: ["pct", "year", "line"],
  owner: "pct",
  needs: [],
});
