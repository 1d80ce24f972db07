import { NotFound } from "#platform/access/errors.ts";
import type { Subject } from "#platform/access/person.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import { pounds } from "#platform/web/words/amounts.ts";
import type { ChosenRun } from "../chosen-run.ts";
import type { BudgetsDesk } from "../desk.ts";
import { knownPlace, pctOf, placeSubject } from "../subjects.ts";
import { comparedYear } from "../views/fair-shares.ts";
import { heldTable, linesTable } from "../views/pct-tables.ts";
import { blockedBackTable, type Leads, practicesTable, statementTable, stepsTable } from "../views/practice-tables.ts";
import { runTitle } from "../views/run-words.ts";
import type { Table } from "../views/shown.ts";
import { tableText } from "../views/table-text.ts";
import { STATE_WORDS } from "../views/words.ts";
import { RUN_OPTIONS, runAsked, yearAsked } from "./asked.ts";

interface Asked {
  readonly practice: string | undefined;
  readonly pct: string | undefined;
  readonly year: string;
}

/** Shows the budget of a practice or of a whole PCT. */
export function showVerb(desk: BudgetsDesk): Verb<"budgets.view"> {
  return verb(
    {
      name: "budgets show",
      summary: "Show the budget of a practice, or of a whole PCT.",
      permission: "budgets.view",
      subject: ({ options }) => subjectAsked(desk, options),
      options: {
        practice: { about: "the practice, such as E82001", value: "code" },
        pct: { about: "the PCT, such as 5QV, for all of it", value: "code" },
        year: { about: "the financial year, such as 2008/09", value: "year", required: true },
        ...RUN_OPTIONS,
      },
    },
    async ({ options, may }) => {
      const { practice, version, draft } = options;
      const directory = await desk.directory();
      const year = yearAsked(options.year);
      const key = { pct: pctOf(directory, codeAsked(options), year), year };
      const chosen = await runAsked(desk, key, { version, draft }, may);
      const leads: Leads = { why: undefined, practice: undefined, nameOf: (code) => directory.organisation(code).name };
      return practice === undefined ? wholePct(chosen, leads) : onePractice(chosen, practice, leads);
    },
  );
}

function codeAsked({ practice, pct }: Asked): string {
  const code = practice ?? pct;
  if (code === undefined || (practice !== undefined && pct !== undefined)) {
    throw new NotFound("Name a practice with --practice, or a PCT with --pct, and not both.");
  }
  return code;
}

async function subjectAsked(desk: BudgetsDesk, asked: Asked): Promise<Subject> {
  const directory = await desk.directory();
  const code = codeAsked(asked);
  knownPlace(directory, code, asked.practice === undefined ? "pct" : "practice");
  return placeSubject(directory, code, yearAsked(asked.year));
}

function wholePct(chosen: ChosenRun, leads: Leads) {
  const { run, status } = chosen;
  const { envelope, devolved, budgets, held, unallocated } = run.position;
  const sums = { envelope, devolved, budgets, held, unallocated };
  const tables = [
    linesTable(run, leads),
    practicesTable(run, run.practices, comparedYear(run), leads),
    heldTable(run, leads),
  ];
  return {
    text: [
      runTitle(run.pct.name, run.year, status),
      ...Object.entries(sums).map(([name, amount]) => `  ${name}: ${pounds(amount, { pence: true })}`),
      ...spaced(tables),
    ],
    data: {
      ...chosen.key,
      hash: chosen.hash,
      position: { ...run.position, figures: undefined },
      practices: run.practices.map(withoutFigures),
    },
  };
}

function onePractice(chosen: ChosenRun, code: string, leads: Leads) {
  const { run, status, key, hash } = chosen;
  const practice = run.practices.find((each) => each.code === code);
  if (practice === undefined) throw new NotFound(`${code} has no budget of its own in ${run.year}.`);
  const tables = [
    statementTable(run, practice, leads),
    blockedBackTable(practice, leads),
    stepsTable(run, practice, leads),
  ];
  return {
    text: [
      runTitle(practice.name, run.year, status),
      `  budget: ${pounds(practice.budget, { pence: true })}`,
      `  fair share: ${STATE_WORDS[practice.fairShare.state]}`,
      ...practice.cautions.map((caution) => `  take care: ${caution}`),
      ...spaced(tables.filter(({ rows }) => rows.length > 0)),
    ],
    data: { ...key, hash, practice: withoutFigures(practice) },
  };
}

/** A practice as data without its derivations, which `budgets explain` gives one by one. */
function withoutFigures<T extends { readonly figures: unknown }>(practice: T): Omit<T, "figures"> {
  const { figures: _, ...rest } = practice;
  return rest;
}

function spaced(tables: readonly Table[]): readonly string[] {
  return tables.flatMap((table) => ["", ...tableText(table)]);
}
