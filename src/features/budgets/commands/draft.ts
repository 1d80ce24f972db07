import { dayInLondon, firstDayOf } from "#kernel/period.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import { pounds } from "#platform/web/words/amounts.ts";
import { readDay } from "#platform/web/words/entered.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetRun } from "../rules/budget-run.ts";
import { DRAFT_NAME } from "../views/draft-name.ts";
import { many } from "../views/words.ts";
import { KEY_OPTIONS, keyAsked, pctSubject, refused } from "./asked.ts";

/** Works out a draft and records it. */
export function draftVerb(desk: BudgetsDesk): Verb<"budgets.draft"> {
  return verb(
    {
      name: "budgets draft",
      summary: "Work out a draft of a PCT's budgets and record it.",
      permission: "budgets.draft",
      subject: ({ options }) => pctSubject(desk, options),
      options: {
        ...KEY_OPTIONS,
        asAt: { about: "practices and groups as they were on this day; the year's first unless named", value: "day" },
        id: { about: "what the draft is called; numbered unless named", value: "name" },
      },
    },
    async ({ options, sight, by }, terminal) => {
      const key = keyAsked(options);
      const asAt = options.asAt === undefined ? firstDayOf(key.year) : readDay(options.asAt);
      if (asAt === undefined) return { refused: [`${options.asAt} is not a day. Give a day like 2008-04-01.`] };
      const id = options.id ?? `draft-${(await desk.book.state(key)).drafts.size + 1}`;
      if (!DRAFT_NAME.test(id)) {
        return { refused: [`${id} cannot name a draft. Use lower-case letters, digits and hyphens.`] };
      }
      const tell = (done: number, of: number) => terminal.progress(done, of, "Making what the draft rests on");
      const drafted = await desk.office.draft(key, id, asAt, { ...by, sight, on: dayInLondon(by.at) }, tell);
      if ("refused" in drafted) return refused(drafted.refused);
      return {
        text: madeText(`Draft ${id} of ${key.pct} for ${key.year}`, drafted.run),
        data: { ...key, draft: drafted.draft },
      };
    },
  );
}

function madeText(name: string, { position, practices }: BudgetRun): readonly string[] {
  const exact = (amount: number) => pounds(amount, { pence: true });
  const waiting = practices.filter(({ fairShare }) => fairShare.state === "review-needed").length;
  const { budgets, held, unallocated } = position;
  return [
    `${name} is made: ${exact(budgets)} in the budgets of ${many(practices.length, "practice")}, ${exact(held)} held, ${exact(unallocated)} unallocated.`,
    `${many(waiting, "practice")} ${waiting === 1 ? "waits" : "wait"} for a utilisation review.`,
  ];
}
