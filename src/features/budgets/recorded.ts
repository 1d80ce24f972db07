import type { Refusal } from "#kernel/decision.ts";
import type { FinancialYear } from "#kernel/period.ts";
import type { Concern, Described, Recorded, RecordedEvent, Said } from "#platform/record/index.ts";
import { percent } from "#platform/web/words/amounts.ts";
import { dayText } from "#platform/web/words/dates.ts";
import type { BudgetCommand } from "./decisions.ts";
import { type BudgetRefusal, refusalWords } from "./refusals.ts";
import type { BudgetEvent } from "./rules/record/budget-events.ts";
import { pctPath, practicePath, readYear } from "./views/addresses.ts";
import { KIND_WORDS, OUTCOME_WORDS } from "./views/words.ts";

/** What was asked for and refused, as it goes on from "Refused to". */
const REFUSED: { readonly [C in BudgetCommand["kind"]]: string } = {
  "state-envelope": "state the envelope",
  "set-fair-share-policy": "set the policy on fair shares",
  "record-utilisation-review": "record a utilisation review",
  "make-draft": "record a draft",
  "issue-draft": "issue a draft",
  "record-movement": "record a movement",
};

/** What happened to the budgets of a PCT, in words, and whom it concerns: no draft is anybody's but the PCT's. */
export const recorded: Recorded = {
  streams: "budget",
  title: "Budgets",
  describe: (event) => {
    const [, pct = "", segment = ""] = event.stream.split("/");
    const about = { pct, year: readYear(segment) };
    const object = {
      name: ["Budgets of ", { organisation: pct }, ` for ${about.year}`],
      href: pctPath(pct, about.year),
    };
    if (event.kind === "refused") return { ...refused(about, event), object };
    return { object, ...accepted(about, event as unknown as BudgetEvent) };
  },
};

interface About {
  readonly pct: string;
  readonly year: FinancialYear;
}

type Told = Omit<Described, "object"> & Partial<Pick<Described, "object">>;

function refused({ pct, year }: About, { type, data }: RecordedEvent): Told {
  const { refused: reasons } = data as { readonly refused: readonly Refusal<BudgetRefusal>[] };
  const asked = REFUSED[type as BudgetCommand["kind"]] ?? type;
  return {
    says: [`Refused to ${asked} of `, { organisation: pct }, ` for ${year}: ${reasons.map(refusalWords).join(" ")}`],
    concerns: [{ organisation: pct, seenBy: "inside" }],
  };
}

function accepted(about: About, event: BudgetEvent): Told {
  const { pct, year } = about;
  const seenBy = (who: "members" | "own" | "inside"): readonly Concern[] => [{ organisation: pct, seenBy: who }];
  const of = (words: string): readonly Said[] => [`${words} of `, { organisation: pct }, ` for ${year}`];
  switch (event.type) {
    case "envelope-stated":
      return {
        says: [...of("Stated the envelope"), `, in ${event.data.envelope.lines.length} lines.`],
        concerns: seenBy("inside"),
      };
    case "fair-share-policy-set": {
      const { setOn, largestShift } = event.data;
      const rule = `: at most ${percent(largestShift)} may move, by the policy of ${dayText(setOn)}.`;
      return { says: [...of("Set the policy on fair shares"), rule], concerns: seenBy("members"), changesRule: true };
    }
    case "utilisation-review-recorded":
      return reviewed(about, event.data);
    case "draft-made":
      return { says: [...of(`Made the draft ${event.data.id} of the budgets`), "."], concerns: seenBy("inside") };
    case "draft-issued": {
      const { version, draft, inForceFrom } = event.data;
      const words = `, from the draft ${draft}, in force from ${dayText(inForceFrom)}.`;
      return { says: [...of(`Issued version ${version} of the budgets`), words], concerns: seenBy("members") };
    }
    case "movement-recorded":
      return moved(about, event.data);
  }
}

type DataOf<Type extends BudgetEvent["type"]> = Extract<BudgetEvent, { readonly type: Type }>["data"];

function reviewed({ pct, year }: About, review: DataOf<"utilisation-review-recorded">): Told {
  const { practice, reviewedOn, outcome, noteHash } = review;
  const words = `Recorded the utilisation review of ${dayText(reviewedOn)} of `;
  return {
    says: [words, { organisation: practice }, ` for ${year}. ${OUTCOME_WORDS[outcome]}.`],
    object: { name: ["Budget of ", { organisation: practice }, ` for ${year}`], href: practicePath(practice, year) },
    concerns: [
      { organisation: pct, seenBy: "own" },
      { organisation: practice, seenBy: "own" },
    ],
    ...(noteHash !== undefined && { texts: [{ hash: noteHash, kind: "review-notes" }] }),
  };
}

function moved({ pct, year }: About, movement: DataOf<"movement-recorded">): Told {
  const holders = new Set([pct, ...movement.entries.map(({ holder }) => holder.code)]);
  const words = ` for ${year}. ${KIND_WORDS[movement.kind]}, from ${dayText(movement.on)}.`;
  return {
    says: [`Recorded the movement ${movement.id} in the budgets of `, { organisation: pct }, words],
    concerns: [...holders].map((organisation) => ({ organisation, seenBy: "own" })),
  };
}
