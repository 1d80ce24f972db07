import { readFileSync } from "node:fs";
import type { Kysely } from "kysely";
import type { ReadModel, RecordedEvent } from "#platform/record/event.ts";
import type { BudgetEvent } from "./rules/record/budget-events.ts";

/** The tables that `read-model.sql` makes. */
export interface BudgetTables {
  readonly budget_years: { readonly pct: string; readonly year: string; readonly envelope: string | number };
  readonly budget_drafts: {
    readonly pct: string;
    readonly year: string;
    readonly draft: string;
    readonly made_on: string;
    readonly made_by: string;
    readonly result_hash: string;
    readonly budgets: string | number;
    readonly held: string | number;
    readonly seq: string | number;
  };
  readonly budget_versions: {
    readonly pct: string;
    readonly year: string;
    readonly version: number;
    readonly draft: string;
    readonly issued_on: string;
    readonly issued_by: string;
    readonly in_force_from: string;
    readonly result_hash: string;
  };
}

/** Which budgets there are, by PCT and year: what lists are made from. */
export const budgetsReadModel: ReadModel = {
  name: "budgets",
  tables: readFileSync(new URL("read-model.sql", import.meta.url), "utf8"),
  apply: async (db: Kysely<BudgetTables>, event) => {
    const key = keyOf(event.stream);
    if (key !== undefined) await take(db, key, event);
  },
};

interface Key {
  readonly pct: string;
  readonly year: string;
}

function keyOf(stream: string): Key | undefined {
  const [, pct, year] = /^budget\/([^/]+)\/(.+)$/.exec(stream) ?? [];
  return pct === undefined || year === undefined ? undefined : { pct, year: year.replace("-", "/") };
}

async function take(db: Kysely<BudgetTables>, key: Key, recorded: RecordedEvent): Promise<void> {
  const event = recorded as unknown as BudgetEvent;
  switch (event.type) {
    case "envelope-stated": {
      const envelope = event.data.envelope.lines.reduce((sum, { amount }) => sum + amount, 0);
      await db
        .insertInto("budget_years")
        .values({ ...key, envelope })
        .onConflict((conflict) => conflict.columns(["pct", "year"]).doUpdateSet({ envelope }))
        .execute();
      return;
    }
    case "draft-made": {
      const { id: draft, on: made_on, resultHash: result_hash, summary } = event.data;
      const { budgets, held } = summary;
      const row = { ...key, draft, made_on, made_by: recorded.actor, result_hash, budgets, held, seq: recorded.seq };
      await db.insertInto("budget_drafts").values(row).execute();
      return;
    }
    case "draft-issued": {
      const { draft, version, on: issued_on, inForceFrom: in_force_from, resultHash: result_hash } = event.data;
      const row = { ...key, version, draft, issued_on, issued_by: recorded.actor, in_force_from, result_hash };
      await db.insertInto("budget_versions").values(row).execute();
      return;
    }
    case "fair-share-policy-set":
    case "utilisation-review-recorded":
    case "movement-recorded":
      return;
  }
}
