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

/**
 * Values outside a limit on any day they hold: that of a wider place, their own, or that of a place which gives a limit only, so that the
 * wider value would hold there against it. Source: settled ¶rules-3, ¶rules-6.
 */
export function limitProblems(values: readonly DatedValue[], places: readonly Place[]): readonly RulebookProblem[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  const isAbove = (wider: string, narrower: string): boolean =>
    wider !== narrower && upwards(byId, narrower).some(({ id }) => id === wider);
  const byRule = Map.groupBy(values, ({ rule }) => rule);
  const judge = (limit: DatedValue, value: DatedValue): readonly RulebookProblem[] => {
    const isBound = value === limit || isAbove(limit.place, value.place);
    const isLeftToStand = limit.value === undefined && isAbove(value.place, limit.place);
    if (!(isBound || isLeftToStand) || isKept(limit, value)) return [];
    return [problem("out-of-range", isBound ? value.at : limit.at, brokenLimit(limit, value), value.rule)];
  };
  return values.flatMap((limit) => {
    const judged = limit.narrower === undefined ? [] : (byRule.get(limit.rule) ?? []);
    return judged
      .filter((value) => value.value !== undefined && isOverlapping(limit, value))
      .flatMap((value) => judge(limit, value));
  });
}

function isKept({ narrower, value: wider }: DatedValue, { value }: DatedValue): boolean {
  return narrower === undefined || isInside(narrower, wider, value);
}

function brokenLimit(limit: DatedValue, { value, place, rule }: DatedValue): string {
  const allowed = limit.narrower === undefined ? "anything" : limitInWords(limit.narrower, rule);
  const fixed = limit.narrower?.kind === "fixed" ? ` than ${JSON.stringify(limit.value)}` : "";
  const from = place === limit.place ? "" : ` of ${place}`;
  return `${JSON.stringify(value)}${from} is not allowed: from ${limit.from} ${limit.place} allows ${allowed}${fixed} (${citation(limit.source)})`;
}
