import type { Source } from "#kernel/cited.ts";
import { type Day, daysLater } from "#kernel/period.ts";
import { checkedValue } from "./checked-value.ts";
import { limitProblems } from "./checks.ts";
import { type DatedValue, isOverlapping } from "./dated-value.ts";
import { problem, type RulebookProblem } from "./problem.ts";
import { createRulebook, type Rulebook } from "./rulebook.ts";

/** A value that a place's Board set by a minute: its source is the minute, kept in the record. */
export interface DecidedValue {
  readonly rule: string;
  readonly place: string;
  readonly value: unknown;
  readonly from: Day;
  readonly until?: Day;
  readonly source: Source;
}

/**
 * The rulebook with decided values put in, in the order given; each replaces its place's earlier value on the days it holds, and after
 * its last day the earlier one holds again. Refused as a whole where any breaks a rule. Source: settled ¶rules-5.
 */
export function withDecisions(
  rulebook: Rulebook,
  decided: readonly DecidedValue[],
): { readonly rulebook: Rulebook } | { readonly problems: readonly RulebookProblem[] } {
  const read = decided.map((decision, index) => readDecision(rulebook, decision, index + 1));
  const unreadable = read.flatMap((reading) => ("problem" in reading ? [reading.problem] : []));
  if (unreadable.length > 0) return { problems: unreadable };
  const additions = read.flatMap((reading) => ("dated" in reading ? [reading.dated] : []));
  const values = additions.reduce(replaced, rulebook.values);
  const broken = limitProblems(values, rulebook.places);
  if (broken.length > 0) return { problems: broken };
  return { rulebook: createRulebook(rulebook.places, values, rulebook.sources) };
}

function readDecision(
  rulebook: Rulebook,
  { rule, place, value, from, until, source }: DecidedValue,
  line: number,
): { readonly dated: DatedValue } | { readonly problem: RulebookProblem } {
  const at = { file: `decisions of ${place}`, line };
  if (!rulebook.places.some(({ id }) => id === place)) {
    return { problem: problem("within-unknown", at, `${place} is no place of the rulebook`, rule) };
  }
  if (until !== undefined && until < from) {
    return { problem: problem("dates-wrong", at, `ends on ${until}, before it starts`, rule) };
  }
  const read = checkedValue(rule, value, false, at);
  if ("problem" in read) return read;
  const span = { from, ...(until === undefined ? {} : { until }) };
  return { dated: { rule: read.rule, place, value: read.value, ...span, source, at } };
}

function replaced(values: readonly DatedValue[], addition: DatedValue): readonly DatedValue[] {
  const kept = values.flatMap((value) =>
    value.place === addition.place && value.rule === addition.rule ? remains(value, addition) : [value],
  );
  return [...kept, keepingLimit(values, addition)];
}

/** What is left of a value's days once another takes some of them. */
function remains(value: DatedValue, taken: DatedValue): readonly DatedValue[] {
  if (!isOverlapping(value, taken)) return [value];
  const before = value.from < taken.from ? [{ ...value, until: daysLater(taken.from, -1) }] : [];
  const lasts = taken.until !== undefined && (value.until === undefined || taken.until < value.until);
  const after = lasts && taken.until !== undefined ? [{ ...value, from: daysLater(taken.until, 1) }] : [];
  return [...before, ...after];
}

/** A decision sets a value, not a limit: the limit the place had on its first day stays. */
function keepingLimit(values: readonly DatedValue[], addition: DatedValue): DatedValue {
  const before = values.find(
    (value) =>
      value.place === addition.place &&
      value.rule === addition.rule &&
      isOverlapping(value, { from: addition.from, until: addition.from }),
  );
  return before?.narrower === undefined ? addition : { ...addition, narrower: before.narrower };
}
