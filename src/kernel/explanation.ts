import type { Cited } from "./cited.ts";
import { basisPoints, distance, partOf, pence, roundedQuotient, uplifted } from "./money.ts";
import { shares } from "./shares.ts";

/** What a figure counts. Weights and ratios are in millionths, so that every figure is a whole number. */
export type Unit = "pence" | "people" | "basis points" | "count" | "millionths";

/**
 * How a figure follows from its inputs. `given` figures have none: a person or a file states them, or activity was
 * counted; the others can be worked out again from the values of their inputs.
 */
export type Working =
  | "given"
  /** All inputs added up. */
  | "sum"
  /** The first input less all others. */
  | "difference"
  /** The first input times the second, a rate. */
  | "part"
  /** The first input with the second, a rate, put on. */
  | "uplift"
  /** The first input shared by the second, one's own weight, out of the third, the weight of all. */
  | "share"
  /** The first input times the second, in millionths. */
  | "product"
  /** The first input over the second, as a rate of the second away from it. */
  | "distance"
  | "least"
  | "greatest";

/** Where a given figure was found, so that a page can lead on to it: `activity` for a practice and a window, say. */
export interface Origin {
  readonly kind: string;
  readonly keys: Readonly<Record<string, string>>;
}

/** A rule as it applied: the rulebook's value and what it says in one sentence. */
export interface AppliedRule {
  readonly sentence: string;
  readonly cited: Cited<unknown>;
}

/** What may be said of any figure beside how it was worked out. */
export interface Remarks {
  readonly rules?: readonly AppliedRule[];
  readonly origin?: Origin;
  /** What a reader must know before trusting the figure: a fallback, a stand-in, made-up data. */
  readonly caution?: string;
  /** What would change the figure, in one sentence. */
  readonly changedBy?: string;
}

/** A figure with the whole of its derivation. Plain data: it can be stored, compared and shown long after. */
export interface Explanation extends Remarks {
  /** Names the figure among its siblings; the ids from the top down are its address. */
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly value: number;
  readonly working: Working;
  readonly inputs: readonly Explanation[];
}

interface Named extends Remarks {
  readonly id: string;
  readonly label: string;
}

type Arithmetic = Exclude<Working, "given" | "share">;

const WORKINGS: { readonly [W in Arithmetic]: (values: readonly number[]) => number } = {
  sum: (values) => values.reduce((sum, value) => sum + value, 0),
  difference: ([first = 0, ...others]) => others.reduce((left, value) => left - value, first),
  part: ([amount = 0, rate = 0]) => partOf(pence(amount), basisPoints(rate)),
  uplift: ([amount = 0, rate = 0]) => uplifted(pence(amount), basisPoints(rate)),
  product: ([amount = 0, factor = 0]) => Number(roundedQuotient(BigInt(amount) * BigInt(factor), 1_000_000n)),
  distance: ([a = 0, b = 0]) => distance(pence(a), pence(b)),
  least: (values) => Math.min(...values),
  greatest: (values) => Math.max(...values),
};

/** A figure that was stated or counted, not worked out. */
export function given(named: Named, unit: Unit, value: number): Explanation {
  return { ...named, unit, value: whole(value), working: "given", inputs: [] };
}

/** A figure worked out from its inputs; its value is computed here and nowhere else. */
export function workedOut(named: Named, unit: Unit, working: Arithmetic, inputs: readonly Explanation[]): Explanation {
  const value = WORKINGS[working](inputs.map((input) => input.value));
  return { ...named, unit, value: whole(value), working, inputs };
}

/** Shares of a figure by weight, largest remainders first, each with its explanation; together they are the figure. */
export function sharedOut(
  named: Named,
  amount: Explanation,
  claims: readonly { readonly key: string; readonly weight: Explanation; readonly remarks?: Remarks }[],
): ReadonlyMap<string, Explanation> {
  const portions = shares(
    pence(amount.value),
    claims.map(({ key, weight }) => ({ key, weight: weight.value })),
  );
  const unit = claims[0]?.weight.unit ?? "count";
  const all = given({ id: "all", label: "The weights of all who share" }, unit, sumOfWeights(claims));
  return new Map(
    claims.map(({ key, weight, remarks }) => [
      key,
      {
        ...named,
        ...remarks,
        unit: amount.unit,
        value: portions.get(key) ?? 0,
        working: "share",
        inputs: [amount, weight, all],
      } satisfies Explanation,
    ]),
  );
}

/** The figure at an address below an explanation, or nothing. */
export function figureAt(top: Explanation, address: readonly string[]): Explanation | undefined {
  return address.reduce<Explanation | undefined>((at, id) => at?.inputs.find((input) => input.id === id), top);
}

/**
 * The address of the first figure that does not follow from its inputs, or nothing when all do. A share must be the
 * exact proportion to within a penny, which is all that one share alone can show.
 */
export function firstUnsound(explanation: Explanation): readonly string[] | undefined {
  if (!isSound(explanation)) return [explanation.id];
  for (const input of explanation.inputs) {
    const below = firstUnsound(input);
    if (below !== undefined) return [explanation.id, ...below];
  }
  return undefined;
}

function isSound({ working, value, inputs }: Explanation): boolean {
  const values = inputs.map((input) => input.value);
  if (working === "given") return inputs.length === 0;
  if (working !== "share") return WORKINGS[working](values) === value;
  const [amount = 0, own = 0, all = 0] = values;
  const slack = BigInt(value) * BigInt(all) - BigInt(amount) * BigInt(own);
  return (slack < 0n ? -slack : slack) < BigInt(all);
}

function sumOfWeights(claims: readonly { readonly weight: Explanation }[]): number {
  return claims.reduce((sum, { weight }) => sum + weight.value, 0);
}

function whole(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole figure`);
  return value === 0 ? 0 : value;
}
