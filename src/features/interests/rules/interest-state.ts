import type { Day } from "#kernel/period.ts";
import type { Gift, Interest, Redactable, RedactionReason } from "./interest.ts";
import type { InterestEvent } from "./interest-events.ts";

/** Somebody's declarations, as the record has them. Source: settled ¶interests-1 to ¶interests-7. */
export interface InterestState {
  readonly interests: ReadonlyMap<string, Interest>;
  readonly gifts: ReadonlyMap<string, Gift>;
  readonly redactions: ReadonlyMap<string, RedactionReason>;
  readonly confirmedOn?: Day;
}

export const NOTHING_DECLARED: InterestState = { interests: new Map(), gifts: new Map(), redactions: new Map() };

/** By what a redaction is found again: the declaration and the field. */
export function redactionKey(item: string, field: Redactable): string {
  return `${item} ${field}`;
}

/** The state that a history of events leads to. Source: settled ¶interests-1 to ¶interests-7. */
export function stateAfter(events: readonly InterestEvent[]): InterestState {
  return events.reduce(evolve, NOTHING_DECLARED);
}

function evolve(state: InterestState, event: InterestEvent): InterestState {
  switch (event.type) {
    case "interest-declared":
    case "interest-amended": {
      const { interest } = event.data;
      return { ...state, interests: new Map([...state.interests, [interest.id, interest]]) };
    }
    case "interest-ended": {
      const { id, last } = event.data;
      const ended = state.interests.get(id);
      if (ended === undefined) return state;
      return { ...state, interests: new Map([...state.interests, [id, { ...ended, until: last }]]) };
    }
    case "gift-declared":
      return { ...state, gifts: new Map([...state.gifts, [event.data.gift.id, event.data.gift]]) };
    case "declarations-confirmed":
      return { ...state, confirmedOn: event.data.on };
    case "field-redacted": {
      const { item, field, reason } = event.data;
      return { ...state, redactions: new Map([...state.redactions, [redactionKey(item, field), reason]]) };
    }
    case "redaction-lifted": {
      const key = redactionKey(event.data.item, event.data.field);
      return { ...state, redactions: new Map([...state.redactions].filter(([each]) => each !== key)) };
    }
  }
}
