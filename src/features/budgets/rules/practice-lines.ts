import { type Explanation, workedOut } from "#kernel/explanation.ts";
import { lineAddress } from "./address.ts";
import { type BlockedBack, blockedBack } from "./blocking-back.ts";
import type { LastYearLine, NamedCode } from "./budget-input.ts";
import type { PracticeLine } from "./budget-run.ts";
import type { EnvelopeLine } from "./envelope.ts";
import type { Devolved, DevolvedLine } from "./method/devolved-line.ts";
import type { Standing } from "./standing.ts";

/** A practice's part of a line: devolved, blocked back, and what is left, as figures. */
export interface LineParts {
  readonly line: EnvelopeLine;
  readonly devolved: Devolved;
  readonly blocked: readonly BlockedBack[];
  /** What was devolved less what was blocked back; its id is the line's. */
  readonly net: Explanation;
}

/** A practice as it stands, with its part of every line that reaches it. */
export interface PracticeParts {
  readonly standing: Standing;
  readonly lines: readonly LineParts[];
}

/** Every practice's part of every line, blocked back where others hold it. Source: 003 ¶A1-10. */
export function partsByPractice(
  standings: ReadonlyMap<string, Standing>,
  lines: readonly (readonly [EnvelopeLine, DevolvedLine])[],
  pct: NamedCode,
): readonly PracticeParts[] {
  return [...standings].map(([code, standing]) => ({
    standing,
    lines: lines.flatMap(([line, { practices }]) => {
      const devolved = practices.get(code);
      return devolved === undefined ? [] : [partsOf(line, devolved, standing, pct)];
    }),
  }));
}

function partsOf(line: EnvelopeLine, devolved: Devolved, standing: Standing, pct: NamedCode): LineParts {
  const blocked = blockedBack(line, standing, devolved, pct);
  const net = workedOut({ id: line.id, label: line.label }, "pence", "difference", [
    devolved.devolved,
    ...blocked.map(({ figure }) => figure),
  ]);
  return { line, devolved, blocked, net };
}

/** A line as a statement shows it, beside what the practice and those merged into it had last year. */
export function statementLine(parts: LineParts, standing: Standing): PracticeLine {
  const { line, devolved, blocked, net } = parts;
  const { code } = standing.practice;
  const before = lastYearOf(standing).filter((each) => each.line === line.id);
  return {
    line: line.id,
    label: line.label,
    service: line.service,
    method: line.method.kind,
    level: line.level,
    lastYear: before.length === 0 ? null : before.reduce((sum, each) => sum + each.devolved - each.blockedBack, 0),
    devolved: devolved.devolved.value,
    blockedBack: devolved.devolved.value - net.value,
    net: net.value,
    held: blocked.map(({ reason, holder, figure }) => ({
      reason,
      holder,
      amount: figure.value,
      address: lineAddress(code, line.id, reason),
    })),
    address: lineAddress(code, line.id),
  };
}

/** Last year's lines of a practice and of those merged into it, in a fixed order. */
export function lastYearOf({
  practice,
  predecessors,
}: Standing): readonly (LastYearLine & { readonly from: string })[] {
  const all = [practice, ...predecessors].flatMap(({ code, lastYear }) =>
    lastYear.map((line) => ({ ...line, from: code })),
  );
  return all.toSorted((a, b) => compare(a.line, b.line) || compare(a.from, b.from));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
