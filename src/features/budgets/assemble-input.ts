import type { Directory } from "#features/organisations/index.ts";
import {
  type NeedEntry,
  type NeedSource,
  needIndices,
  prescribingUnits,
  type RegisteredList,
  type UnitWeight,
} from "#features/populations/index.ts";
import type { Cited } from "#kernel/cited.ts";
import type { AppliedRule, Explanation } from "#kernel/explanation.ts";
import type { Day } from "#kernel/period.ts";
import type {
  BaselineMonth,
  BudgetInput,
  LastYearLine,
  NamedCode,
  PracticeInput,
  Stated,
} from "./rules/budget-input.ts";
import type { BudgetRules } from "./rules/budget-rules.ts";
import type { Component, Envelope } from "./rules/envelope.ts";
import type { BudgetState } from "./rules/record/budget-state.ts";

/** What the rest of the product holds that a PCT's budgets follow from, as read for one year. */
export interface Supply {
  readonly directory: Directory;
  readonly lists: ReadonlyMap<string, RegisteredList>;
  readonly need: readonly NeedEntry[];
  /** What practices' patients had in the historic months, priced twice. */
  readonly baseline: ReadonlyMap<string, readonly BaselineMonth[]>;
  /** What practices' prescriptions cost in the year before, in pence. */
  readonly prescribing: ReadonlyMap<string, Stated>;
  readonly lastYear: ReadonlyMap<string, readonly LastYearLine[]>;
  /** What must be said of the lists and of need where a file of another year stands in. */
  readonly cautions: { readonly lists?: string; readonly need?: string };
}

/** What is being worked out, and by which rules. */
export interface Task {
  readonly pct: NamedCode;
  readonly envelope: Envelope;
  readonly asAt: Day;
  readonly rules: BudgetRules;
  readonly needOrder: Cited<readonly NeedSource[]>;
  readonly prescribing: { readonly weights: readonly UnitWeight[]; readonly rule: AppliedRule };
}

const COMPONENTS: readonly Component[] = [
  "acute",
  "community",
  "mental-health",
  "maternity",
  "prescribing",
  "primary-care",
  "overall",
];

/**
 * Puts together what a budget run follows from. Practices are those of the PCT on the day that have registered patients,
 * and those that have closed and left history or last year's budget behind.
 */
export function assembleInput(supply: Supply, task: Task, state: BudgetState): BudgetInput {
  const { pct, envelope, asAt, rules } = task;
  const open = openPractices(supply, pct.code, asAt);
  const weights = weightsOf(supply, task, open);
  const practices = [...open, ...gonePractices(supply, open, asAt)].map((code) =>
    practiceInput(code, supply, asAt, open.includes(code) ? weights(code) : { need: {} }),
  );
  const before = practices.flatMap(({ lastYear }) => lastYear);
  const sum = (lines: readonly LastYearLine[]) => lines.reduce((total, { devolved }) => total + devolved, 0);
  return {
    pct,
    envelope,
    asAt,
    lastYear: {
      total: { value: sum(before) },
      prescribing: { value: sum(before.filter(({ service }) => service === "prescribing")) },
    },
    practices,
    reviews: [...state.reviews.values()],
    ...(state.policy && { policy: state.policy }),
    rules,
  };
}

function openPractices({ directory, lists }: Supply, pct: string, asAt: Day): readonly string[] {
  return directory.membersOf(pct, asAt).filter((code) => lists.has(code) && directory.isOpen(code, asAt));
}

/** Closed practices whose history or budget must not be lost. */
function gonePractices(supply: Supply, open: readonly string[], asAt: Day): readonly string[] {
  const known = new Set(open);
  const remembered = new Set([...supply.baseline.keys(), ...supply.lastYear.keys()]);
  return [...remembered].filter((code) => !known.has(code) && hasClosed(supply.directory, code, asAt)).toSorted();
}

function hasClosed(directory: Directory, code: string, asAt: Day): boolean {
  const closedOn = directory.organisation(code).closedOn;
  return closedOn !== undefined && closedOn < asAt;
}

type Weights = Pick<PracticeInput, "list" | "need" | "prescribingUnits">;

function weightsOf(supply: Supply, task: Task, open: readonly string[]): (code: string) => Weights {
  const { lists, need, directory, cautions } = supply;
  const localityOf = (practice: string) => directory.parentOf(practice, "locality", task.asAt);
  const indices = new Map(
    COMPONENTS.map((component) => [
      component,
      needIndices(open, { entries: need, component, order: task.needOrder, localityOf }),
    ]),
  );
  const held = new Map(open.flatMap((code) => entry(lists, code)));
  const units = prescribingUnits(held, task.prescribing.weights, task.prescribing.rule);
  return (code) => {
    const list = held.get(code);
    const prescribing = units.get(code);
    return {
      ...(list && { list: listFigure(list, cautions.lists) }),
      ...(prescribing && { prescribingUnits: cautioned(prescribing, cautions.lists) }),
      need: Object.fromEntries(
        COMPONENTS.flatMap((component) => {
          const index = indices.get(component)?.get(code);
          return index === undefined ? [] : [[component, cautioned(index, cautions.need)] as const];
        }),
      ) as Weights["need"],
    };
  };
}

function practiceInput(code: string, supply: Supply, asAt: Day, weights: Weights): PracticeInput {
  const { directory, baseline, prescribing, lastYear } = supply;
  const { name, openedOn, closedOn, successor } = directory.organisation(code);
  const group = directory.parentOf(code, "group", asAt);
  const spend = prescribing.get(code);
  return {
    code,
    name,
    ...(group !== undefined && { group: { code: group, name: directory.organisation(group).name } }),
    ...(openedOn && { opened: openedOn }),
    ...(closedOn && { closed: closedOn }),
    ...(successor !== undefined && { successor }),
    ...weights,
    baseline: baseline.get(code) ?? [],
    ...(spend && { prescribingSpend: spend }),
    lastYear: lastYear.get(code) ?? [],
  };
}

function listFigure({ practice, asAt, patients }: RegisteredList, caution: string | undefined): Stated {
  return {
    value: patients,
    origin: { kind: "registered-list", keys: { practice, asAt } },
    ...(caution !== undefined && { caution }),
  };
}

function cautioned(figure: Explanation, more: string | undefined): Explanation {
  const caution = [figure.caution, more].filter((each) => each !== undefined).join(" ");
  return caution === "" ? figure : { ...figure, caution };
}

function entry<V>(map: ReadonlyMap<string, V>, key: string): readonly (readonly [string, V])[] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}
