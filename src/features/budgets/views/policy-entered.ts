import type { Day } from "#kernel/period.ts";
import type { Problem, Problems } from "#platform/web/outcome.ts";
import { readDay, readPercent } from "#platform/web/words/entered.ts";
import type { ProposedPolicy } from "../rules/record/policy-check.ts";

/** A policy as it was filled in. */
export interface PolicyEntered {
  readonly setOn: string;
  readonly lmc: string;
  readonly pec: string;
  readonly rate: string;
}

/** The policy as entered; a date of agreement may be left empty, and is then refused for what it is. */
export function askedPolicy({ setOn, lmc, pec, rate }: PolicyEntered): ProposedPolicy | Problems {
  const [set, largestShift] = [readDay(setOn), readPercent(rate)];
  const [withLmc, withPec] = [agreement("lmc", lmc), agreement("pec", pec)];
  const [first, ...others] = [
    ...(set ? [] : [{ field: "setOn", message: "Enter the day on which the committee set the policy" }]),
    ...withLmc.problems,
    ...withPec.problems,
    ...(largestShift === undefined ? [{ field: "rate", message: "Enter a rate in per cent, like 0.75" }] : []),
  ];
  if (first !== undefined || set === undefined || largestShift === undefined) {
    return { problems: [first ?? { message: "Fill in the form" }, ...others] };
  }
  return {
    setOn: set,
    largestShift,
    ...(withLmc.day && { agreedWithLmcOn: withLmc.day }),
    ...(withPec.day && { agreedWithPecOn: withPec.day }),
  };
}

function agreement(field: string, text: string): { readonly day?: Day; readonly problems: readonly Problem[] } {
  if (text.trim() === "") return { problems: [] };
  const day = readDay(text);
  return day === undefined
    ? { problems: [{ field, message: `${text} is not a day like 17/3/2008` }] }
    : { day, problems: [] };
}
