import type { Refusal } from "#kernel/decision.ts";
import type { Concern, Described, DescribedText, Recorded, RecordedEvent } from "#platform/record/index.ts";
import { dayText } from "#platform/web/words/dates.ts";
import type { InterestCommand, InterestRefusal } from "./decisions.ts";
import { STREAMS } from "./read-model.ts";
import { refusalWords } from "./refusals.ts";
import type { DeclaredAs, Gift, Interest } from "./rules/interest.ts";
import type { InterestEvent } from "./rules/interest-events.ts";
import { FIELD_WORDS, KIND_WORDS, REASON_WORDS } from "./views/words.ts";

const REFUSED: { readonly [C in InterestCommand["kind"]]: string } = {
  "declare-interest": "declare an interest",
  "amend-interest": "amend an interest",
  "end-interest": "end an interest",
  "declare-gift": "declare a gift or hospitality",
  "confirm-declarations": "confirm declarations",
  "redact-field": "redact a declaration",
  "lift-redaction": "lift a redaction",
};

/** What happens to declarations, in words; what they say is never among them. */
export const recorded: Recorded = {
  streams: STREAMS,
  title: "Interests and gifts",
  describe: (event) => {
    const person = event.stream.split("/")[1] ?? "";
    const object = { name: ["Declarations of ", { person }] };
    if (event.kind === "refused") return { ...refused(person, event), object };
    return { object, ...accepted(person, event as unknown as InterestEvent) };
  },
};

type Told = Omit<Described, "object">;

function refused(person: string, { type, data }: RecordedEvent): Told {
  const { refused: reasons } = data as { readonly refused: readonly Refusal<InterestRefusal>[] };
  const asked = REFUSED[type as InterestCommand["kind"]] ?? type;
  return { says: [`Refused to ${asked}: ${reasons.map(refusalWords).join(" ")}`], concerns: [{ person }] };
}

function accepted(person: string, event: InterestEvent): Told {
  const concerns: readonly Concern[] = [{ person }];
  switch (event.type) {
    case "interest-declared":
      return { ...ofInterest("Declared", event.data.interest), concerns: declaredBy(person, event.data.as) };
    case "interest-amended":
      return { ...ofInterest("Amended", event.data.interest), concerns };
    case "interest-ended":
      return { says: [`Ended an interest, with ${dayText(event.data.last)} as its last day.`], concerns };
    case "gift-declared":
      return { ...ofGift(event.data.gift), concerns: declaredBy(person, event.data.as) };
    case "declarations-confirmed": {
      const words = event.data.nothing ? "Declared that there is nothing to declare." : "Confirmed what was declared.";
      return { says: [words], concerns: declaredBy(person, event.data.as) };
    }
    case "field-redacted": {
      const { field, reason } = event.data;
      return { says: [`Redacted ${FIELD_WORDS[field]} of a declaration: ${REASON_WORDS[reason]}.`], concerns };
    }
    case "redaction-lifted":
      return { says: [`Lifted the redaction of ${FIELD_WORDS[event.data.field]} of a declaration.`], concerns };
  }
}

/** Those who look after the people of the places in which somebody declared see that they did. */
function declaredBy(person: string, as: readonly DeclaredAs[]): readonly Concern[] {
  const places = new Set(as.map(({ organisation }) => organisation));
  return [{ person }, ...[...places].map((organisation) => ({ organisation, seenBy: "people" }) as const)];
}

function ofInterest(did: string, { kind, party, what, from }: Interest): Omit<Told, "concerns"> {
  const where = party.kind === "organisation" ? { organisation: party.code } : "another body";
  const hashes = party.kind === "other" ? [what, party.name] : [what];
  return {
    says: [`${did} an interest (${KIND_WORDS[kind].toLowerCase()}) in `, where, `, from ${dayText(from)}.`],
    texts: textsOf(hashes),
  };
}

function ofGift({ kind, answer, on, what, giver, why }: Gift): Omit<Told, "concerns"> {
  return {
    says: [`Declared ${kind === "gift" ? "a gift" : "hospitality"} of ${dayText(on)}, ${answer}.`],
    texts: textsOf([what, giver, why]),
  };
}

function textsOf(hashes: readonly string[]): readonly DescribedText[] {
  return hashes.map((hash) => ({ hash, kind: "declarations" }));
}
