import { bandPlot } from "#platform/charts/band-plot.ts";
import type { Drawing } from "#platform/charts/drawing.ts";
import { percent } from "#platform/web/words/amounts.ts";
import type { BudgetRun, FairShareTest, PracticeBudget } from "../rules/budget-run.ts";
import { allOf, many } from "./words.ts";

/** Which year's budgets a picture compares: last year's, which are those tested, or this year's where there were none. */
export type ComparedYear = "last-year" | "this-year";

/** Last year's where any practice was tested, else this year's. */
export function comparedYear({ practices }: Pick<BudgetRun, "practices">): ComparedYear {
  return practices.some(({ fairShare }) => fairShare.lastYear !== null) ? "last-year" : "this-year";
}

/** A practice's test for the year compared; nothing where it has none. */
export function testOf({ fairShare }: PracticeBudget, year: ComparedYear): FairShareTest | null {
  return year === "last-year" ? fairShare.lastYear : fairShare.thisYear;
}

/** Those whose tested budget lies outside the band. */
export function outsideBand(practices: readonly PracticeBudget[], year: ComparedYear): readonly PracticeBudget[] {
  return practices.filter((practice) => (testOf(practice, year)?.side ?? "inside") !== "inside");
}

/** Practices against the band of the run's tolerance, one's own marked; nothing where none was tested. */
export async function bandDrawing(
  { rules }: Pick<BudgetRun, "rules">,
  practices: readonly PracticeBudget[],
  year: ComparedYear,
  ours?: string,
): Promise<Drawing | undefined> {
  const points = practices.flatMap((practice) => {
    const test = testOf(practice, year);
    if (test === null) return [];
    const { code: key, name } = practice;
    return [{ key, name, distance: test.distance, ...(key === ours && { ours: true }) }];
  });
  if (points.length === 0) return undefined;
  const { value } = rules.fairShareTolerance;
  const counted = ["practice", "practices"] as const;
  return bandPlot({ points, band: { from: 0 - value, to: value }, reference: "fair share", counted });
}

/** How far from its fair share a budget may be, in words: `10%`. */
export function tolerance({ rules }: Pick<BudgetRun, "rules">): string {
  return percent(rules.fairShareTolerance.value).replace(".0%", "%");
}

/** What the picture of many practices shows, as its title. */
export function bandFinding(
  run: Pick<BudgetRun, "rules">,
  practices: readonly PracticeBudget[],
  year: ComparedYear,
): string {
  const tested = practices.filter((practice) => testOf(practice, year) !== null);
  const outside = outsideBand(practices, year).length;
  const band = `the ${tolerance(run)} band around their fair share`;
  const whose = year === "last-year" ? "by last year's budgets" : "by this year's budgets";
  if (outside === 0) {
    return `${allOf(tested.length, "practice")} ${tested.length === 1 ? "is" : "are"} inside ${band}, ${whose}`;
  }
  return `${outside} of ${many(tested.length, "practice")} ${outside === 1 ? "is" : "are"} outside ${band}, ${whose}`;
}
