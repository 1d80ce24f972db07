import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadRulebook, loadSources, type Rulebook } from "#features/rulebook/index.ts";
import { isRefused } from "#kernel/decision.ts";
import { openContentStore } from "#platform/files/content-store.ts";
import { testRecord } from "#platform/record/testing.ts";
import { type BudgetBook, openBudgetBook } from "../budget-book.ts";
import type { BudgetsDesk } from "../desk.ts";
import { budgetsReadModel } from "../read-model.ts";
import { calculateBudgets } from "../rules/calculate-budgets.ts";
import type { Envelope } from "../rules/envelope.ts";
import { draftSummary } from "../rules/record/draft-summary.ts";
import type { BudgetOffice } from "../wiring.ts";
import { COUNTY_ENVELOPE, countyInput, EXAMPLE_DIRECTORY } from "./example-county.ts";

/** A desk over a record of its own, whose office works from invented practices. */
export interface ExampleDesk {
  readonly desk: BudgetsDesk;
  /** Says what the loaded envelope is from now on; nothing for none. */
  load(envelope: Envelope | undefined): void;
  close(): Promise<void>;
}

export async function openExampleDesk(): Promise<ExampleDesk> {
  const folder = mkdtempSync(join(tmpdir(), "chilford-budgets-"));
  const record = await testRecord([budgetsReadModel]);
  const book = openBudgetBook(record, openContentStore(join(folder, "files")));
  let loaded: Envelope | undefined = COUNTY_ENVELOPE;
  return {
    desk: {
      book,
      office: exampleOffice(book),
      rulebook: exampleRulebook(join(folder, "rulebook")),
      directory: async () => EXAMPLE_DIRECTORY,
      originLink:
        () =>
        async ({ kind, keys }) => ({
          text: `The ${kind} behind it`,
          href: `/behind?${new URLSearchParams({ kind, ...keys })}`,
        }),
      madeUp: "The Fens are made up.",
      loadedEnvelope: async ({ pct, year }) => (loaded?.pct === pct && loaded.year === year ? loaded : undefined),
      notes: record,
    },
    load: (envelope) => {
      loaded = envelope;
    },
    close: async () => {
      await record.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The rules that are shipped, with a place of their own for West Fen. */
function exampleRulebook(folder: string): Rulebook {
  const place = join(folder, "west-fen");
  mkdirSync(place, { recursive: true });
  writeFileSync(
    join(place, "place.yaml"),
    "name: West Fen\nkind: pct\nwithin: east-of-england\norganisations: [5QX]\n",
  );
  const rules = ["prescribing.uplift\n  value: 290", "risk-pool.contribution\n  value: 500"];
  const yaml = rules.map((rule) => `- rule: ${rule}\n  from: 2007-04-01\n  source: 003 ¶A1-25\n`);
  writeFileSync(join(place, "rules.yaml"), yaml.join("\n"));
  return loadRulebook(["rulebook", folder], loadSources("docs/sources"));
}

function exampleOffice(book: BudgetBook): BudgetOffice {
  const work: BudgetOffice["work"] = async (key) => {
    const state = await book.state(key);
    if (state.envelope === undefined) return { refused: [{ code: "no-envelope" }] };
    return calculateBudgets(countyInput(state));
  };
  return {
    work,
    draft: async (key, id, asAt, by) => {
      const worked = await work(key, asAt, by);
      if ("refused" in worked) return worked;
      const { run } = worked;
      const { revisions: basis } = await book.state(key);
      const made = { id, on: by.on, basis, fingerprints: { county: "made up" }, rules: run.rules };
      const draft = { ...made, resultHash: book.keep(run), summary: draftSummary(run) };
      const decision = await book.perform(key, { kind: "make-draft", draft }, by);
      return isRefused(decision) ? decision : { draft, run };
    },
  };
}
