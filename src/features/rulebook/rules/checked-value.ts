import type { z } from "zod";
import { definitionOf, isRuleName, type RuleName } from "./catalogue.ts";
import { type Position, problem, type RulebookProblem } from "./problem.ts";

/** A value as its rule's schema reads it, or what is wrong with it. Source: settled ¶rules-1. */
export function checkedValue(
  rule: string,
  value: unknown,
  mayBeLeftOut: boolean,
  at: Position,
): { readonly rule: RuleName; readonly value?: unknown } | { readonly problem: RulebookProblem } {
  if (!isRuleName(rule)) return { problem: problem("rule-unknown", at, `there is no rule "${rule}"`, rule) };
  if (value === undefined) {
    if (mayBeLeftOut) return { rule };
    return { problem: problem("value-missing", at, "there is neither a value nor a range", rule) };
  }
  const form = definitionOf(rule).schema.safeParse(value);
  if (form.success) return { rule, value: form.data };
  return { problem: problem("value-wrong", at, `the value is wrong: ${issuesInWords(form.error)}`, rule) };
}

function issuesInWords(error: z.ZodError): string {
  return error.issues.map(issueInWords).join("; ");
}

/** What a schema found wrong, with where in the value. */
export function issueInWords({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join(".")}: ${message}`;
}
