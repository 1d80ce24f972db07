import { isRefused } from "#kernel/decision.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import type { BudgetsDesk } from "../desk.ts";
import { knownPlace, pctOf, placeSubject } from "../subjects.ts";
import { askedReview, MEASURES, measureField, type ReviewEntered, spokeField } from "../views/review-entered.ts";
import { OUTCOME_WORDS } from "../views/words.ts";
import { refused, unreadable, yearAsked } from "./asked.ts";

/** Records a utilisation review of a practice. */
export function reviewVerb(desk: BudgetsDesk): Verb<"budgets.review"> {
  return verb(
    {
      name: "budgets review",
      summary: "Record a utilisation review of a practice.",
      permission: "budgets.review",
      subject: async ({ options }) => {
        const directory = await desk.directory();
        knownPlace(directory, options.practice, "practice");
        return placeSubject(directory, options.practice, yearAsked(options.year));
      },
      options: {
        practice: { about: "the practice, such as E82001", value: "code", required: true },
        year: { about: "the financial year, such as 2008/09", value: "year", required: true },
        on: { about: "the day of the review", value: "day", required: true },
        prevalence: {
          about: "up to three, as asthma=0.061/0.052 joined by semicolons: the practice, its peers",
          value: "measures",
          required: true,
        },
        use: { about: "the same for the use of hospitals", value: "measures", required: true },
        spoke: { about: "roles that spoke, joined by commas: GP lead, PCT finance", value: "roles", required: true },
        outcome: { about: Object.keys(OUTCOME_WORDS).join(", "), value: "outcome", required: true },
        shift: { about: "the most that may move, in pounds; nought unless given", value: "pounds" },
        note: { about: "a note, kept apart so that it can be erased", value: "words" },
      },
    },
    async ({ options, by }) => {
      const key = {
        pct: pctOf(await desk.directory(), options.practice, yearAsked(options.year)),
        year: yearAsked(options.year),
      };
      const asked = askedReview(options.practice, enteredOf(options));
      if ("problems" in asked) return unreadable(asked);
      const noteHash = options.note === undefined ? undefined : await desk.notes.keepText(options.note);
      const review = { ...asked, ...(noteHash !== undefined && { noteHash }) };
      const command = { kind: "record-utilisation-review", review } as const;
      const decision = await desk.book.perform(key, command, by);
      if (isRefused(decision)) return refused(decision.refused);
      return {
        text: `The utilisation review of ${options.practice} for ${key.year} is recorded.`,
        data: { ...key, review },
      };
    },
  );
}

interface Options {
  readonly on: string;
  readonly prevalence: string;
  readonly use: string;
  readonly spoke: string;
  readonly outcome: string;
  readonly shift: string | undefined;
}

/** The options as the form of the same name has them, so that both are read by one rule. */
function enteredOf({ on, prevalence, use, spoke, outcome, shift = "" }: Options): ReviewEntered {
  return {
    reviewedOn: on,
    outcome,
    shift,
    ...measures("prevalence", prevalence),
    ...measures("use", use),
    ...Object.fromEntries(spoke.split(",").map((role) => [spokeField(role.trim()), "yes"])),
  };
}

function measures(kind: "prevalence" | "use", text: string): ReviewEntered {
  const parts = text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return Object.fromEntries(
    parts.slice(0, MEASURES).flatMap((part, index) => {
      const [measure = "", figures = ""] = part.split("=");
      const [practice = "", peers = ""] = figures.split("/");
      return [
        [measureField(kind, index + 1, "measure"), measure],
        [measureField(kind, index + 1, "practice"), practice],
        [measureField(kind, index + 1, "peers"), peers],
      ];
    }),
  );
}
