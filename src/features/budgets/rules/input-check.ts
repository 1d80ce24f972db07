import type { Refusal } from "#kernel/decision.ts";
import { monthsIn } from "./baseline.ts";
import type { BudgetInput, PracticeInput } from "./budget-input.ts";
import type { Component, Level } from "./envelope.ts";
import { isTested } from "./fair-share.ts";
import type { HistoricMonths } from "./historic-window.ts";
import type { Standing } from "./standing.ts";

export type InputRefusal =
  | "no-practices"
  | "practice-twice"
  | "list-missing"
  | "need-missing"
  | "prescribing-units-missing"
  | "prescribing-spend-missing"
  | "nothing-to-share-by"
  | "baseline-twice"
  | "baseline-outside-window"
  | "baseline-negative"
  | "activity-not-found"
  | "growth-base-missing";

type Problem = Refusal<InputRefusal>;

/** What is missing or wrong in the figures that a run is given; a run with any of these would rest on a guess. Source: 003 ¶A1-1. */
export function checkInput(
  input: BudgetInput,
  standings: ReadonlyMap<string, Standing>,
  window: HistoricMonths,
): readonly Problem[] {
  const open = [...standings.values()].filter(({ kind }) => kind !== "closed").map(({ practice }) => practice);
  if (open.length === 0) return [{ code: "no-practices" }];
  return [
    ...twice(input.practices.map(({ code }) => code)).map((practice) => problem("practice-twice", { practice })),
    ...missingWeights(input, open),
    ...[...input.practices].sort(byCode).flatMap((practice) => baselineProblems(practice, new Set(monthsIn(window)))),
    ...activitiesNotFound(input),
    ...growthBase(input),
    ...prescribingSpend(input),
  ];
}

/** The components of need that a run shares by: those of its lines and those of fair shares. */
export function componentsOf({ envelope, practices, rules }: BudgetInput): ReadonlySet<Component> {
  const componentOf = rules.needComponentOfLine.value;
  const byLine = envelope.lines.flatMap(({ method, service }) => {
    if (method.kind === "weighted-capitation") return [method.component ?? componentOf[service]];
    return method.kind === "historic-activity" ? [componentOf[service]] : [];
  });
  const atPractices = envelope.lines.filter(({ method, level }) => method.kind !== "held" && !isAbove(level));
  const services = [...atPractices, ...practices.flatMap(({ lastYear }) => lastYear)].map(({ service }) => service);
  const tested = services.filter((service) => isTested(service, rules)).map((service) => componentOf[service]);
  return new Set([...byLine, ...tested].sort());
}

function isAbove(level: Level): boolean {
  return level === "pct" || level === "wider";
}

function missingWeights(input: BudgetInput, open: readonly PracticeInput[]): readonly Problem[] {
  const needsUnits = input.envelope.lines.some(({ method }) => method.kind === "prescribing-formula");
  const components = componentsOf(input);
  const missing = open.flatMap(({ code: practice, list, need, prescribingUnits }) => [
    ...(isAmount(list) ? [] : [problem("list-missing", { practice })]),
    ...[...components]
      .filter((component) => !isAmount(need[component]))
      .map((component) => problem("need-missing", { practice, component })),
    ...(needsUnits && !isAmount(prescribingUnits) ? [problem("prescribing-units-missing", { practice })] : []),
  ]);
  if (missing.length > 0) return missing;
  const weighs = (measure: string, has: (practice: PracticeInput) => boolean): readonly Problem[] =>
    open.some(has) ? [] : [problem("nothing-to-share-by", { measure })];
  return [
    ...weighs("registered patients", ({ list }) => list?.value !== 0),
    ...[...components].flatMap((each) =>
      weighs(each, ({ list, need }) => list?.value !== 0 && need[each]?.value !== 0),
    ),
    ...(needsUnits ? weighs("prescribing units", ({ prescribingUnits }) => prescribingUnits?.value !== 0) : []),
  ];
}

function baselineProblems(
  { code: practice, baseline }: PracticeInput,
  window: ReadonlySet<string>,
): readonly Problem[] {
  return [
    ...twice(baseline.map(({ month, activity }) => `${month} ${activity}`)).map((what) =>
      problem("baseline-twice", { practice, what }),
    ),
    ...baseline
      .filter(({ month }) => !window.has(month))
      .map(({ month }) => problem("baseline-outside-window", { practice, month })),
    ...baseline
      .filter(({ ownYear, budgetYear }) => ownYear < 0 || budgetYear < 0)
      .map(({ month, activity }) => problem("baseline-negative", { practice, month, activity })),
  ];
}

function activitiesNotFound({ envelope, practices }: BudgetInput): readonly Problem[] {
  const found = new Set(practices.flatMap(({ baseline }) => baseline.map(({ activity }) => activity)));
  return envelope.lines.flatMap(({ id: line, method }) =>
    method.kind === "historic-activity"
      ? method.activities
          .filter((activity) => !found.has(activity))
          .map((activity) => problem("activity-not-found", { line, activity }))
      : [],
  );
}

function growthBase({ lastYear: { total, prescribing } }: BudgetInput): readonly Problem[] {
  const isBase = prescribing.value >= 0 && total.value > prescribing.value;
  return isBase ? [] : [problem("growth-base-missing", { total: total.value, prescribing: prescribing.value })];
}

function prescribingSpend({ envelope, practices }: BudgetInput): readonly Problem[] {
  if (!envelope.lines.some(({ method }) => method.kind === "prescribing-formula")) return [];
  const spends = practices.flatMap(({ prescribingSpend: spend }) => spend?.value ?? []);
  const isUsable = spends.every((spend) => spend >= 0) && spends.some((spend) => spend > 0);
  return isUsable ? [] : [problem("prescribing-spend-missing", {})];
}

function isAmount(stated: { readonly value: number } | undefined): boolean {
  return stated !== undefined && stated.value >= 0;
}

function problem(code: InputRefusal, facts: Readonly<Record<string, string | number>>): Problem {
  return { code, facts };
}

function twice(keys: readonly string[]): readonly string[] {
  const [once, again] = [new Set<string>(), new Set<string>()];
  for (const key of keys) (once.has(key) ? again : once).add(key);
  return [...again].sort();
}

function byCode(a: PracticeInput, b: PracticeInput): number {
  return a.code < b.code ? -1 : 1;
}
