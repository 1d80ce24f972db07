import { type DatedValue, isOverlapping } from "./dated-value.ts";
import { isInside, limitInWords } from "./narrower.ts";
import { type Place, upwards } from "./place.ts";
import { problem, type RulebookProblem } from "./problem.ts";
import type { Sources } from "./source-document.ts";
import { citation, paragraphAt } from "./source-document.ts";

/** Values whose paragraph no source document has. Source: settled ¶rules-1. */
export function sourceProblems(values: readonly DatedValue[], sources: Sources): readonly RulebookProblem[] {
  return values
    .filter(({ source }) => paragraphAt(sources, source) === undefined)
    .map(({ at, rule, source }) => problem("source-missing", at, `no source has ${citation(source)}`, rule));
}

/** Values that hold on the same day as another of the same place and rule. Source: settled ¶rules-4. */
export function overlapProblems(values: readonly DatedValue[]): readonly RulebookProblem[] {
  const groups = Map.groupBy(values, ({ place, rule }) => `${place} ${rule}`);
  return [...groups.values()].flatMap((group) =>
    group.flatMap((value, index) => {
      const other = group.slice(0, index).find((earlier) => isOverlapping(earlier, value));
      if (other === undefined) return [];
      const what = `holds on days on which the value at ${other.at.file}:${other.at.line} holds too`;
      return [problem("overlap", value.at, what, value.rule)];
    }),
  );
}

/** Values outside what a wider place allows on any day they hold. Source: settled ¶rules-3. */
export function limitProblems(values: readonly DatedValue[], places: readonly Place[]): readonly RulebookProblem[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  const byRule = Map.groupBy(values, ({ rule }) => rule);
  return values.flatMap((value) => {
    const wider = new Set(
      upwards(byId, value.place)
        .slice(1)
        .map(({ id }) => id),
    );
    return (byRule.get(value.rule) ?? [])
      .filter((other) => wider.has(other.place) && isOverlapping(other, value) && isBroken(other, value))
      .map((other) => problem("out-of-range", value.at, brokenLimit(other, value), value.rule));
  });
}

function isBroken({ narrower, value: wider }: DatedValue, { value }: DatedValue): boolean {
  return narrower !== undefined && value !== undefined && !isInside(narrower, wider, value);
}

function brokenLimit(wider: DatedValue, { value, rule }: DatedValue): string {
  const limit = wider.narrower === undefined ? "anything" : limitInWords(wider.narrower, rule);
  const own = wider.narrower?.kind === "fixed" ? ` than ${JSON.stringify(wider.value)}` : "";
  return `${JSON.stringify(value)} is not allowed: from ${wider.from} ${wider.place} allows ${limit}${own} (${citation(wider.source)})`;
}
