import { isRefused } from "#kernel/decision.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import type { BudgetsDesk } from "../desk.ts";
import { openingBalances } from "../rules/ledger.ts";
import { barredFrom } from "../subjects.ts";
import { askedMovement, entryField } from "../views/movement-entered.ts";
import { KIND_WORDS } from "../views/words.ts";
import { KEY_OPTIONS, keyAsked, pctSubject, refused, runAsked, unreadable } from "./asked.ts";

/** Records a movement of money in the year. */
export function moveVerb(desk: BudgetsDesk): Verb<"budgets.move"> {
  return verb(
    {
      name: "budgets move",
      summary: "Record a movement of money in the year.",
      permission: "budgets.move",
      subject: ({ options }) => pctSubject(desk, options),
      options: {
        ...KEY_OPTIONS,
        id: { about: "what the movement is called", value: "name", required: true },
        on: { about: "the day on which it takes effect", value: "day", required: true },
        kind: { about: Object.keys(KIND_WORDS).join(", "), value: "kind", required: true },
        body: { about: "who allowed it", value: "body", required: true },
        reference: { about: "where that is written", value: "words", required: true },
        source: { about: "where an allocation change comes from or goes to", value: "words" },
        entries: {
          about: "such as practice/E82001/acute=-100.00;pct/5QV/acute=100.00",
          value: "entries",
          required: true,
        },
      },
    },
    async ({ options, person, by, may }) => {
      const key = keyAsked(options);
      const { id, on, kind, body, reference, source = "", entries } = options;
      const parts = entries
        .split(";")
        .map((part) => part.trim())
        .filter((part) => part !== "");
      const asked = askedMovement({ id, on, kind, body, reference, source, ...entriesOf(parts) }, parts.length);
      if ("problems" in asked) return unreadable(asked);
      const { hash, run } = await runAsked(desk, key, {}, may);
      const opening = { resultHash: hash, balances: openingBalances(run) };
      const codes = asked.entries.map(({ holder }) => holder.code);
      const barred = barredFrom(person, "budgets.move", await desk.directory(), { codes, year: key.year });
      const command = { kind: "record-movement", movement: asked, opening, barred } as const;
      const decision = await desk.book.perform(key, command, by);
      if (isRefused(decision)) return refused(decision.refused);
      return { text: `Movement ${id} of ${key.pct} for ${key.year} is recorded.`, data: { ...key, movement: asked } };
    },
  );
}

/** Entries as the form of the same name has them: holder, line and amount. */
function entriesOf(parts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parts.flatMap((part, index) => {
      const [account = "", amount = ""] = part.split("=");
      const [kind = "", code = "", line = ""] = account.split("/");
      return [
        [entryField(index + 1, "holder"), `${kind}/${code}`],
        [entryField(index + 1, "line"), line],
        [entryField(index + 1, "amount"), amount],
      ];
    }),
  );
}
