import type { Explanation } from "#kernel/explanation.ts";
import { NotFound } from "#platform/access/errors.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import { whyText } from "#platform/web/words/why.ts";
import type { ChosenRun } from "../chosen-run.ts";
import type { BudgetsDesk } from "../desk.ts";
import { explained, followed, type MembersOf, pointsTo } from "../figures.ts";
import { membersIn } from "../members.ts";
import { figureSubject, knownPlace } from "../subjects.ts";
import { explainCommand, runTitle } from "../views/run-words.ts";
import { RUN_OPTIONS, runAsked, yearAsked } from "./asked.ts";

/** Says why a figure is what it is, and what it was worked out from. */
export function explainVerb(desk: BudgetsDesk): Verb<"budgets.explain"> {
  return verb(
    {
      name: "budgets explain",
      summary: "Say why a figure of a budget is what it is.",
      permission: "budgets.explain",
      subject: async ({ arguments: { pct, year, address } }) => {
        const directory = await desk.directory();
        knownPlace(directory, pct, "pct");
        return figureSubject(directory, pct, yearAsked(year), address);
      },
      arguments: {
        pct: { about: "the PCT, such as 5QV" },
        year: { about: "the financial year, such as 2008/09" },
        address: { about: "the figure, such as practice/E82001/budget or pct/envelope" },
      },
      options: { ...RUN_OPTIONS, depth: { about: "how many steps down; one unless named", value: "steps" } },
    },
    async ({ arguments: { pct, year, address }, options, may }) => {
      const depth = Number(options.depth ?? "1");
      if (!Number.isSafeInteger(depth) || depth < 1)
        return { refused: [`${options.depth} is not a number of steps. Give 1 or more.`] };
      const key = { pct, year: yearAsked(year) };
      const chosen = await runAsked(desk, key, options, may);
      const found: Found = { chosen, members: membersIn(await desk.directory(), chosen.run) };
      const figure = explained(chosen.run, address, found.members);
      if (figure === undefined)
        throw new NotFound(`The budgets of ${pct} for ${key.year} have no figure at ${address}.`);
      const text = [
        runTitle(chosen.run.pct.name, key.year, chosen.status),
        whyText(resolved(found, figure), explainCommand(chosen, address)),
        ...below(found, figure, depth - 1, "  "),
      ];
      return { text, data: { ...key, hash: chosen.hash, address, figure } };
    },
  );
}

interface Found {
  readonly chosen: ChosenRun;
  readonly members: MembersOf;
}

/** A figure that points to another, with what it points to in its place; any other as it is. */
function resolved({ chosen, members }: Found, figure: Explanation): Explanation {
  const target = followed(chosen.run, pointsTo(figure) ?? "", members);
  return target === undefined ? figure : { ...target.figure, id: figure.id, label: figure.label };
}

/** The inputs of a figure, each explained in turn, as far down as asked. */
function below(found: Found, figure: Explanation, depth: number, indent: string): readonly string[] {
  if (depth === 0) return [];
  return resolved(found, figure).inputs.flatMap((input) => {
    const text = whyText(resolved(found, input)).split("\n");
    return ["", ...text.map((line) => `${indent}${line}`), ...below(found, input, depth - 1, `${indent}  `)];
  });
}
