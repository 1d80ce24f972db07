import type { Cited } from "#kernel/cited.ts";
import { accept, type Decision, type Refusal } from "#kernel/decision.ts";
import type { Day } from "#kernel/period.ts";
import type { FairSharePolicy } from "../rules/fair-share-record.ts";
import type { BudgetEvent } from "./budget-events.ts";

/** A policy as it is put in, with an agreement left out where there is none yet. */
export interface SetFairSharePolicy {
  readonly setOn: Day;
  readonly agreedWithLmcOn?: Day;
  readonly agreedWithPecOn?: Day;
  readonly largestShift: number;
  readonly largestAllowed: Cited<number>;
}

export type PolicyRefusal =
  | "policy-without-lmc"
  | "policy-without-pec"
  | "agreement-after-policy"
  | "policy-beyond-rule"
  | "policy-rate";

/** Sets the policy for moving towards fair shares, once the LMC and the PEC have agreed it. Source: 003 ¶2.2.4-3, ¶A1-16. */
export function setFairSharePolicy(command: SetFairSharePolicy): Decision<BudgetEvent, PolicyRefusal> {
  const { setOn, agreedWithLmcOn, agreedWithPecOn } = command;
  const [first, ...others] = problemsOf(command);
  if (first) return { refused: [first, ...others] };
  const policy = { setOn, agreedWithLmcOn, agreedWithPecOn, largestShift: command.largestShift } as FairSharePolicy;
  return accept({ type: "fair-share-policy-set", data: policy });
}

function problemsOf(command: SetFairSharePolicy): readonly Refusal<PolicyRefusal>[] {
  const { setOn, agreedWithLmcOn: lmc, agreedWithPecOn: pec, largestShift: rate, largestAllowed } = command;
  const late = [lmc, pec].find((agreed) => agreed !== undefined && agreed > setOn);
  const { rule, value: limit } = largestAllowed;
  return [
    ...(lmc === undefined ? [{ code: "policy-without-lmc" } as const] : []),
    ...(pec === undefined ? [{ code: "policy-without-pec" } as const] : []),
    ...(late === undefined ? [] : [{ code: "agreement-after-policy", facts: { agreed: late, set: setOn } } as const]),
    ...(Number.isSafeInteger(rate) && rate >= 0 ? [] : [{ code: "policy-rate", facts: { rate } } as const]),
    ...(rate > limit ? [{ code: "policy-beyond-rule", facts: { rate, limit }, rule } as const] : []),
  ];
}
