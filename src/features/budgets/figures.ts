import { type Explanation, figureAt, given, workedOut } from "#kernel/explanation.ts";
import { lineAddress, pctAddress, practiceAddress } from "./rules/address.ts";
import { type BudgetRun, figureIn, type PracticeBudget, type PracticeLine } from "./rules/budget-run.ts";
import { FIGURE, pointerTo } from "./rules/figure-reference.ts";

/** The practices of a group or locality, as a run has them. */
export type MembersOf = (place: string) => readonly PracticeBudget[];

/** What a place's members have in all: the parts of a practice's budget that add up over practices. */
export const PLACE_PARTS = {
  budget: { label: "Indicative budgets of all members", of: "budget", value: (each: PracticeBudget) => each.budget },
  "last-year": {
    label: "Last year's budgets of all members",
    of: "last-year",
    value: (each: PracticeBudget) => each.lastYear,
  },
  "blocked-back": {
    label: "Blocked back at all members",
    of: "blocked-back",
    value: (each: PracticeBudget) => each.blockedBack,
  },
  "risk-pool": {
    label: "Contributions of all members to the risk pool",
    of: "budget/risk-pool",
    value: ({ riskPool }: PracticeBudget) => (riskPool === 0 ? null : riskPool),
  },
  movement: {
    label: "Movements of all members towards their fair shares",
    of: "budget/available/fair-share-movement",
    value: ({ movement }: PracticeBudget) => (movement === 0 ? null : movement),
  },
  gross: { label: "Devolved to all members", of: "gross", value: (each: PracticeBudget) => each.gross },
} as const;

/** The address of a sum over the members of a group or locality. */
export function placeAddress(place: string, ...ids: readonly string[]): string {
  return ["place", place, ...ids].join("/");
}

/** The address of a sum over a line of the PCT: `devolved`, `budgets`, `held` or `unallocated`. */
export function pctLineAddress(line: string, part: "devolved" | "budgets" | "held" | "unallocated"): string {
  return pctAddress("line", line, part);
}

/**
 * The figure at an address of a run: one that the run holds, or a sum over several that a page shows: a PCT's line, a
 * group's members, a practice's change on last year. Nothing where there is none.
 */
export function explained(run: BudgetRun, address: string, membersOf: MembersOf): Explanation | undefined {
  return figureIn(run, address) ?? summedUp(run, address.split("/"), membersOf);
}

/** Where a figure that points to another leads; nothing for one that is worked out where it stands. */
export function pointsTo({ origin }: Explanation): string | undefined {
  return origin?.kind === FIGURE ? origin.keys.address : undefined;
}

/** Where a figure is worked out, however many point to one another on the way, and what it is there. */
export function followed(
  run: BudgetRun,
  address: string,
  membersOf: MembersOf,
): { readonly address: string; readonly figure: Explanation } | undefined {
  const figure = explained(run, address, membersOf);
  const elsewhere = figure && pointsTo(figure);
  if (figure === undefined || elsewhere === undefined) return figure && { address, figure };
  return followed(run, elsewhere, membersOf);
}

function summedUp(run: BudgetRun, [root, ...rest]: readonly string[], membersOf: MembersOf): Explanation | undefined {
  if (root === "pct" && rest[0] === "line") return lineFigure(run, rest.slice(1));
  const [code = "", part = "", line = ""] = rest;
  if (root === "place") return placeFigure(code, membersOf(code), rest.slice(1));
  const practice = root === "practice" ? run.practices.find((each) => each.code === code) : undefined;
  if (practice === undefined || rest.length > 3) return undefined;
  if (part === "change") return changeOf(practice);
  return part === "last-year-line" ? lastYearLine(practice, line) : undefined;
}

function lineFigure(run: BudgetRun, [line = "", part = "", ...below]: readonly string[]): Explanation | undefined {
  const top = pctLine(run, line, part);
  return top && figureAt(top, below);
}

function pctLine(run: BudgetRun, line: string, part: string): Explanation | undefined {
  const stated = run.position.lines.find((each) => each.line === line);
  if (stated === undefined) return undefined;
  const sum = (id: string, label: string, inputs: readonly Explanation[]) =>
    workedOut({ id, label: `${stated.label}: ${label}` }, "pence", "sum", inputs);
  const devolved = () => sum("devolved", "devolved to practices", atPractices(run, line, "devolved"));
  const budgets = () => sum("budgets", "in practices' budgets", atPractices(run, line, "net"));
  const held = () => sum("held", "held", heldOf(run, line));
  switch (part) {
    case "devolved":
      return devolved();
    case "budgets":
      return budgets();
    case "held":
      return held();
    case "unallocated": {
      const label = `${stated.label}: neither in a budget nor held`;
      return workedOut({ id: "unallocated", label }, "pence", "difference", [
        amountOf(run, line),
        pointerTo(budgets(), pctLineAddress(line, "budgets")),
        pointerTo(held(), pctLineAddress(line, "held")),
      ]);
    }
    default:
      return undefined;
  }
}

/** What the envelope has for a line; nothing for the run's own lines. */
function amountOf(run: BudgetRun, line: string): Explanation {
  const address = pctAddress("envelope", line);
  const amount = figureIn(run, address);
  return amount ? pointerTo(amount, address) : given({ id: line, label: "Not in the envelope" }, "pence", 0);
}

/** A line at each practice that has it; the run's own lines, such as the risk pool, as each practice gives to them. */
function atPractices(run: BudgetRun, line: string, part: "devolved" | "net"): readonly Explanation[] {
  return run.practices.flatMap(({ code, name }) => {
    const address = line === "risk-pool" ? practiceAddress(code, "budget", line) : lineAddress(code, line);
    const at = part === "devolved" ? `${address}/devolved` : address;
    const figure = figureIn(run, at);
    if (figure === undefined) return [];
    const pointer = pointerTo(figure, at, { id: code, label: name });
    return line === "risk-pool" ? [takenOff(pointer)] : [pointer];
  });
}

function takenOff(figure: Explanation): Explanation {
  const nothing = given({ id: "nothing", label: "Nothing" }, "pence", 0);
  return workedOut({ id: figure.id, label: figure.label }, "pence", "difference", [nothing, figure]);
}

function heldOf(run: BudgetRun, line: string): readonly Explanation[] {
  return run.position.heldLines
    .filter((held) => held.line === line)
    .flatMap(({ address }) => {
      const figure = figureIn(run, address);
      return figure === undefined ? [] : [pointerTo(figure, address)];
    });
}

function placeFigure(
  code: string,
  members: readonly PracticeBudget[],
  [part = "", line = "", of = "net", ...more]: readonly string[],
): Explanation | undefined {
  if (members.length === 0 || more.length > 0) return undefined;
  if (part === "line") return Object.hasOwn(LINE_PARTS, of) ? placeLine(members, line, of as LinePart) : undefined;
  if (line !== "") return undefined;
  if (part === "change") {
    const [now, before] = (["budget", "last-year"] as const).map((id) =>
      pointerTo(placeSum(members, id), placeAddress(code, id)),
    );
    return now && before && difference(now, before);
  }
  return Object.hasOwn(PLACE_PARTS, part) ? placeSum(members, part as keyof typeof PLACE_PARTS) : undefined;
}

function placeSum(members: readonly PracticeBudget[], part: keyof typeof PLACE_PARTS): Explanation {
  const { label, of, value } = PLACE_PARTS[part];
  const inputs = members.flatMap((member) => {
    const amount = value(member);
    return amount === null ? [] : [pointerOf(member, practiceAddress(member.code, of), amount)];
  });
  return workedOut({ id: part, label }, "pence", "sum", inputs);
}

interface LineFigure {
  readonly address: string;
  readonly amount: number;
}

/** What members have of a line: what is left, what was devolved, what went back, and what there was last year. */
const LINE_PARTS = {
  net: { label: "all members", of: ({ address, net }: PracticeLine) => [{ address, amount: net }] },
  devolved: {
    label: "devolved to all members",
    of: ({ address, devolved }: PracticeLine) => [{ address: `${address}/devolved`, amount: devolved }],
  },
  "blocked-back": {
    label: "blocked back at all members",
    of: ({ held }: PracticeLine) => held.map(({ address, amount }) => ({ address, amount })),
  },
  "last-year": {
    label: "all members last year",
    of: ({ line, lastYear }: PracticeLine, { code }: PracticeBudget) =>
      lastYear === null ? [] : [{ address: practiceAddress(code, "last-year-line", line), amount: lastYear }],
  },
} as const satisfies Readonly<
  Record<string, { label: string; of: (line: PracticeLine, member: PracticeBudget) => readonly LineFigure[] }>
>;
type LinePart = keyof typeof LINE_PARTS;

function placeLine(members: readonly PracticeBudget[], line: string, part: LinePart): Explanation | undefined {
  const held = members.flatMap((member) =>
    member.lines.filter((each) => each.line === line).map((own) => ({ member, own })),
  );
  const [first] = held;
  if (first === undefined) return undefined;
  const { label, of } = LINE_PARTS[part];
  const inputs = held.flatMap(({ member, own }) =>
    of(own, member).map(({ address, amount }, index) => {
      const id = index === 0 ? member.code : `${member.code}.${index + 1}`;
      return pointerTo(given({ id, label: member.name }, "pence", amount), address);
    }),
  );
  return workedOut({ id: part, label: `${first.own.label}, ${label}` }, "pence", "sum", inputs);
}

function pointerOf({ code, name }: PracticeBudget, address: string, value: number): Explanation {
  return pointerTo(given({ id: code, label: name }, "pence", value), address);
}

function changeOf({ code, budget, lastYear }: PracticeBudget): Explanation | undefined {
  if (lastYear === null) return undefined;
  const figure = (id: string, label: string, value: number) =>
    pointerTo(given({ id, label }, "pence", value), practiceAddress(code, id));
  return difference(figure("budget", "Indicative budget", budget), figure("last-year", "Last year's budget", lastYear));
}

function difference(now: Explanation, before: Explanation): Explanation {
  return workedOut({ id: "change", label: "Change on last year" }, "pence", "difference", [now, before]);
}

function lastYearLine({ code, lines, figures }: PracticeBudget, line: string): Explanation | undefined {
  const known = lines.find((each) => each.line === line);
  const all = figures.find(({ id }) => id === "last-year")?.inputs ?? [];
  const own = all.filter(({ id }) => id.slice(0, id.lastIndexOf(".")) === line);
  if (known === undefined || own.length === 0) return undefined;
  const inputs = own.map((each) => pointerTo(each, practiceAddress(code, "last-year", each.id)));
  return workedOut({ id: line, label: `Last year's ${known.label.toLowerCase()}` }, "pence", "sum", inputs);
}
