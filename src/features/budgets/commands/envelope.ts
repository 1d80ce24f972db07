import { isRefused } from "#kernel/decision.ts";
import { dayInLondon } from "#kernel/period.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import type { BudgetsDesk } from "../desk.ts";
import { refusalWords } from "../refusals.ts";
import type { Envelope } from "../rules/envelope.ts";
import { checkEnvelope } from "../rules/envelope-check.ts";
import { rulesFor } from "../rules-for.ts";
import { envelopeTable } from "../views/envelope-table.ts";
import { tableText } from "../views/table-text.ts";
import { KEY_OPTIONS, keyAsked, pctSubject, refused } from "./asked.ts";

/** Shows the loaded envelope beside the one stated, or states it. */
export function envelopeVerb(desk: BudgetsDesk): Verb<"budgets.state"> {
  return verb(
    {
      name: "budgets envelope",
      summary: "Show the envelope that was loaded, or state it.",
      permission: "budgets.state",
      subject: ({ options }) => pctSubject(desk, options),
      options: {
        ...KEY_OPTIONS,
        state: { about: "state it, on the record under your name" },
        confirm: { about: "lines that neither clear a deficit nor take off savings, joined by commas", value: "lines" },
      },
    },
    async ({ options, sight, by }) => {
      const key = keyAsked(options);
      const envelope = await desk.loadedEnvelope(key, sight);
      if (envelope === undefined)
        return { refused: [`No envelope of ${key.pct} for ${key.year} is loaded. Load an envelope file first.`] };
      const found = await rulesFor(desk, key);
      if ("missing" in found) return { refused: [found.missing] };
      const { envelope: before } = await desk.book.state(key);
      if (!options.state) return shown(envelope, before, checkEnvelope(envelope, found.rules));
      const confirmed = (options.confirm ?? "")
        .split(",")
        .map((line) => line.trim())
        .filter((line) => line !== "");
      const on = dayInLondon(by.at);
      const command = { kind: "state-envelope", on, envelope, confirmed, rules: found.rules } as const;
      const decision = await desk.book.perform(key, command, by);
      if (isRefused(decision)) return refused(decision.refused);
      return { text: `The envelope of ${key.pct} for ${key.year} is stated.`, data: { ...key, on, confirmed } };
    },
  );
}

function shown(envelope: Envelope, before: Envelope | undefined, findings: ReturnType<typeof checkEnvelope>) {
  const words = [...findings.refused, ...findings.questioned].map(refusalWords);
  const text = [...tableText(envelopeTable(envelope, before)), ...words];
  return { text, data: { loaded: envelope, stated: before ?? null, findings } };
}
