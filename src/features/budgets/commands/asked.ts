import type { Refusal } from "#kernel/decision.ts";
import { type FinancialYear, isFinancialYear } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import type { Subject } from "#platform/access/person.ts";
import type { Input, Outcome } from "#platform/cli/verb.ts";
import type { Problems } from "#platform/web/outcome.ts";
import type { BudgetKey } from "../budget-book.ts";
import { type AskedRun, type ChosenRun, chosenRun } from "../chosen-run.ts";
import type { BudgetsDesk } from "../desk.ts";
import { type BudgetRefusal, refusalWords } from "../refusals.ts";
import { knownPlace, placeSubject } from "../subjects.ts";
import { readYear } from "../views/addresses.ts";

/** What a verb about a PCT's year is given. */
export const KEY_OPTIONS = {
  pct: { about: "the PCT, such as 5QV", value: "code", required: true },
  year: { about: "the financial year, such as 2008/09", value: "year", required: true },
} as const;

/** Which run a verb is about; the version in force unless one is named. */
export const RUN_OPTIONS = {
  version: { about: "this issued version; the latest unless named", value: "number" },
  draft: { about: "this draft", value: "name" },
} as const;

interface KeyAsked {
  readonly pct: string;
  readonly year: string;
}

/** The PCT and year asked for; throws NotFound for what is not there. */
export function keyAsked({ pct, year }: KeyAsked): BudgetKey {
  return { pct, year: yearAsked(year) };
}

/** A year as `2008/09` or `2008-09`. */
export function yearAsked(text: string): FinancialYear {
  return isFinancialYear(text) ? text : readYear(text);
}

/** Whose affairs a PCT's year is. */
export async function pctSubject(desk: BudgetsDesk, asked: KeyAsked): Promise<Subject> {
  const directory = await desk.directory();
  knownPlace(directory, asked.pct, "pct");
  return placeSubject(directory, asked.pct, yearAsked(asked.year));
}

export type May = Input["may"];

/** The run asked for; throws NotFound where nothing is issued that the person may see. */
export async function runAsked(desk: BudgetsDesk, key: BudgetKey, asked: AskedRun, may: May): Promise<ChosenRun> {
  const subject = placeSubject(await desk.directory(), key.pct, key.year);
  const chosen = await chosenRun(desk.book, key, asked, may("budgets.draft", subject));
  if (chosen === undefined) throw new NotFound(`No budgets of ${key.pct} are issued for ${key.year}.`);
  return chosen;
}

/** What was refused, in words. */
export function refused([first, ...others]: readonly [Refusal<BudgetRefusal>, ...Refusal<BudgetRefusal>[]]): Outcome {
  return { refused: [refusalWords(first), ...others.map(refusalWords)] };
}

/** What could not be read of what was given, in words. */
export function unreadable({ problems: [first, ...others] }: Problems): Outcome {
  return { refused: [`${first.message}.`, ...others.map(({ message }) => `${message}.`)] };
}
