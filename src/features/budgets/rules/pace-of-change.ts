import type { Cited } from "#kernel/cited.ts";
import { type Explanation, given, workedOut } from "#kernel/explanation.ts";
import { pctAddress, practiceAddress } from "./address.ts";
import type { Band, Side } from "./fair-share.ts";
import type { FairSharePolicy, UtilisationReview } from "./fair-share-record.ts";
import { pointerTo } from "./figure-reference.ts";
import { sharedByWeight } from "./method/devolved-line.ts";

/** A practice whose review may move its budget: last year it lay outside the band, on this side. */
export interface Candidate {
  readonly practice: string;
  readonly side: Exclude<Side, "inside">;
  /** The new indicative budget in scope, and the band around the new year's fair share. */
  readonly budget: Explanation;
  readonly band: Band;
  readonly review: UtilisationReview;
}

/** What moves: signed by practice, with the PCT's figures that the movements refer to. */
export interface PaceOfChange {
  readonly shifts: ReadonlyMap<string, Explanation>;
  readonly figures: readonly Explanation[];
  /** What reductions free beyond what gains use; less than nought where growth put in pays for gains. */
  readonly left: Explanation;
}

/** What a movement is called in a practice's budget. */
export const MOVEMENT = { id: "fair-share-movement", label: "Movement towards the fair share" } as const;

/**
 * Moves budgets towards the near edge of the band and never past it, by no more than the review decided and no more than
 * the largest shift allowed. Gains are paid for by reductions and by growth put in for it; where that is not enough, all
 * gains are scaled down alike. Nothing moves without a policy. Source: 003 ¶A1-16, ¶2.2.4-3, ¶A1-3; settled ¶fair-shares-4 to ¶fair-shares-6.
 */
export function paceOfChange(
  candidates: readonly Candidate[],
  policy: FairSharePolicy | undefined,
  largest: Cited<number>,
  growthPutIn: Explanation,
): PaceOfChange {
  const allowed = policy === undefined ? [] : candidates;
  const limit = limitOf(policy, largest);
  const wanted = (side: Side) =>
    new Map(allowed.filter((each) => each.side === side).map((each) => [each.practice, wantedBy(each, limit)]));
  const reductions = wanted("over");
  const claims = wanted("under");
  const freed = total("freed-by-reductions", "Freed by budgets that come down", reductions, ["wanted"]);
  const isFunded = sumOf(claims) <= freed.value + growthPutIn.value;
  // What a review calls for stands below the scaled gain, as the weight that the gain was scaled by.
  const claimed = total(
    "gains-wanted",
    "Gains that reviews call for",
    claims,
    isFunded ? ["wanted"] : ["scaled", "wanted"],
  );
  const funds = workedOut({ id: "gains-funded", label: "What pays for gains" }, "pence", "sum", [
    at(freed),
    growthPutIn,
  ]);
  const gains = isFunded ? claims : scaledDown(funds, claims);
  const gained = total("gains", "Gains", gains, [isFunded ? "wanted" : "scaled"]);
  const left = workedOut({ id: "movement-left", label: "Freed and not given to others" }, "pence", "difference", [
    at(freed),
    at(gained),
  ]);
  const down = [...reductions].map(([practice, amount]) => [practice, signed(amount, "difference")] as const);
  const up = [...gains].map(([practice, amount]) => [practice, signed(amount, "sum")] as const);
  return { shifts: new Map([...down, ...up]), figures: [freed, claimed, funds, gained], left };
}

function limitOf(policy: FairSharePolicy | undefined, cited: Cited<number>): Explanation {
  const sentence = "No more than this part of the budget in scope moves in a year.";
  const rule = given(
    { id: "rule", label: "Largest shift by rule", rules: [{ sentence, cited }] },
    "basis points",
    cited.value,
  );
  const agreed = given(
    { id: "policy", label: "Largest shift by the committee's policy" },
    "basis points",
    policy?.largestShift ?? 0,
  );
  return workedOut({ id: "limit-rate", label: "Largest shift" }, "basis points", "least", [rule, agreed]);
}

/** What a review calls for, as an amount without sign; nought where the new budget already lies inside its band. */
function wantedBy({ side, budget, band, review }: Candidate, limitRate: Explanation): Explanation {
  const [further, nearer] = side === "over" ? [budget, band.upper] : [band.lower, budget];
  const nothing = given({ id: "nothing", label: "Nothing" }, "pence", 0);
  const gap = workedOut({ id: "gap", label: "From the budget to the near edge of the band" }, "pence", "difference", [
    further,
    nearer,
  ]);
  const towards = workedOut({ id: "towards", label: "Left to go, if anything" }, "pence", "greatest", [gap, nothing]);
  const limit = workedOut({ id: "limit", label: "The most that may move" }, "pence", "part", [budget, limitRate]);
  const decided = given(
    { id: "decided", label: `The most that the review of ${review.reviewedOn} allows` },
    "pence",
    review.outcome === "move-towards-fair-share" ? review.decidedShift : 0,
  );
  return workedOut({ id: "wanted", label: "What the review calls for" }, "pence", "least", [towards, limit, decided]);
}

function scaledDown(funds: Explanation, claims: ReadonlyMap<string, Explanation>): ReadonlyMap<string, Explanation> {
  const named = { id: "scaled", label: "Scaled down to what pays for it" };
  return sharedByWeight(named, at(funds), claims);
}

function signed(amount: Explanation, working: "sum" | "difference"): Explanation {
  const nothing = given({ id: "unmoved", label: "Without movement" }, "pence", 0);
  const changedBy = "Another outcome of the utilisation review, another policy, or what pays for gains.";
  return workedOut({ ...MOVEMENT, changedBy }, "pence", working, [nothing, amount]);
}

function total(
  id: string,
  label: string,
  amounts: ReadonlyMap<string, Explanation>,
  below: readonly string[],
): Explanation {
  const inputs = [...amounts].map(([practice, amount]) => {
    const address = practiceAddress(practice, "budget", "available", MOVEMENT.id, ...below);
    return pointerTo(amount, address, { id: practice, label: practice });
  });
  return workedOut({ id, label }, "pence", "sum", inputs);
}

function sumOf(amounts: ReadonlyMap<string, Explanation>): number {
  return [...amounts.values()].reduce((sum, { value }) => sum + value, 0);
}

function at(figure: Explanation): Explanation {
  return pointerTo(figure, pctAddress(figure.id));
}
