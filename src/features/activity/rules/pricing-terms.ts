import type { Cited } from "#kernel/cited.ts";
import type { AppliedRule } from "#kernel/explanation.ts";

/** A rule of the rulebook in force for a price: its value, its sentence and its paragraph. */
export interface Term<T> extends AppliedRule {
  readonly cited: Cited<T>;
}

/** The rules that decide how a price list is applied. Source: settled ¶prices-1 to ¶prices-7. */
export interface PricingTerms {
  readonly marketForcesPaidBy: Term<"commissioner" | "centrally">;
  /** An emergency stay of fewer days takes the short-stay price, where the list states one. */
  readonly shortStayUnderDays: Term<number>;
  readonly longStayDays: Term<"beyond-trim-point" | "none">;
  readonly outpatientProcedures: Term<"procedure-price" | "attendance-price">;
  readonly dayCaseClasses: Term<readonly string[]>;
  readonly excludedClasses: Term<readonly string[]>;
  /** Which of the emergency prices a type of department has. */
  readonly emergencyDepartments: Term<Readonly<Record<string, "type-1-2" | "type-3" | "none">>>;
}
