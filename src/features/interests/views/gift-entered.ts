import type { Day } from "#kernel/period.ts";
import type { Problems } from "#platform/web/outcome.ts";
import { readDay, readPounds } from "#platform/web/words/entered.ts";
import type { Gift } from "../rules/interest.ts";
import { wordsProblems } from "./interest-entered.ts";

/** A gift or hospitality as the form has it. */
export interface GiftEntered {
  readonly kind: string;
  readonly what: string;
  readonly giver: string;
  readonly value: string;
  readonly answer: string;
  readonly on: string;
  readonly why: string;
}

/** A gift as it was filled in, its words not kept yet. */
export interface AskedGift extends Pick<Gift, "kind" | "answer" | "pence"> {
  readonly what: string;
  readonly giver: string;
  readonly why: string;
  readonly on: Day;
}

/** The gift as entered, or what has to be put right, field by field. */
export function askedGift(entered: GiftEntered): AskedGift | Problems {
  const { what, giver, why } = entered;
  const kind = (["gift", "hospitality"] as const).find((each) => each === entered.kind);
  const answer = (["accepted", "declined"] as const).find((each) => each === entered.answer);
  const [on, pence] = [readDay(entered.on), worthIn(entered.value)];
  const [first, ...others] = [
    ...(kind === undefined ? [{ field: "kind", message: "Choose whether it is a gift or hospitality" }] : []),
    ...wordsProblems("what", what, "Enter what was offered"),
    ...wordsProblems("giver", giver, "Enter who offered it"),
    ...(entered.value.trim() !== "" && pence === undefined
      ? [{ field: "value", message: "Enter the value in pounds, like 12.50, or leave it empty if it is unknown" }]
      : []),
    ...(answer === undefined ? [{ field: "answer", message: "Choose whether it was accepted" }] : []),
    ...(on === undefined ? [{ field: "on", message: "Enter the day on which it was offered, like 1/4/2008" }] : []),
    ...wordsProblems("why", why, "Enter why it was accepted or declined"),
  ];
  if (first !== undefined || kind === undefined || answer === undefined || on === undefined) {
    return { problems: [first ?? { message: "Fill in the form" }, ...others] };
  }
  return {
    ...{ kind, answer, on },
    ...{ what: what.trim(), giver: giver.trim(), why: why.trim() },
    ...(pence !== undefined && { pence }),
  };
}

/** What a gift is worth, in pence: nothing that is owed, and no more than nine digits of pounds. */
function worthIn(text: string): number | undefined {
  const pence = readPounds(text);
  return pence === undefined || pence < 0 || pence >= 100_000_000_000 ? undefined : pence;
}
