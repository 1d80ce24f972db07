import { createHash } from "node:crypto";
import type { Snapshots } from "#features/activity/index.ts";
import type { Directory } from "#features/organisations/index.ts";
import { applied, type Rulebook } from "#features/rulebook/index.ts";
import { isRefused, type Refusal } from "#kernel/decision.ts";
import { type Day, firstDayOf } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import { sees } from "#platform/access/sight.ts";
import type { Engine } from "#platform/engine/index.ts";
import type { Lake } from "#platform/lake/index.ts";
import { assembleInput, type Task } from "./assemble-input.ts";
import type { BudgetBook, BudgetKey } from "./budget-book.ts";
import { readSupply } from "./read-supply.ts";
import type { BudgetRefusal } from "./refusals.ts";
import type { BudgetRun } from "./rules/budget-run.ts";
import { calculateBudgets } from "./rules/calculate-budgets.ts";
import { canonicalJson } from "./rules/canonical-json.ts";
import type { Envelope } from "./rules/envelope.ts";
import type { Revisions } from "./rules/record/budget-events.ts";
import { draftSummary } from "./rules/record/draft-summary.ts";
import { rulesInForce } from "./rules-in-force.ts";
import type { BudgetOffice, Working } from "./wiring.ts";

/** Where a budget run finds what it follows from. */
export interface OfficeWiring {
  readonly engine: Engine;
  readonly lake: Lake;
  readonly rulebook: Rulebook;
  readonly book: BudgetBook;
  readonly snapshots: Snapshots;
  readonly directory: () => Promise<Directory>;
}

type Refused = { readonly refused: readonly [Refusal<BudgetRefusal>, ...Refusal<BudgetRefusal>[]] };

interface Worked {
  readonly run: BudgetRun;
  readonly basis: Revisions;
  /** Hashes of all that went in, by name. */
  readonly fingerprints: Readonly<Record<string, string>>;
}

/** Opens the office that works out budgets from the lake, the rulebook and the record as they are. */
export function openBudgetOffice(wiring: OfficeWiring): BudgetOffice {
  const { book } = wiring;
  return {
    work: (key, asAt, by, tell) => work(wiring, key, asAt, by, tell),
    draft: async (key, id, asAt, by, tell) => {
      const worked = await work(wiring, key, asAt, by, tell);
      if ("refused" in worked) return worked;
      const { run, basis, fingerprints } = worked;
      const resultHash = book.keep(run);
      const draft = {
        id,
        on: by.on,
        basis,
        fingerprints,
        rules: run.rules,
        resultHash,
        summary: draftSummary(run),
      };
      const decision = await book.perform(key, { kind: "make-draft", draft }, by);
      return isRefused(decision) ? decision : { draft, run };
    },
  };
}

async function work(
  wiring: OfficeWiring,
  key: BudgetKey,
  asAt: Day,
  by: Working,
  tell?: (done: number, of: number) => void,
): Promise<Worked | Refused> {
  const { rulebook, book } = wiring;
  if (!sees(by.sight, key.pct)) throw new NotFound(`No budgets of ${key.pct} can be worked out for you.`);
  const state = await book.state(key);
  if (state.envelope === undefined) return { refused: [{ code: "no-envelope" }] };
  const directory = await wiring.directory();
  const on = firstDayOf(key.year);
  const place = placeOf(rulebook, directory, key.pct, asAt);
  const task = taskFor(rulebook, {
    key,
    envelope: state.envelope,
    asAt,
    place,
    name: directory.organisation(key.pct).name,
  });
  if ("refused" in task) return task;
  const supplied = await readSupply(wiring, { key, task, directory, place, on, by, ...(tell && { tell }) });
  if ("refused" in supplied) return supplied;
  const calculation = calculateBudgets(assembleInput(supplied.supply, task, state));
  if ("refused" in calculation) return calculation;
  const inForce = canonicalJson({ rules: task.rules, need: task.needOrder, prescribing: task.prescribing });
  const rules = createHash("sha256").update(inForce).digest("hex").slice(0, 32);
  const fingerprints = { ...supplied.fingerprints, rulebook: rules };
  return { run: calculation.run, basis: state.revisions, fingerprints };
}

interface Tasked {
  readonly key: BudgetKey;
  readonly envelope: Envelope;
  readonly asAt: Day;
  readonly place: string;
  readonly name: string;
}

/** What is to be worked out, by the rules of the place; refused where a rule that it needs has been set by nobody. */
function taskFor(rulebook: Rulebook, { key, envelope, asAt, place, name }: Tasked): Task | Refused {
  const on = firstDayOf(key.year);
  try {
    return {
      pct: { code: key.pct, name },
      envelope,
      asAt,
      rules: rulesInForce(rulebook, place, on),
      needOrder: rulebook.inForce(place, "need.fallback-order", on),
      prescribing: prescribingWeights(rulebook, place, on),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { refused: [{ code: "rule-not-set", facts: { what: error.message } }] };
  }
}

/** The place whose rules hold for a PCT: its own, or the nearest around it that the rulebook names. */
export function placeOf(rulebook: Rulebook, directory: Directory, pct: string, on: Day): string {
  const place = rulebook.placeOf(directory.within(pct, on)) ?? rulebook.placeOf([pct]);
  return place?.id ?? "england";
}

function prescribingWeights(rulebook: Rulebook, place: string, on: Day): Task["prescribing"] {
  const cited = rulebook.inForce(place, "prescribing.weights", on);
  const weights = Object.entries(cited.value.weights).flatMap(([ageBand, { men, women }]) => [
    { sex: "1", ageBand, weight: men },
    { sex: "2", ageBand, weight: women },
  ]);
  return { weights, rule: applied(cited) };
}
