import { z } from "zod";
import { inWords, listOf, percent, rate, spoken, table } from "../definition.ts";
import { SERVICE_LINES, type ServiceLine } from "./budget-rules.ts";

/** Age bands of registered lists and of prescribing weights. Source: astro-pu-2013 ¶cost-3. */
export const AGE_BANDS = ["0-4", "5-14", "15-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75+"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** What need is weighed by. Source: weighted-populations-2023-24 ¶table-1. */
export const NEED_COMPONENTS = [
  "acute",
  "community",
  "mental-health",
  "maternity",
  "prescribing",
  "primary-care",
  "overall",
] as const;
export type NeedComponent = (typeof NEED_COMPONENTS)[number];

const millionths = z.int().min(1);
const bySex = z.strictObject({ men: millionths, women: millionths });
const prescribingWeights = z.strictObject({
  version: z.string().min(1),
  weights: z.record(z.enum(AGE_BANDS), bySex),
});
/** Weights in millionths by age band and sex, with the name of the table they come from. */
export interface PrescribingWeights {
  readonly version: string;
  readonly weights: Readonly<Record<AgeBand, { readonly men: number; readonly women: number }>>;
}

/** Where a practice's need weight may be found; `primary care` is its Carr-Hill ratio. Source: settled ¶need-1. */
export const NEED_SOURCES = ["component", "primary care", "locality mean", "PCT mean"] as const;
export type NeedSource = (typeof NEED_SOURCES)[number];

const componentOfLine = z.record(z.enum(SERVICE_LINES), z.enum(NEED_COMPONENTS)).readonly();

/** Rules on need and on the prescribing formula. Source: 003 ¶A1-6, ¶A1-7; settled ¶need-1, ¶need-2. */
export const needRules = {
  "need.fallback-order": listOf(NEED_SOURCES, {
    title: "Where a practice's need weight is sought, in order",
    says: (ways) => `A practice's need weight is its ${inWords(ways, "or else the")}.`,
  }),
  "need.component-of-line": table(componentOfLine as z.ZodType<Readonly<Record<ServiceLine, NeedComponent>>>, {
    title: "Which component weighs each line",
    says: (of) =>
      `Need is weighed by component: ${Object.entries(of)
        .map(([line, component]) => `${spoken(line)} by ${spoken(component)}`)
        .join(", ")}.`,
  }),
  "prescribing.weights": table(prescribingWeights as z.ZodType<PrescribingWeights>, {
    title: "Weights of the prescribing formula",
    says: ({ version }) => `Prescribing is shared by ${version}.`,
  }),
  "prescribing.history-share": rate(
    "Part of prescribing that follows last year's spend",
    (value) => `${percent(value)} of prescribing follows last year's spend, the rest the formula.`,
  ),
  "prescribing.uplift": rate(
    "Uplift of the prescribing budget",
    (value) => `Prescribing is uplifted by ${percent(value)}, by itself.`,
  ),
} as const;
