import { choice, inWords, listOf, percent, rate, yesOrNo } from "../definition.ts";
import { SERVICE_LINES } from "./budget-rules.ts";

/** Rules by which budgets move towards fair shares. Source: 003 ¶A1-12 to ¶A1-16, ¶2.2.4-3. */
export const fairShareRules = {
  "fair-share.tolerance": rate(
    "Half-width of the band around a fair share",
    (value) => `Nothing moves within ${percent(value)} of the fair share.`,
  ),
  "fair-share.edge-is-inside": yesOrNo(
    "The edge of the band is inside it",
    "A budget exactly on the edge is inside the band.",
    "A budget exactly on the edge is outside the band.",
  ),
  "fair-share.measured-against": choice("What the distance is a percentage of", {
    "fair-share": "The distance is a percentage of the fair share.",
    "indicative-budget": "The distance is a percentage of the indicative budget.",
  }),
  "fair-share.tested-amount": choice("What is tested against the fair share", {
    "previous-indicative-budget": "The previous year's indicative budget is tested.",
    "historic-spend": "Historic spend is tested.",
  }),
  "fair-share.target": choice("Where a budget moves to", {
    "near-edge": "A budget outside the band moves to its near edge and never past it.",
    "fair-share": "A budget outside the band moves to the fair share and never past it.",
  }),
  "fair-share.largest-shift": rate(
    "Largest shift in a year",
    (value) => `No shift is more than ${percent(value)} of the practice's indicative budget in scope.`,
  ),
  "fair-share.excludes": listOf(SERVICE_LINES, {
    title: "Lines outside the tool's scope",
    says: (lines) => `The tool leaves out ${inWords(lines)}.`,
  }),
  "fair-share.review-first": yesOrNo(
    "A utilisation review comes before a shift",
    "No budget shifts before a utilisation review is recorded.",
    "A budget may shift without a review.",
  ),
  "fair-share.review-covers": listOf(["disease-prevalence", "use-of-hospital-services"], {
    title: "What a utilisation review looks at",
    says: (subjects) => `A review looks at ${inWords(subjects)}.`,
  }),
  "fair-share.policy-agreed-with": listOf(["lmc", "pec", "board"], {
    title: "Who agrees the policy on shifts",
    says: (bodies) => `No budget shifts before a policy agreed with the ${inWords(bodies, "and the")} is recorded.`,
  }),
  "fair-share.gains-funded-by": listOf(["reductions", "growth-put-in"], {
    title: "What pays for gains",
    says: (payers) => `Gains are paid for by ${inWords(payers)}, and scaled down where that does not suffice.`,
  }),
} as const;
