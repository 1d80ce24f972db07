import { z } from "zod";
import {
  capitalised,
  choice,
  dayOf,
  inWords,
  listOf,
  percent,
  type RuleDefinition,
  rate,
  spoken,
  spokenPeriod,
  table,
  wholeNumber,
  yesOrNo,
} from "../definition.ts";

/** The services that budgets are shown by; what a PCT names besides is `other`. Source: settled ¶budgets-1. */
export const SERVICE_LINES = [
  "acute",
  "maternity",
  "mental-health",
  "community",
  "prescribing",
  "primary-care",
  "other",
  "central-management",
] as const;
export type ServiceLine = (typeof SERVICE_LINES)[number];

/** Ways to work out a practice's part of a line. Source: 003 ¶A1-5 to ¶A1-10. */
export const METHODS = ["historic-activity", "prescribing-formula", "weighted-capitation", "per-head", "held"] as const;
export type Method = (typeof METHODS)[number];

/** Where a line's services are bought. Source: 004 ¶22-2; settled ¶budgets-6. */
export const LEVELS = ["practice", "group", "pct", "wider"] as const;
export type CommissioningLevel = (typeof LEVELS)[number];

const methodOfLine = z.strictObject({ method: z.enum(METHODS), fallbacks: z.array(z.enum(METHODS)).readonly() });
/** How a line is worked out, and what is taken for a practice where that cannot be done. */
export type LineMethod = Readonly<z.output<typeof methodOfLine>>;

const historicWindow = z
  .strictObject({
    earlierYearsBack: z.int().min(1).max(5),
    earlierLastMonths: z.int().min(0).max(12),
    laterYearsBack: z.int().min(1).max(5),
    laterFirstMonths: z.int().min(0).max(12),
  })
  .refine(
    ({ earlierLastMonths, laterFirstMonths }) => earlierLastMonths + laterFirstMonths === 12,
    "must come to twelve months, so that no season counts twice",
  );
/** Which months count as history: the last of one year and the first of another, counted back from the budget year. */
export type HistoricWindow = Readonly<z.output<typeof historicWindow>>;

function methodRule(line: string): RuleDefinition<LineMethod> {
  return table(methodOfLine, {
    title: `How ${line} is worked out`,
    says: ({ method, fallbacks }) => `${capitalised(line)}: ${inWords([method, ...fallbacks], "or else")}.`,
  });
}

function yearsBack(years: number): string {
  return years === 1 ? "before" : `${years} years before`;
}

/** Rules by which an envelope becomes practices' indicative budgets. Source: 003 ¶2.2.1-6, ¶A1-5 to ¶A1-11. */
export const budgetRules = {
  "budget.historic-window": table(historicWindow, {
    title: "Months of activity on which a budget rests",
    says: (window) =>
      `A budget rests on the last ${window.earlierLastMonths} months of the year ${yearsBack(window.earlierYearsBack)} and the first ${window.laterFirstMonths} of the year ${yearsBack(window.laterYearsBack)}.`,
  }),
  "budget.minimum-scope": listOf(SERVICE_LINES, {
    title: "Least scope of an indicative budget",
    says: (lines) => `Every budget covers at least ${inWords(lines)}.`,
  }),
  "budget.devolve-everything": yesOrNo(
    "The whole budget is devolved, then blocked back",
    "The PCT's whole budget is shown devolved before lines are blocked back.",
    "Lines the PCT holds are left out of what is devolved.",
  ),
  "budget.no-deficit-top-slice": yesOrNo(
    "Budgets are not top-sliced for a deficit",
    "No budget is cut at the top to clear a deficit.",
    "A line may cut budgets to clear a deficit.",
  ),
  "budget.no-freed-up-deduction": yesOrNo(
    "Last year's freed-up resources are not deducted",
    "What was freed up last year is never taken off a budget.",
    "What was freed up last year may be taken off.",
  ),
  "budget.list-review-months": wholeNumber(
    "Months between list reviews",
    1,
    (months) => `Budgets follow practice populations every ${months} months.`,
  ),
  "budget.commissioned-at": table(
    z.record(z.enum(SERVICE_LINES), z.enum(LEVELS)).readonly() as z.ZodType<
      Readonly<Record<ServiceLine, CommissioningLevel>>
    >,
    {
      title: "Level at which each line is commissioned",
      says: (levels) =>
        `Commissioned: ${Object.entries(levels)
          .map(([line, level]) => `${spoken(line)} by ${level === "wider" ? "several PCTs" : `the ${spoken(level)}`}`)
          .join(", ")}.`,
    },
  ),
  "budget.movement-kinds": listOf(
    ["virement", "allocation-change", "correction", "list-review", "freed-up-resources"],
    {
      title: "Movements the budget ledger takes",
      says: (kinds) => `A budget moves in the year by ${inWords(kinds, "or")} only.`,
    },
  ),
  "method.acute": methodRule("acute care"),
  "method.maternity": methodRule("maternity"),
  "method.prescribing": methodRule("prescribing"),
  "method.community": methodRule("community services"),
  "method.mental-health": methodRule("mental health"),
  "method.primary-care": methodRule("primary care"),
  "method.central-management": methodRule("central management"),
  "method.other": methodRule("any other line"),
  "management-locality.as-at": dayOf(
    "Day whose PCTs are the management localities",
    (day) => `A practice's management locality is the PCT it belonged to on ${spokenPeriod(day)}.`,
  ),
  "growth.overall": rate("Growth of the whole PCT budget", (value) => `The PCT's budget grows by ${percent(value)}.`),
  "growth.excludes-prescribing": yesOrNo(
    "General growth is stripped of prescribing growth",
    "Growth on other lines leaves out prescribing growth, which goes to prescribing.",
    "The PCT's growth goes on all lines alike.",
  ),
  "freed-up.practice-share": rate(
    "Part of freed-up resources that practices keep",
    (value) => `Practices use ${percent(value)} of what they free up.`,
  ),
  "freed-up.withhold-for-deficit": yesOrNo(
    "Freed-up resources may be withheld for a deficit",
    "A PCT in deficit may hold freed-up resources back.",
    "A deficit is no ground to hold freed-up resources back.",
  ),
  "freed-up.unplanned-count": yesOrNo(
    "Unplanned savings count as freed up",
    "Savings nobody planned count like planned ones.",
    "Only planned savings count.",
  ),
  "risk-pool.contribution": rate(
    "Contribution to the risk pool",
    (value) => `Each practice puts ${percent(value)} of its indicative budget in the risk pool.`,
  ),
  "risk-pool.thresholds-set-by": choice("Who sets risk-pool thresholds", {
    "director-of-finance": "The PCT's Director of Finance sets thresholds on uncommon, costly treatments.",
    committee: "The governance committee sets thresholds on uncommon, costly treatments.",
  }),
} as const;
