import type { Refusal } from "#kernel/decision.ts";
import type { BudgetDecisionRefusal } from "./decisions.ts";
import type { CalculationRefusal } from "./rules/calculate-budgets.ts";

/** Every reason for which something about budgets is refused. */
export type BudgetRefusal =
  | BudgetDecisionRefusal
  | CalculationRefusal
  | "prices-repeated"
  | "rule-not-set"
  | "loaded-uncut";

/** The facts of a refusal, ready to be put in a sentence. */
interface Told {
  readonly text: (fact: string) => string;
  readonly money: (fact: string) => string;
  readonly percent: (fact: string) => string;
}

type Words = (told: Told) => string;

const ENVELOPE = {
  "deficit-top-slice": ({ text }) =>
    `The line ${text("line")} takes money from budgets to clear a deficit, which national guidance rules out. Take it out of the envelope.`,
  "freed-up-deduction": ({ text }) =>
    `The line ${text("line")} takes off what practices freed up last year, which national guidance rules out. Take it out of the envelope.`,
  "negative-line": ({ text, money }) =>
    `The line ${text("line")} is ${money("amount")}. A line below nought is a deduction from budgets; leave it out and state each service at what it has.`,
  "scope-missing": ({ text }) =>
    `No line has money for ${text("service")}, which every budget must cover. Add a line for it.`,
  "line-id": ({ text }) =>
    `${text("line")} cannot name a line. Use lower-case letters, digits and hyphens, and neither risk-pool nor fair-share-movement.`,
  "line-twice": ({ text }) => `Two lines are called ${text("line")}. Give each its own name.`,
  "amount-not-whole": ({ text }) => `The line ${text("line")} is not a whole number of pence. Correct its amount.`,
  "held-level": ({ text }) =>
    `The line ${text("line")} is held by the PCT but said to be commissioned by practices or groups. Choose the level pct or wider, or another method.`,
  "prescribing-method": ({ text }) =>
    `The line ${text("line")} mixes prescribing with another method. Prescribing goes by its own formula and uplift, and nothing else does; change the method or the service.`,
  "formula-twice": ({ text }) =>
    `The line ${text("line")} is a second one by the prescribing formula, which would share the same total twice. Join the two.`,
  "no-activities": ({ text }) =>
    `The line ${text("line")} goes by history but names no kind of activity. Name at least one.`,
  "activity-twice": ({ text }) =>
    `Activity of the kind ${text("activity")} is counted in more than one line. Leave it in one.`,
  "growth-line": ({ text }) =>
    `The line ${text("line")} puts in growth for fair shares. There may be one such line, held by the PCT.`,
  "label-questioned": ({ text }) =>
    `The label of the line ${text("line")} says "${text("word")}". Confirm that it neither clears a deficit nor takes off what was freed up, or take it out.`,
  "another-year": ({ text }) => `This record is of ${text("pct")} for ${text("year")}. State the envelope there.`,
} as const satisfies Record<string, Words>;

const INPUT = {
  "rule-not-set": ({ text }) =>
    `${text("what")}, so budgets cannot be worked out. Set it in the rulebook, under the PCT's place, with its source.`,
  "loaded-uncut": ({ text }) =>
    `${text("what")}: loaded by an earlier release, which did not keep one PCT's rows apart from another's. Load the same files again, and they count as before.`,
  "prices-repeated": ({ text }) =>
    `The price list ${text("list")} of ${text("year")} holds ${text("code")} more than once, so its price cannot be told. Load a list that holds it once.`,
  "no-practices": () => "No practice is open on the day. Load the organisations, or choose another day.",
  "practice-twice": ({ text }) => `Practice ${text("practice")} is given twice. Leave one out.`,
  "list-missing": ({ text }) =>
    `No registered list is held for practice ${text("practice")}. Load the lists of the quarter.`,
  "need-missing": ({ text }) =>
    `No need index for ${text("component")} is held for practice ${text("practice")}. Load one, or choose a stated fallback.`,
  "prescribing-units-missing": ({ text }) =>
    `No prescribing units are held for practice ${text("practice")}. Load its list by age and sex, or choose a stated fallback.`,
  "prescribing-spend-missing": () =>
    "Last year's prescribing is missing or below nought, so the formula has no total to share. Load the prescribing of last year.",
  "nothing-to-share-by": ({ text }) =>
    `All practices together have nought for ${text("measure")}, so nothing can be shared by it. Check what was loaded.`,
  "baseline-twice": ({ text }) =>
    `Activity of practice ${text("practice")} for ${text("what")} is given twice. Leave one out, so that it is not counted double.`,
  "baseline-outside-window": ({ text }) =>
    `Activity of practice ${text("practice")} for ${text("month")} is outside the months that count as history. Leave it out.`,
  "baseline-negative": ({ text }) =>
    `Activity of practice ${text("practice")} (${text("activity")}) costs less than nought in ${text("month")}. Check the load behind it.`,
  "activity-not-found": ({ text }) =>
    `The line ${text("line")} goes by activity of the kind ${text("activity")}, of which none was found. Load it, or take it out of the line.`,
  "growth-base-missing": ({ money }) =>
    `Last year's total of ${money("total")} leaves nothing beside prescribing of ${money("prescribing")}, so growth cannot be worked out. Correct last year's figures.`,
} as const satisfies Record<string, Words>;

const FAIR_SHARES = {
  "policy-without-lmc": () =>
    "The policy has no date on which the LMC agreed it. Give the date, once it has been agreed.",
  "policy-without-pec": () =>
    "The policy has no date on which the PEC agreed it. Give the date, once it has been agreed.",
  "agreement-after-policy": ({ text }) =>
    `An agreement is dated ${text("agreed")}, after the policy was set on ${text("set")}. Correct the dates.`,
  "policy-beyond-rule": ({ percent }) =>
    `The policy would move up to ${percent("rate")} of a budget, and the rule allows ${percent("limit")}. Choose a smaller part.`,
  "policy-rate": ({ text }) => `${text("rate")} is not a rate in whole hundredths of one per cent. Correct it.`,
  "review-without-prevalence": ({ text }) =>
    `The review of practice ${text("practice")} compares no disease prevalence with peers. Add at least one figure.`,
  "review-without-use": ({ text }) =>
    `The review of practice ${text("practice")} compares no use of hospitals with peers. Add at least one figure.`,
  "review-without-both-sides": ({ text }) =>
    `The review of practice ${text("practice")} does not show both sides speaking. Name by role who spoke for the practice and who for the PCT.`,
  "review-shift": ({ text }) =>
    `What may move for practice ${text("practice")} must be a whole number of pence, nought or more. The direction follows from the band.`,
  "review-shift-without-move": ({ text }) =>
    `The review of practice ${text("practice")} decides an amount but not to move. Choose the outcome to move, or nought.`,
  "review-note": ({ text }) =>
    `The note on practice ${text("practice")} is not given by its hash. Keep the words with the files, and give their hash here.`,
} as const satisfies Record<string, Words>;

const DRAFTS = {
  "no-envelope": () => "No envelope is stated for the year. State it first.",
  "draft-id-taken": ({ text }) => `Another draft is already called ${text("draft")}. Choose another name.`,
  "basis-changed": ({ text }) =>
    `The envelope, the policy or a review changed while draft ${text("draft")} was worked out. Make it again.`,
  "no-fingerprints": ({ text }) => `Draft ${text("draft")} does not say what it was made from. Give its fingerprints.`,
  "other-envelope": ({ text, money }) =>
    `Draft ${text("draft")} is for ${money("inDraft")}, and the envelope is ${money("stated")}. Make the draft again.`,
  "draft-unknown": ({ text }) => `No draft is called ${text("draft")}. Choose one from the list of drafts.`,
  "draft-issued-already": ({ text }) => `Draft ${text("draft")} is issued already. Make a new draft to change budgets.`,
  "draft-out-of-date": ({ text }) =>
    `The envelope, the policy or a review changed after draft ${text("draft")} was made. Make a new draft.`,
  "draft-not-conserved": ({ text, money }) =>
    `Budgets and held lines of draft ${text("draft")} miss the envelope by ${money("missing")}, or a line does not add up. Make it again and report the fault.`,
  "in-force-outside-year": ({ text }) => `${text("inForceFrom")} is not in the budget's year. Choose a day within it.`,
  "in-force-before-last": ({ text }) =>
    `The version before is in force from ${text("last")}. Choose that day or a later one.`,
  "shift-without-review": ({ text }) =>
    `The draft moves the budget of practice ${text("practice")} without a utilisation review. Record the review, then make a new draft.`,
  "shift-without-policy": () =>
    "The draft moves budgets towards fair shares without a policy. Set the policy, agreed with the LMC and the PEC, then make a new draft.",
  "shift-beyond-review": ({ text, money }) =>
    `The draft moves more for practice ${text("practice")} than the ${money("decided")} that its review decided. Make a new draft.`,
  "review-waits-for-policy": ({ text }) =>
    `The review of practice ${text("practice")} decided a movement, and no policy is set that allows one. Set the policy, or record a review without movement.`,
  "earlier-movements-open": ({ text }) =>
    `${text("movements")} movements were recorded under the version before. Say whether they are carried or already taken in.`,
} as const satisfies Record<string, Words>;

const LEDGER = {
  "nothing-issued": () => "No budgets are issued for the year, so there is nothing to move. Issue a draft first.",
  "other-version": ({ text }) =>
    `The accounts shown are not those of version ${text("version")}, which is in force. Open it again.`,
  "holder-barred": ({ text }) =>
    `Movement ${text("movement")} is for ${text("holder")}, in which you declared an interest, and so you decide nothing in its affairs (003 ¶2.2.2-6). Ask another officer.`,
  "movement-twice": ({ text }) => `A movement called ${text("movement")} is recorded already. Choose another name.`,
  "movement-outside-year": ({ text }) =>
    `Movement ${text("movement")} is dated outside the budget's year. Correct its date.`,
  "movement-empty": ({ text }) =>
    `Movement ${text("movement")} has no entry, or one of nought. Give each account what moves.`,
  "movement-unbalanced": ({ text }) =>
    `The entries of movement ${text("movement")} do not come to nought. Correct them, or record an allocation change.`,
  "movement-without-authority": ({ text }) =>
    `Movement ${text("movement")} does not say who allowed it and where that is written. Give both.`,
  "allocation-without-source": ({ text }) =>
    `Allocation change ${text("movement")} does not say where the money comes from. Give its source.`,
  "allocation-without-change": ({ text }) =>
    `Allocation change ${text("movement")} comes to nought. Record a virement instead.`,
  "account-unknown": ({ text }) =>
    `Movement ${text("movement")} takes money from ${text("line")} of ${text("holder")}, which has no such line. Choose another account.`,
  "account-overdrawn": ({ text, money }) =>
    `Movement ${text("movement")} takes ${money("short")} more than ${text("line")} of ${text("holder")} holds. Take less.`,
} as const satisfies Record<string, Words>;

const WORDS: { readonly [C in BudgetRefusal]: Words } = { ...ENVELOPE, ...INPUT, ...FAIR_SHARES, ...DRAFTS, ...LEDGER };

/** Every code there are words for. */
export const BUDGET_REFUSALS = Object.keys(WORDS) as readonly BudgetRefusal[];

/** What a person reads when something about budgets is refused: what, why, and what to do. */
export function refusalWords({ code, facts = {}, rule }: Refusal<BudgetRefusal>): string {
  const sentence = WORDS[code]({
    text: (fact) => String(facts[fact] ?? `(${fact} not stated)`),
    money: (fact) => pounds(Number(facts[fact] ?? 0)),
    percent: (fact) => `${Number(facts[fact] ?? 0) / 100}%`,
  });
  return rule === undefined ? sentence : `${sentence} Rule: ${rule}.`;
}

/** Pence in full, since a refusal must say the exact amount. */
function pounds(amount: number): string {
  const [size, sign] = [Math.abs(amount), amount < 0 ? "−" : ""];
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${sign}£${whole}.${String(size % 100).padStart(2, "0")}`;
}
