import { type Explanation, workedOut } from "#kernel/explanation.ts";
import { lineAddress, pctAddress } from "../address.ts";
import { pointerTo } from "../figure-reference.ts";
import { known } from "../stated.ts";
import type { Weights } from "../weights.ts";
import { cautionFrom, type Devolved, type DevolvedLine, type LineToDevolve, sharedByWeight } from "./devolved-line.ts";

/** What practices would have by history or formula, and how the rest of the line is spread where they fall short of it. */
export interface Expectation {
  readonly expected: ReadonlyMap<string, Explanation>;
  readonly spread: Weights;
  /** What the rest of the line is called: care that the data do not show. */
  readonly restLabel: string;
}

/**
 * Fits what practices would have to what the line holds. Where it is less, the rest is spread by weight as a part of its
 * own; where it is more, all are scaled to the line alike. Either way the parts add up to the line. Source: 003 ¶A1-10.
 */
export function fitToLine(target: LineToDevolve, expectation: Expectation): DevolvedLine {
  const { line, amount } = target;
  const pointers = [...expectation.expected].map(([code, figure]) =>
    pointerTo(figure, lineAddress(code, line.id, "devolved", "expected"), { id: code, label: code }),
  );
  const label = `${line.label}: what practices would have before fitting`;
  const total = workedOut({ id: `expected-${line.id}`, label }, "pence", "sum", pointers);
  if (total.value > amount.value) return { practices: scaled(amount, expectation), figures: [total] };
  const rest = workedOut(
    { id: `not-covered-${line.id}`, label: `${line.label}: ${expectation.restLabel}` },
    "pence",
    "difference",
    [amount, pointerTo(total, pctAddress(total.id))],
  );
  return { practices: toppedUp(rest, expectation), figures: [total, rest] };
}

function scaled(amount: Explanation, { expected }: Expectation): ReadonlyMap<string, Devolved> {
  const named = {
    id: "devolved",
    label: "Scaled to what the line affords",
    changedBy: "A larger line, or less activity at all practices together.",
  };
  const parts = sharedByWeight(named, amount, expected);
  return new Map(
    [...expected].map(([code, figure]) => [
      code,
      { devolved: known(parts.get(code), `The part of ${code}`), expected: figure },
    ]),
  );
}

function toppedUp(rest: Explanation, { expected, spread, restLabel }: Expectation): ReadonlyMap<string, Devolved> {
  const named = { id: "not-covered", label: `Part of ${restLabel}` };
  const parts = rest.value === 0 ? undefined : sharedByWeight(named, pointerTo(rest, pctAddress(rest.id)), spread);
  return new Map(
    [...expected].map(([code, figure]) => {
      const notCovered = parts?.get(code);
      const inputs = [figure, ...(notCovered ? [notCovered] : [])];
      const label = notCovered ? `With its part of ${restLabel}` : "As worked out";
      const devolved = workedOut({ id: "devolved", label, ...cautionFrom(figure) }, "pence", "sum", inputs);
      return [code, { devolved, expected: figure, ...(notCovered && { notCovered }) }];
    }),
  );
}
