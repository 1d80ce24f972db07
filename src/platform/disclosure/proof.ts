import { cornerMove, type Move, type Shifts } from "./corner-move.ts";
import { lineOf, totalsOf } from "./grid.ts";
import { boundsOf, type Knowledge, nowOf, showAgain, suppress, type Unknown, withhold } from "./knowledge.ts";
import { freeMove, leastMove } from "./least-move.ts";

/** Values that a suppressed count which is not small must keep open, so that nothing suppressed can be worked out. */
const LEAST_OF_OTHERS = 2;

/**
 * What has been shown to be possible: of each unknown the least and greatest in the tables found so far that could all be
 * the true one. A table found once stays possible, since suppressing more only ever tells less.
 */
export interface Proof {
  readonly knowledge: Knowledge;
  readonly least: number[];
  readonly greatest: number[];
}

/** A proof that knows of the true table only. */
export function startProof(knowledge: Knowledge): Proof {
  const counts = knowledge.unknowns.map(({ count }) => count);
  return { knowledge, least: [...counts], greatest: [...counts] };
}

/** Suppresses until every suppressed count is proven to be open; how many cannot be, whatever is suppressed. */
export async function proveAll(proof: Proof): Promise<number> {
  const { releases, unknowns } = proof.knowledge;
  const order = [...new Set(releases.toReversed().flatMap((release) => release.unknowns))];
  const lost = new Set<number>();
  const open = () => order.filter((at) => !lost.has(at) && unknowns[at]?.hidden && !isProven(proof, at));
  const mustHide = (at: number) => unknowns[at]?.small || unknowns[at]?.hiddenBefore;
  for (let left = open().filter(mustHide); left.length > 0; left = open().filter(mustHide)) {
    for (const at of left) if (!(await prove(proof, at))) lost.add(at);
  }
  for (const at of open().filter((each) => !mustHide(each))) {
    const unknown = unknowns[at];
    if (unknown !== undefined) showAgain(proof.knowledge, unknown);
  }
  return lost.size;
}

function isProven({ knowledge, least, greatest }: Proof, at: number): boolean {
  return (greatest[at] ?? 0) - (least[at] ?? 0) + 1 >= wanted(knowledge, knowledge.unknowns[at]);
}

/** What was shown in an earlier release is no secret any more, however it is given now. */
function wanted({ profile }: Knowledge, unknown: Unknown | undefined): number {
  if (unknown === undefined || unknown.shownBefore) return 1;
  return unknown.small ? profile.leastValues : LEAST_OF_OTHERS;
}

async function prove(proof: Proof, at: number): Promise<boolean> {
  const harder = withholding(proof.knowledge, at);
  let found: Tables = { up: new Map(), down: new Map() };
  while (!isProven(proof, at)) {
    const quick = quickMove(proof, at, found);
    const move = quick?.move ?? (await thorough(proof, at));
    if (move === undefined && harder.next().done) return false;
    if (move !== undefined) accept(proof, move);
    found = quick?.next ?? found;
  }
  return true;
}

/** The tables furthest up and down that a proof has come to, from which it goes on. */
interface Tables {
  readonly up: Shifts;
  readonly down: Shifts;
}

function quickMove({ knowledge }: Proof, at: number, from: Tables): { move: Move; next: Tables } | undefined {
  const up = cornerMove(knowledge, at, 1, from.up);
  const down = cornerMove(knowledge, at, -1, from.down);
  const move = cheaper(up, down);
  if (move === undefined) return undefined;
  return { move, next: move === up ? { ...from, up: move.shifts } : { ...from, down: move.shifts } };
}

async function thorough(proof: Proof, at: number): Promise<Move | undefined> {
  const { knowledge, least, greatest } = proof;
  const count = knowledge.unknowns[at]?.count ?? 0;
  const [higher, lower] = [(greatest[at] ?? 0) + 1 - count, (least[at] ?? 0) - 1 - count];
  const isOpen = (other: number) => knowledge.unknowns[other]?.small === true && !isProven(proof, other);
  const free = (await freeMove(knowledge, at, higher, isOpen)) ?? (await freeMove(knowledge, at, lower, isOpen));
  return free ?? cheaper(await leastMove(knowledge, at, higher), await leastMove(knowledge, at, lower));
}

function cheaper(one: Move | undefined, other: Move | undefined): Move | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.cost < one.cost ? other : one;
}

/** Suppresses what a move needs suppressed, and keeps what the table it leads to shows to be possible. */
function accept({ knowledge, least, greatest }: Proof, { shifts }: Move): void {
  for (const [at, shift] of shifts) {
    const unknown = knowledge.unknowns[at];
    if (unknown === undefined) continue;
    const value = unknown.count + shift;
    const bounds = boundsOf(unknown);
    if (value < bounds.least || value > bounds.greatest) suppress(knowledge, unknown);
    least[at] = Math.min(least[at] ?? value, value);
    greatest[at] = Math.max(greatest[at] ?? value, value);
  }
}

/**
 * Where small counts hold one another fast, five ones under a total of five, even saying which are small gives them away:
 * step by step the small counts of the lines through the count are withheld, then of those through its totals, the smallest
 * first; and where earlier releases leave nothing else, all counts of those lines, and in the end the whole table.
 */
function* withholding(knowledge: Knowledge, at: number): Generator<void, void> {
  const { grid, unknowns: placed } = nowOf(knowledge);
  const unknownAt = (each: number) => knowledge.unknowns[placed[each] ?? -1];
  const cell = knowledge.unknowns[at]?.cell;
  const bySize = (one: number, other: number) => (unknownAt(one)?.count ?? 0) - (unknownAt(other)?.count ?? 0);
  const cells = cell === undefined ? [] : [cell, ...totalsOf(grid, cell).toSorted(bySize)];
  const lines = cells.flatMap((each) => grid.sizes.map((_size, dimension) => lineOf(grid, each, dimension)));
  const everything = [...placed.keys()];
  const steps = [
    ...lines.map((line) => ({ line, most: knowledge.profile.largestSuppressed })),
    ...[...lines, everything].map((line) => ({ line, most: Number.POSITIVE_INFINITY })),
  ];
  for (const { line, most } of steps) {
    const more = line.flatMap((each) => unknownAt(each) ?? []).filter(canBeWithheld(most));
    for (const unknown of more) withhold(knowledge, unknown);
    if (more.length > 0) yield;
  }
}

/** What an earlier release gives exactly is known, and would be withheld to no purpose. */
function canBeWithheld(most: number): (unknown: Unknown) => boolean {
  return ({ given, count, earlier }) => given !== "withheld" && count <= most && earlier.least < earlier.greatest;
}
