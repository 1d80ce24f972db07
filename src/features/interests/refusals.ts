import type { Refusal } from "#kernel/decision.ts";
import { type Day, isDay } from "#kernel/period.ts";
import { dayText } from "#platform/web/words/dates.ts";
import type { InterestRefusal } from "./decisions.ts";

type Facts = (fact: string) => string;

const WORDS: { readonly [C in InterestRefusal]: (fact: Facts) => string } = {
  "id-taken": () => "There is a declaration under this name already. Open the form again.",
  "ends-before-it-begins": (fact) =>
    `It cannot end on ${fact("until")}, before it began on ${fact("from")}. Correct the days.`,
  "interest-unknown": () => "There is no such interest among your declarations. Choose one from the list.",
  "interest-over": (fact) => `The interest ended on ${fact("last")}. Declare a new one, if it has begun again.`,
  "ended-in-future": (fact) =>
    `${fact("last")} is still to come. Say when it will end by amending it, or end it on a day that has been.`,
  "gift-in-future": (fact) => `${fact("on")} is still to come. Declare it once it was offered.`,
  "value-not-pence": () => "The value is not an amount in whole pence. Correct it, or leave it empty if it is unknown.",
  "nothing-while-standing": (fact) =>
    `You have ${fact("standing")} interests that stand. End those that are over, or confirm them instead.`,
  "nothing-to-confirm": () =>
    "You have declared nothing that could be confirmed. Say that you have nothing to declare.",
  "declaration-unknown": () => "There is no such declaration. Choose one from the register.",
  "field-unknown": (fact) => `A declaration of this kind has no field ${fact("field")}. Choose one that it has.`,
  "redaction-of-own": () => "Nobody redacts what they declared themselves. Ask another director or administrator.",
  "redacted-already": () => "It is redacted already. Lift that first, to give another reason.",
  "not-redacted": () => "It is not redacted, so there is nothing to lift.",
};

/** Every code there are words for. */
export const INTEREST_REFUSALS = Object.keys(WORDS) as readonly InterestRefusal[];

/** What a person reads when something about declarations is refused: what, why, and what to do. */
export function refusalWords({ code, facts = {} }: Refusal<InterestRefusal>): string {
  return WORDS[code]((fact) => {
    const text = String(facts[fact] ?? "");
    return isDay(text) ? dayText(text as Day) : text;
  });
}
