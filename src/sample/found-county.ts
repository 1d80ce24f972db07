import { join } from "node:path";
import {
  type BudgetBook,
  type BudgetKey,
  type BudgetOffice,
  type BudgetRefusal,
  type BudgetRun,
  readEnvelope,
  refusalWords,
  rulesInForce,
} from "#features/budgets/index.ts";
import type { Rulebook } from "#features/rulebook/index.ts";
import type { Refusal } from "#kernel/decision.ts";
import { type Day, day, financialYear, firstDayOf } from "#kernel/period.ts";
import type { Engine } from "#platform/engine/index.ts";
import { type Lake, loadRefusalWords } from "#platform/lake/index.ts";
import { makeCounty } from "./county.ts";
import { foundInterests, type InterestsFounding } from "./found-interests.ts";
import { foundPeople, type PeopleFounding } from "./found-people.ts";
import { joinMonths } from "./join-months.ts";
import { type ReleaseFounding, releaseActivity } from "./release-activity.ts";
import { REVIEWS } from "./reviews.ts";

/** What a county is founded in, and how it tells of its progress. */
export interface Founding extends PeopleFounding, InterestsFounding, Omit<ReleaseFounding, "book"> {
  readonly engine: Engine;
  readonly lake: Lake;
  readonly rulebook: Rulebook;
  readonly book: BudgetBook;
  readonly office: BudgetOffice;
  /** A folder for the files as they are made, which the engine may read. */
  readonly folder: string;
  readonly seed: number;
  readonly scale?: number;
}

/** Whose part of every month the county's files are. */
export const SAMPLE_BATCH = "fenmere";

const FINANCE = { "5ZN": "hari-marshharrier", "5ZS": "wanda-waterrail" } as const;
type Pct = keyof typeof FINANCE;

/** Who acts for a PCT's money, and as what: what is founded goes by no permission, and the record says so. */
function financeOf(pct: Pct) {
  return { actor: FINANCE[pct], authority: `PCT finance at ${pct}: Made up with the county.` };
}

const PLACES = { "5ZN": "fenmere-north", "5ZS": "fenmere-south" } as const;
const [BEFORE, NOW] = [financialYear("2007/08"), financialYear("2008/09")];

/** What tells of the files, and is none of them. */
const NOT_LOADED = ["controls.csv", "dirt.csv"];

/** Files that others refer to, in the order in which they are loaded; the rest follow. */
const FIRST = ["organisations", "memberships", "participation", "prices-", "market-forces", "lists", "need"];

/**
 * Makes the invented county, loads every file of it through the same door as real ones, and takes its two PCTs through
 * two years of budgets: envelopes, policy, drafts, utilisation reviews and issued versions. What was done before is left
 * as it is, so that founding that was broken off can be gone on with.
 */
export async function foundCounty(founding: Founding): Promise<void> {
  const { seed, scale, folder, tell } = founding;
  let months = 0;
  const { files } = makeCounty({
    seed,
    folder,
    ...(scale !== undefined && { scale }),
    progress: (month) => {
      months += 1;
      tell(`Making ${month}`, months, 36);
    },
  });
  const wanted = files.map(({ path }) => path).filter((path) => path.endsWith(".csv") && !NOT_LOADED.includes(path));
  const ordered = joinMonths(folder, wanted).toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  for (const [done, path] of ordered.entries()) {
    tell(`Loading ${path}`, done + 1, ordered.length);
    await loadOne(founding, path);
  }
  await foundPeople(founding);
  await foundInterests(founding);
  for (const pct of ["5ZN", "5ZS"] as const) await runBudgets(founding, pct);
  await releaseActivity(founding);
}

function rank(path: string): number {
  const at = FIRST.findIndex((start) => path.startsWith(start));
  return at === -1 ? FIRST.length : at;
}

async function loadOne({ lake, folder, at }: Founding, path: string): Promise<void> {
  const outcome = await lake.load({
    file: join(folder, path),
    status: "final",
    batch: SAMPLE_BATCH,
    madeUp: true,
    rejectedTo: join(folder, `${path}.rejected.csv`),
    ...financeOf("5ZN"),
    at: at(day("2008-04-14")),
  });
  if (outcome.kind === "refused") throw new Error(`${path}: ${outcome.refused.map(loadRefusalWords).join(" ")}`);
}

async function runBudgets(founding: Founding, pct: Pct): Promise<void> {
  await prepare(founding, { pct, year: BEFORE }, day("2007-03-19"));
  await draftAndIssue(founding, { pct, year: BEFORE }, "april", day("2007-04-27"));
  await prepare(founding, { pct, year: NOW }, day("2008-03-17"));
  const run = await draftAndIssue(founding, { pct, year: NOW }, "first", day("2008-04-16"));
  await review(founding, { pct, year: NOW }, run);
  if (pct === "5ZN") await draftAndIssue(founding, { pct, year: NOW }, "after-reviews", day("2008-04-28"));
  else await draft(founding, { pct, year: NOW }, "after-reviews", day("2008-04-28"));
}

/** States the envelope and sets the policy on fair shares. */
async function prepare({ engine, lake, rulebook, book, at, tell }: Founding, key: Key, on: Day): Promise<void> {
  tell(`Budgets of ${key.pct} for ${key.year}: envelope`, 1, 4);
  const state = await book.state(key);
  const by = { ...financeOf(key.pct), at: at(on) };
  const envelope = await readEnvelope(engine, lake, key, [key.pct]);
  if (envelope === undefined) throw new Error(`The county has no envelope of ${key.pct} for ${key.year}`);
  const rules = rulesInForce(rulebook, PLACES[key.pct], firstDayOf(key.year));
  if (state.envelope === undefined)
    accepted(await book.perform(key, { kind: "state-envelope", on, envelope, confirmed: [], rules }, by));
  const policy = { setOn: on, agreedWithLmcOn: on, agreedWithPecOn: on, largestShift: 100 };
  const { largestShift } = rules;
  if (state.policy === undefined)
    accepted(await book.perform(key, { kind: "set-fair-share-policy", policy, largestShift }, by));
}

async function draft({ book, office, at, tell }: Founding, key: Key, id: string, on: Day): Promise<BudgetRun> {
  tell(`Budgets of ${key.pct} for ${key.year}: draft`, 2, 4);
  const made = (await book.state(key)).drafts.get(id);
  if (made !== undefined) return book.run(made.resultHash);
  const by = { ...financeOf(key.pct), at: at(on), on, sight: [key.pct] };
  return accepted(await office.draft(key, id, firstDayOf(key.year), by)).run;
}

async function draftAndIssue(founding: Founding, key: Key, id: string, on: Day): Promise<BudgetRun> {
  const { rulebook, book, at } = founding;
  const run = await draft(founding, key, id, on);
  if ((await book.state(key)).issued.some((version) => version.draft === id)) return run;
  const rules = rulesInForce(rulebook, PLACES[key.pct], firstDayOf(key.year));
  const command = { kind: "issue-draft", draft: id, on, inForceFrom: firstDayOf(key.year), rules } as const;
  accepted(await book.perform(key, command, { ...financeOf(key.pct), at: at(on) }));
  return run;
}

/** Records reviews of some of the practices outside the band, and leaves others to be done. */
async function review({ book, at, tell }: Founding, key: Key, { practices }: BudgetRun): Promise<void> {
  const outside = practices.filter(({ fairShare }) => fairShare.state === "review-needed");
  const { reviews } = await book.state(key);
  tell(`Budgets of ${key.pct} for ${key.year}: reviews`, 3, 4);
  for (const [index, { code, budget }] of outside.entries()) {
    const found = REVIEWS[index];
    if (found === undefined || reviews.has(code)) return;
    const decidedShift = found.outcome === "move-towards-fair-share" ? Math.floor(budget / 200) : 0;
    const data = { ...found, practice: code, decidedShift };
    const by = { ...financeOf(key.pct), at: at(data.reviewedOn) };
    accepted(await book.perform(key, { kind: "record-utilisation-review", review: data }, by));
  }
}

interface Key extends BudgetKey {
  readonly pct: Pct;
}

function accepted<T extends object>(
  outcome: T | { readonly refused: readonly Refusal<BudgetRefusal>[] },
): Exclude<T, { readonly refused: unknown }> {
  if ("refused" in outcome) {
    const { refused } = outcome as { readonly refused: readonly Refusal<BudgetRefusal>[] };
    throw new Error(refused.map(refusalWords).join(" "));
  }
  return outcome as Exclude<T, { readonly refused: unknown }>;
}
