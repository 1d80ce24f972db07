import { type BudgetRefusal, readEnvelope, refusalWords, rulesInForce } from "#features/budgets/index.ts";
import type { Refusal } from "#kernel/decision.ts";
import { type Day, firstDayOf } from "#kernel/period.ts";
import type { HertfordshireFounding } from "./founding.ts";
import { FINANCE } from "./people.ts";
import { AS_AT, DAYS, PCT, PLACE, YEAR } from "./walk-through.ts";

const KEY = { pct: PCT, year: YEAR };
const DRAFT = "first";

/** States the envelope, sets the policy on fair shares, makes the draft and issues it; what was done before is left as it is. */
export async function takeThroughBudgets(founding: HertfordshireFounding): Promise<void> {
  const { engine, lake, rulebook, book, office, at, tell } = founding;
  const on = firstDayOf(YEAR);
  const rules = rulesInForce(rulebook, PLACE, on);
  const by = (when: Day) => ({ actor: FINANCE, at: at(when) });
  const state = await book.state(KEY);
  if (state.envelope === undefined) {
    tell(`Budgets of ${PCT} for ${YEAR}: envelope`, 1, 4);
    const envelope = await readEnvelope(engine, lake, KEY, [PCT]);
    if (envelope === undefined) throw new Error(`No envelope of ${PCT} for ${YEAR} is loaded`);
    const stated = { kind: "state-envelope", on: DAYS.stated, envelope, confirmed: [], rules } as const;
    accepted(await book.perform(KEY, stated, by(DAYS.stated)));
  }
  if (state.policy === undefined) {
    tell(`Budgets of ${PCT} for ${YEAR}: policy`, 2, 4);
    const agreed = { agreedWithLmcOn: DAYS.stated, agreedWithPecOn: DAYS.stated };
    const policy = { setOn: DAYS.stated, ...agreed, largestShift: rules.largestShift.value };
    const { largestShift } = rules;
    accepted(await book.perform(KEY, { kind: "set-fair-share-policy", policy, largestShift }, by(DAYS.stated)));
  }
  if (!state.drafts.has(DRAFT)) {
    tell(`Budgets of ${PCT} for ${YEAR}: draft`, 3, 4);
    accepted(await office.draft(KEY, DRAFT, AS_AT, { ...by(DAYS.drafted), sight: [PCT], on: DAYS.drafted }));
  }
  if (state.issued.length === 0) {
    tell(`Budgets of ${PCT} for ${YEAR}: issue`, 4, 4);
    const command = { kind: "issue-draft", draft: DRAFT, on: DAYS.issued, inForceFrom: on, rules } as const;
    accepted(await book.perform(KEY, command, by(DAYS.issued)));
  }
}

function accepted(outcome: object | { readonly refused: readonly Refusal<BudgetRefusal>[] }): void {
  if (!("refused" in outcome)) return;
  throw new Error(outcome.refused.map(refusalWords).join(" "));
}
