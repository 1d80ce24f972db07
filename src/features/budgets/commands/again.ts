import { type Verb, verb } from "#platform/cli/verb.ts";
import { hashOf } from "#platform/files/content-store.ts";
import type { BudgetsDesk } from "../desk.ts";
import { canonicalJson } from "../rules/canonical-json.ts";
import { changesBetween } from "../views/changes.ts";
import { changesTable } from "../views/pct-tables.ts";
import { statusName } from "../views/run-words.ts";
import { tableText } from "../views/table-text.ts";
import { KEY_OPTIONS, keyAsked, pctSubject, RUN_OPTIONS, refused, runAsked } from "./asked.ts";

/** Works the budgets out again and says whether the bytes are the same. */
export function againVerb(desk: BudgetsDesk): Verb<"budgets.draft"> {
  return verb(
    {
      name: "budgets again",
      summary: "Work the budgets out again and say whether the bytes are the same.",
      permission: "budgets.draft",
      subject: ({ options }) => pctSubject(desk, options),
      options: { ...KEY_OPTIONS, ...RUN_OPTIONS },
    },
    async ({ options, sight, by, may }, terminal) => {
      const key = keyAsked(options);
      const chosen = await runAsked(desk, key, options, may);
      const tell = (done: number, of: number) => terminal.progress(done, of, "Making what the budgets rest on");
      const worked = await desk.office.work(key, chosen.run.asAt, { ...by, sight }, tell);
      if ("refused" in worked) return refused(worked.refused);
      const hash = hashOf(Buffer.from(canonicalJson(worked.run)));
      const name = statusName(chosen.status);
      const data = { ...key, kept: chosen.hash, again: hash, isSame: hash === chosen.hash };
      if (data.isSame) return { text: `The bytes are the same as those of ${name}: ${hash}.`, data };
      const changes = changesBetween(chosen.run, worked.run);
      return {
        text: [
          `The bytes are not those of ${name}. What was loaded, the rulebook or the record has changed since.`,
          `  kept:  ${chosen.hash}`,
          `  again: ${hash}`,
          ...(changes.practices.length === 0 ? ["No practice's budget differs."] : tableText(changesTable(changes))),
        ],
        data: { ...data, practices: changes.practices },
      };
    },
  );
}
