import { accept, type Decision, type Refusal } from "#kernel/decision.ts";
import type { Day } from "#kernel/period.ts";
import {
  type DeclaredAs,
  type Gift,
  type Interest,
  REDACTABLE,
  type Redactable,
  type RedactionReason,
  stands,
} from "./rules/interest.ts";
import type { InterestEvent } from "./rules/interest-events.ts";
import { type InterestState, redactionKey } from "./rules/interest-state.ts";

/** What may be asked of somebody's declarations, on which day. */
export type InterestCommand = { readonly on: Day } & (
  | { readonly kind: "declare-interest"; readonly interest: Interest; readonly as: readonly DeclaredAs[] }
  | { readonly kind: "amend-interest"; readonly interest: Interest }
  | { readonly kind: "end-interest"; readonly id: string; readonly last: Day }
  | { readonly kind: "declare-gift"; readonly gift: Gift; readonly as: readonly DeclaredAs[] }
  | { readonly kind: "confirm-declarations"; readonly nothing: boolean; readonly as: readonly DeclaredAs[] }
  | ({ readonly kind: "redact-field"; readonly reason: RedactionReason } & OfAnother)
  | ({ readonly kind: "lift-redaction" } & OfAnother)
);

/** A field of a declaration, whose it is and who asks. */
interface OfAnother {
  readonly item: string;
  readonly field: Redactable;
  readonly owner: string;
  readonly by: string;
}

/** Every reason for which something about declarations is refused. */
export type InterestRefusal =
  | "id-taken"
  | "ends-before-it-begins"
  | "interest-unknown"
  | "interest-over"
  | "ended-in-future"
  | "gift-in-future"
  | "value-not-pence"
  | "nothing-while-standing"
  | "nothing-to-confirm"
  | "declaration-unknown"
  | "field-unknown"
  | "redaction-of-own"
  | "redacted-already"
  | "not-redacted";

type InterestDecision = Decision<InterestEvent, InterestRefusal>;
type Check = readonly [isWrong: boolean, code: InterestRefusal, facts?: Refusal["facts"]];

/** What a command about declarations leads to: events to record, or all the reasons why not. Source: settled ¶interests-1 to ¶interests-7. */
export function decide(state: InterestState, command: InterestCommand): InterestDecision {
  switch (command.kind) {
    case "declare-interest": {
      const { interest, on, as } = command;
      const isTaken = state.interests.has(interest.id) || state.gifts.has(interest.id);
      return unless([[isTaken, "id-taken"], ...spanChecks(interest)], {
        type: "interest-declared",
        data: { interest, on, as },
      });
    }
    case "amend-interest":
      return amend(state, command);
    case "end-interest":
      return end(state, command);
    case "declare-gift":
      return declareGift(state, command);
    case "confirm-declarations":
      return confirm(state, command);
    case "redact-field":
    case "lift-redaction":
      return redact(state, command);
  }
}

type Of<Kind extends InterestCommand["kind"]> = Extract<InterestCommand, { readonly kind: Kind }>;

function amend({ interests }: InterestState, { interest, on }: Of<"amend-interest">): InterestDecision {
  const before = interests.get(interest.id);
  const isOver = before?.until !== undefined && before.until < on;
  return unless(
    [[before === undefined, "interest-unknown"], [isOver, "interest-over", overFacts(before)], ...spanChecks(interest)],
    { type: "interest-amended", data: { interest, on } },
  );
}

function end({ interests }: InterestState, { id, last, on }: Of<"end-interest">): InterestDecision {
  const before = interests.get(id);
  const isOver = before?.until !== undefined && before.until < on;
  const isEarly = before !== undefined && last < before.from;
  return unless(
    [
      [before === undefined, "interest-unknown"],
      [isOver, "interest-over", overFacts(before)],
      [isEarly, "ends-before-it-begins", { from: before?.from ?? "", until: last }],
      [last > on, "ended-in-future", { last }],
    ],
    { type: "interest-ended", data: { id, last, on } },
  );
}

function declareGift({ interests, gifts }: InterestState, { gift, on, as }: Of<"declare-gift">): InterestDecision {
  const { id, pence, on: given } = gift;
  const isNoValue = pence !== undefined && !(Number.isSafeInteger(pence) && pence >= 0);
  return unless(
    [
      [interests.has(id) || gifts.has(id), "id-taken"],
      [given > on, "gift-in-future", { on: given }],
      [isNoValue, "value-not-pence"],
    ],
    { type: "gift-declared", data: { gift, on, as } },
  );
}

/** Nothing to declare is said where nothing stands; that all still holds, where something was declared. */
function confirm(state: InterestState, { nothing, on, as }: Of<"confirm-declarations">): InterestDecision {
  const standing = [...state.interests.values()].filter((interest) => stands(interest, on)).length;
  const isEmpty = state.interests.size === 0 && state.gifts.size === 0;
  return unless(
    [
      [nothing && standing > 0, "nothing-while-standing", { standing }],
      [!nothing && isEmpty, "nothing-to-confirm"],
    ],
    { type: "declarations-confirmed", data: { nothing, on, as } },
  );
}

function redact(state: InterestState, command: Of<"redact-field"> | Of<"lift-redaction">): InterestDecision {
  const { item, field, owner, by, on } = command;
  const fields = fieldsOf(state, item);
  const isRedacted = state.redactions.has(redactionKey(item, field));
  const checks: readonly Check[] = [
    [fields.length === 0, "declaration-unknown"],
    [fields.length > 0 && !fields.includes(field), "field-unknown", { field }],
    [owner === by, "redaction-of-own"],
  ];
  if (command.kind === "lift-redaction") {
    return unless([...checks, [!isRedacted, "not-redacted"]], { type: "redaction-lifted", data: { item, field, on } });
  }
  const { reason } = command;
  return unless([...checks, [isRedacted, "redacted-already"]], {
    type: "field-redacted",
    data: { item, field, reason, on },
  });
}

function fieldsOf({ interests, gifts }: InterestState, item: string): readonly Redactable[] {
  if (interests.has(item)) return REDACTABLE.interest;
  return gifts.has(item) ? REDACTABLE.gift : [];
}

function spanChecks({ from, until }: Interest): readonly Check[] {
  return [[until !== undefined && until < from, "ends-before-it-begins", { from, until: until ?? "" }]];
}

function overFacts(before: Interest | undefined) {
  return { last: before?.until ?? "" };
}

function unless(checks: readonly Check[], event: InterestEvent): InterestDecision {
  const refused = checks.flatMap(([isWrong, code, facts]) => (isWrong ? [{ code, ...(facts && { facts }) }] : []));
  const [first, ...others] = refused;
  return first === undefined ? accept(event) : { refused: [first, ...others] };
}
