import type { Cited } from "#kernel/cited.ts";
import type { Refusal } from "#kernel/decision.ts";
import type { BudgetRules } from "./budget-rules.ts";
import { type Envelope, type EnvelopeLine, inOrder, type Purpose } from "./envelope.ts";
import { MOVEMENT } from "./pace-of-change.ts";

export type EnvelopeRefusal =
  | "deficit-top-slice"
  | "freed-up-deduction"
  | "negative-line"
  | "scope-missing"
  | "line-id"
  | "line-twice"
  | "amount-not-whole"
  | "held-level"
  | "prescribing-method"
  | "formula-twice"
  | "no-activities"
  | "activity-twice"
  | "growth-line";

/** What is wrong with an envelope, and which labels somebody must confirm. */
export interface EnvelopeFindings {
  readonly refused: readonly Refusal<EnvelopeRefusal>[];
  /** Lines whose label speaks of a deficit or of savings, though their purpose does not. */
  readonly questioned: readonly Refusal<"label-questioned">[];
}

type EnvelopeRules = Pick<BudgetRules, "noDeficitTopSlice" | "noFreedUpDeduction" | "minimumScope">;

/** Ids that a run gives to lines of its own. */
const RESERVED: ReadonlySet<string> = new Set([MOVEMENT.id, "risk-pool"]);
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SUSPECT = {
  "deficit-recovery": /(?:deficit|top.?slic|recover|turn.?around|financial balance|overspen)\w*/i,
  "freed-up-deduction": /(?:freed.?up|saving|claw.?back|deduct)\w*/i,
} as const;

/**
 * Looks an envelope over. Budgets are not cut to clear a deficit, what was freed up last year is not taken off, and the
 * least scope of services is there. Source: 003 ¶A1-22, ¶A1-8, ¶A1-11.
 */
export function checkEnvelope(envelope: Envelope, rules: EnvelopeRules): EnvelopeFindings {
  const lines = inOrder(envelope.lines);
  return {
    refused: [
      ...lines.flatMap((line) => problemsOfLine(line, rules)),
      ...repeated(lines.map(({ id }) => id)).map((line) => ({ code: "line-twice", facts: { line } }) as const),
      ...repeated(lines.flatMap(activitiesOf)).map(
        (activity) => ({ code: "activity-twice", facts: { activity } }) as const,
      ),
      ...moreThanOne(lines, "formula-twice", ({ method }) => method.kind === "prescribing-formula"),
      ...moreThanOne(lines, "growth-line", ({ purpose }) => purpose === "fair-share-growth"),
      ...missingScope(lines, rules),
    ],
    questioned: lines.flatMap((line) => questionsOf(line, rules)),
  };
}

function problemsOfLine(line: EnvelopeLine, rules: EnvelopeRules): readonly Refusal<EnvelopeRefusal>[] {
  const { id, amount, method, level, service, purpose } = line;
  const isFormula = method.kind === "prescribing-formula";
  const problems: readonly (readonly [boolean, EnvelopeRefusal, Cited<unknown>?])[] = [
    [
      refuses("deficit-recovery", rules) && purpose === "deficit-recovery",
      "deficit-top-slice",
      rules.noDeficitTopSlice,
    ],
    [
      refuses("freed-up-deduction", rules) && purpose === "freed-up-deduction",
      "freed-up-deduction",
      rules.noFreedUpDeduction,
    ],
    [amount < 0, "negative-line", rules.noFreedUpDeduction],
    [!Number.isSafeInteger(amount), "amount-not-whole"],
    [!ID.test(id) || RESERVED.has(id), "line-id"],
    [method.kind === "held" && level !== "pct" && level !== "wider", "held-level"],
    [isFormula !== (service === "prescribing") && method.kind !== "held", "prescribing-method"],
    [method.kind === "historic-activity" && method.activities.length === 0, "no-activities"],
    [purpose === "fair-share-growth" && method.kind !== "held", "growth-line"],
  ];
  return problems
    .filter(([isWrong]) => isWrong)
    .map(([, code, rule]) => ({ code, facts: { line: id, amount }, ...(rule && { rule: rule.rule }) }));
}

function questionsOf(line: EnvelopeLine, rules: EnvelopeRules): readonly Refusal<"label-questioned">[] {
  const suspects = ["deficit-recovery", "freed-up-deduction"] as const;
  if (suspects.some((purpose) => purpose === line.purpose)) return [];
  return suspects.flatMap((purpose) => {
    const word = SUSPECT[purpose].exec(line.label)?.[0];
    if (word === undefined || !refuses(purpose, rules)) return [];
    const { rule } = ruleAgainst(purpose, rules);
    return [{ code: "label-questioned", facts: { line: line.id, word: word.toLowerCase() }, rule } as const];
  });
}

type Refused = Extract<Purpose, "deficit-recovery" | "freed-up-deduction">;

function ruleAgainst(purpose: Refused, rules: EnvelopeRules): Cited<boolean> {
  return purpose === "deficit-recovery" ? rules.noDeficitTopSlice : rules.noFreedUpDeduction;
}

function refuses(purpose: Refused, rules: EnvelopeRules): boolean {
  return ruleAgainst(purpose, rules).value;
}

function missingScope(lines: readonly EnvelopeLine[], rules: EnvelopeRules): readonly Refusal<EnvelopeRefusal>[] {
  const { value, rule } = rules.minimumScope;
  const held = new Set(lines.filter(({ amount }) => amount > 0).map(({ service }) => service));
  return value
    .filter((service) => !held.has(service))
    .map((service) => ({ code: "scope-missing", facts: { service }, rule }));
}

function moreThanOne(
  lines: readonly EnvelopeLine[],
  code: EnvelopeRefusal,
  isSuch: (line: EnvelopeLine) => boolean,
): readonly Refusal<EnvelopeRefusal>[] {
  const [, second] = lines.filter(isSuch);
  return second === undefined ? [] : [{ code, facts: { line: second.id } }];
}

function activitiesOf({ method }: EnvelopeLine): readonly string[] {
  return method.kind === "historic-activity" ? method.activities : [];
}

function repeated(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}
