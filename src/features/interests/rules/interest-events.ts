import type { Day } from "#kernel/period.ts";
import type { DeclaredAs, Gift, Interest, Redactable, RedactionReason } from "./interest.ts";

/** What happens to somebody's declarations. Words are by their hash alone. Source: settled ¶interests-1 to ¶interests-7. */
export type InterestEvent =
  | {
      readonly type: "interest-declared";
      readonly data: { readonly interest: Interest; readonly on: Day; readonly as: readonly DeclaredAs[] };
    }
  | { readonly type: "interest-amended"; readonly data: { readonly interest: Interest; readonly on: Day } }
  | { readonly type: "interest-ended"; readonly data: { readonly id: string; readonly last: Day; readonly on: Day } }
  | {
      readonly type: "gift-declared";
      readonly data: { readonly gift: Gift; readonly on: Day; readonly as: readonly DeclaredAs[] };
    }
  | {
      readonly type: "declarations-confirmed";
      readonly data: { readonly nothing: boolean; readonly on: Day; readonly as: readonly DeclaredAs[] };
    }
  | {
      readonly type: "field-redacted";
      readonly data: {
        readonly item: string;
        readonly field: Redactable;
        readonly reason: RedactionReason;
        readonly on: Day;
      };
    }
  | {
      readonly type: "redaction-lifted";
      readonly data: { readonly item: string; readonly field: Redactable; readonly on: Day };
    };
