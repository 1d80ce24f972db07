import { type Decision, isRefused } from "#kernel/decision.ts";
import type { Day, FinancialYear } from "#kernel/period.ts";
import type { ContentStore } from "#platform/files/content-store.ts";
import type { Authorship, RecordedEvent } from "#platform/record/index.ts";
import type { Record } from "#platform/record/record.ts";
import { type BudgetCommand, type BudgetDecisionRefusal, decide } from "./decisions.ts";
import type { BudgetTables } from "./read-model.ts";
import type { BudgetRun } from "./rules/budget-run.ts";
import { canonicalJson } from "./rules/canonical-json.ts";
import type { BudgetEvent } from "./rules/record/budget-events.ts";
import { type BudgetState, budgetStream, stateAfter } from "./rules/record/budget-state.ts";

/** Whose budgets, and of which year. */
export interface BudgetKey {
  readonly pct: string;
  readonly year: FinancialYear;
}

/** A version that was issued, as lists show it. */
export interface IssuedVersion {
  readonly version: number;
  readonly draft: string;
  readonly issuedOn: Day;
  readonly issuedBy: string;
  readonly inForceFrom: Day;
  readonly resultHash: string;
}

/** A draft, as lists show it. */
export interface DraftListed {
  readonly draft: string;
  readonly madeOn: Day;
  readonly madeBy: string;
  readonly resultHash: string;
  readonly budgets: number;
  readonly held: number;
}

/** The budgets of all PCTs and years: what is on record, and the runs that drafts and issues name by their hash. */
export interface BudgetBook {
  state(key: BudgetKey): Promise<BudgetState>;
  perform(
    key: BudgetKey,
    command: BudgetCommand,
    by: Authorship,
  ): Promise<Decision<RecordedEvent, BudgetDecisionRefusal>>;
  /** The years of which a PCT has anything on record, or a version issued, the latest first. */
  years(pct: string, of: "all" | "issued"): Promise<readonly FinancialYear[]>;
  /** Issued versions, the latest first. */
  versions(key: BudgetKey): Promise<readonly IssuedVersion[]>;
  /** Drafts, the latest first. */
  drafts(key: BudgetKey): Promise<readonly DraftListed[]>;
  /** Keeps a run; the same run has the same hash. */
  keep(run: BudgetRun): string;
  /** The run of a hash; throws ContentMissing where it is not held. */
  run(resultHash: string): BudgetRun;
}

/** How many runs are kept at hand; one of a hundred practices is a few megabytes of figures. */
const AT_HAND = 8;

export function openBudgetBook(record: Record, files: ContentStore): BudgetBook {
  const atHand = new Map<string, BudgetRun>();
  return {
    state: async (key) => stateOf(await record.past(budgetStream(key))),
    perform: (key, command, by) =>
      record.perform({
        stream: budgetStream(key),
        command: command.kind,
        ...by,
        decide: (past) => recorded(budgetStream(key), decide(stateOf(past), command)),
      }),
    years: (pct, of) => yearsOf(record, pct, of === "all" ? "budget_years" : "budget_versions"),
    versions: (key) => versionsOf(record, key),
    drafts: (key) => draftsOf(record, key),
    keep: (run) => files.keep(Buffer.from(canonicalJson(run))),
    run: (resultHash) => {
      const run = atHand.get(resultHash) ?? JSON.parse(Buffer.from(files.read(resultHash)).toString("utf8"));
      atHand.delete(resultHash);
      atHand.set(resultHash, run);
      for (const oldest of [...atHand.keys()].slice(0, Math.max(0, atHand.size - AT_HAND))) atHand.delete(oldest);
      return run;
    },
  };
}

function stateOf(past: readonly RecordedEvent[]): BudgetState {
  return stateAfter(past.map(({ type, data }) => ({ type, data }) as unknown as BudgetEvent));
}

function recorded(
  stream: string,
  decision: ReturnType<typeof decide>,
): Decision<Pick<RecordedEvent, "stream" | "type" | "data">, BudgetDecisionRefusal> {
  if (isRefused(decision)) return decision;
  return {
    events: decision.events.map(({ type, data }) => ({ stream, type, data: data as unknown as RecordedEvent["data"] })),
  };
}

async function yearsOf(
  record: Record,
  pct: string,
  from: "budget_years" | "budget_versions",
): Promise<readonly FinancialYear[]> {
  const rows = await record
    .reads<BudgetTables>()
    .selectFrom(from)
    .select("year")
    .distinct()
    .where("pct", "=", pct)
    .orderBy("year", "desc")
    .execute();
  return rows.map(({ year }) => year as FinancialYear);
}

async function versionsOf(record: Record, { pct, year }: BudgetKey): Promise<readonly IssuedVersion[]> {
  const rows = await record
    .reads<BudgetTables>()
    .selectFrom("budget_versions")
    .selectAll()
    .where("pct", "=", pct)
    .where("year", "=", year)
    .orderBy("version", "desc")
    .execute();
  return rows.map((row) => ({
    version: row.version,
    draft: row.draft,
    issuedOn: row.issued_on as Day,
    issuedBy: row.issued_by,
    inForceFrom: row.in_force_from as Day,
    resultHash: row.result_hash,
  }));
}

async function draftsOf(record: Record, { pct, year }: BudgetKey): Promise<readonly DraftListed[]> {
  const rows = await record
    .reads<BudgetTables>()
    .selectFrom("budget_drafts")
    .selectAll()
    .where("pct", "=", pct)
    .where("year", "=", year)
    .orderBy("seq", "desc")
    .execute();
  return rows.map((row) => ({
    draft: row.draft,
    madeOn: row.made_on as Day,
    madeBy: row.made_by,
    resultHash: row.result_hash,
    budgets: Number(row.budgets),
    held: Number(row.held),
  }));
}
