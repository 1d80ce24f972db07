/** Something asked for that the rules do not allow: a code for the words, and the facts the words need. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  /** Facts for the sentence a person reads; never personal or free text. */
  readonly facts?: Readonly<Record<string, string | number>>;
  /** The rule that refuses, as the rulebook names it. */
  readonly rule?: string;
}

/** What a command leads to: events to record, or the reasons why not. Deciding never throws and reads no clock. */
export type Decision<Event, Code extends string = string> =
  | { readonly events: readonly Event[] }
  | { readonly refused: readonly [Refusal<Code>, ...Refusal<Code>[]] };

export function accept<Event>(...events: readonly Event[]): { readonly events: readonly Event[] } {
  return { events };
}

export function refuse<Code extends string>(
  code: Code,
  more: Omit<Refusal<Code>, "code"> = {},
): { readonly refused: readonly [Refusal<Code>] } {
  return { refused: [{ code, ...more }] };
}

export function isRefused<Event, Code extends string>(
  decision: Decision<Event, Code>,
): decision is Extract<Decision<Event, Code>, { refused: unknown }> {
  return "refused" in decision;
}
