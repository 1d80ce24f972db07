import type { Cited } from "#kernel/cited.ts";
import type { Refusal } from "#kernel/decision.ts";
import type { Day } from "#kernel/period.ts";
import type { FairSharePolicy } from "../fair-share-record.ts";

/** A policy as it is put in, with an agreement left out where there is none yet. */
export interface ProposedPolicy extends Pick<FairSharePolicy, "setOn" | "largestShift"> {
  readonly agreedWithLmcOn?: Day;
  readonly agreedWithPecOn?: Day;
}

export type PolicyRefusal =
  | "policy-without-lmc"
  | "policy-without-pec"
  | "agreement-after-policy"
  | "policy-beyond-rule"
  | "policy-rate";

/** Whether the LMC and the PEC have both given their agreement. */
export function isAgreed(policy: ProposedPolicy): policy is FairSharePolicy {
  return policy.agreedWithLmcOn !== undefined && policy.agreedWithPecOn !== undefined;
}

/** Why a policy cannot be set: it is not agreed, or moves more than the rule allows. Source: 003 ¶2.2.4-3, ¶A1-16. */
export function policyProblems(policy: ProposedPolicy, largest: Cited<number>): readonly Refusal<PolicyRefusal>[] {
  const { setOn: set, agreedWithLmcOn: lmc, agreedWithPecOn: pec, largestShift: rate } = policy;
  const agreed = [lmc, pec].find((each) => each !== undefined && each > set);
  const { rule, value: limit } = largest;
  return [
    ...(lmc === undefined ? [{ code: "policy-without-lmc" } as const] : []),
    ...(pec === undefined ? [{ code: "policy-without-pec" } as const] : []),
    ...(agreed === undefined ? [] : [{ code: "agreement-after-policy", facts: { agreed, set } } as const]),
    ...(Number.isSafeInteger(rate) && rate >= 0 ? [] : [{ code: "policy-rate", facts: { rate } } as const]),
    ...(rate > limit ? [{ code: "policy-beyond-rule", facts: { rate, limit }, rule } as const] : []),
  ];
}
