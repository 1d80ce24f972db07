import { z } from "zod";
import { inWords, listOf, percent, rate, spoken, table } from "../definition.ts";

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

const componentOfLine = z.record(z.string(), z.enum(NEED_COMPONENTS)).refine((of) => "other" in of, {
  message: "must say which component `other` lines take",
});

/** Rules on need and on the prescribing formula. Source: 003 ¶A1-6, ¶A1-7; settled ¶need-1, ¶need-2. */
export const needRules = {
  "need.fallbacks": listOf(["carr-hill-ratio", "locality-mean", "pct-mean"], {
    title: "What a practice without a need weight takes, in order",
    says: (ways) => `A practice missing from the source of need takes its ${inWords(ways, "or else its")}.`,
  }),
  "need.component-of-line": table(componentOfLine as z.ZodType<Readonly<Record<string, NeedComponent>>>, {
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
  "prescribing.uplift": rate(
    "Uplift of the prescribing budget",
    (value) => `Prescribing is uplifted by ${percent(value)}, by itself.`,
  ),
} as const;
