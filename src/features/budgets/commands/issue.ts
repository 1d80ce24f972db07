import { isRefused } from "#kernel/decision.ts";
import { type Day, dayInLondon, type FinancialYear, firstDayOf } from "#kernel/period.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import { dayText } from "#platform/web/words/dates.ts";
import { readDay } from "#platform/web/words/entered.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { EarlierMovements } from "../rules/record/budget-events.ts";
import { rulesFor } from "../rules-for.ts";
import { KEY_OPTIONS, keyAsked, pctSubject, refused } from "./asked.ts";

/** Issues a draft: frozen, numbered, in force from a day. */
export function issueVerb(desk: BudgetsDesk): Verb<"budgets.issue"> {
  return verb(
    {
      name: "budgets issue",
      summary: "Issue a draft, so that practices see it.",
      permission: "budgets.issue",
      subject: ({ options }) => pctSubject(desk, options),
      options: {
        ...KEY_OPTIONS,
        draft: { about: "the draft to issue", value: "name", required: true },
        from: { about: "in force from this day; the year's first unless named", value: "day" },
        movements: { about: "what becomes of movements so far: carried or taken-in", value: "how" },
      },
    },
    async ({ options, by }) => {
      const key = keyAsked(options);
      const asked = readOptions(options, key.year);
      if ("refused" in asked) return asked;
      const found = await rulesFor(desk, key);
      if ("missing" in found) return { refused: [found.missing] };
      const command = { kind: "issue-draft", draft: options.draft, on: dayInLondon(by.at), ...asked } as const;
      const decision = await desk.book.perform(key, { ...command, rules: found.rules }, by);
      if (isRefused(decision)) return refused(decision.refused);
      const [version] = await desk.book.versions(key);
      const text = `Draft ${options.draft} of ${key.pct} is issued as version ${version?.version} for ${key.year}, in force from ${dayText(asked.inForceFrom)}.`;
      return { text, data: { ...key, version } };
    },
  );
}

interface Options {
  readonly from: string | undefined;
  readonly movements: string | undefined;
}

type Asked =
  | { readonly inForceFrom: Day; readonly earlierMovements?: EarlierMovements }
  | { readonly refused: readonly [string] };

function readOptions({ from, movements }: Options, year: FinancialYear): Asked {
  const inForceFrom = from === undefined ? firstDayOf(year) : readDay(from);
  if (inForceFrom === undefined) return { refused: [`${from} is not a day. Give a day like 2008-04-01.`] };
  if (movements === undefined) return { inForceFrom };
  if (movements === "carried" || movements === "taken-in") return { inForceFrom, earlierMovements: movements };
  return { refused: [`Movements are carried or taken-in, not ${movements}.`] };
}
