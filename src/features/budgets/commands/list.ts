import { type Verb, verb } from "#platform/cli/verb.ts";
import type { BudgetKey } from "../budget-book.ts";
import type { BudgetsDesk } from "../desk.ts";
import { placeSubject } from "../subjects.ts";
import { many } from "../views/words.ts";
import type { May } from "./asked.ts";

interface Listed extends BudgetKey {
  readonly name: string;
  readonly versions: number;
  readonly drafts: number;
}

/** Lists PCTs and years with budgets: versions issued, and drafts for those who may see them. */
export function listVerb(desk: BudgetsDesk): Verb<"anyone"> {
  return verb(
    { name: "budgets list", summary: "List the PCTs and years that have budgets.", permission: "anyone" },
    async ({ may }) => {
      const budgets = await listed(desk, may);
      const lines = budgets.map(
        ({ pct, name, year, versions, drafts }) =>
          `  ${pct}  ${year}  ${name}: ${many(versions, "version")} issued, ${many(drafts, "draft")} waiting`,
      );
      const text = lines.length === 0 ? ["No PCT has issued budgets that you may see."] : ["Budgets", ...lines];
      return { text, data: { budgets } };
    },
  );
}

async function listed(desk: BudgetsDesk, may: May): Promise<readonly Listed[]> {
  const directory = await desk.directory();
  const pcts = [...directory.organisations.values()].filter(({ kind }) => kind === "pct");
  const all = await Promise.all(
    pcts.map(async ({ code: pct, name }) => {
      const seesDrafts = may("budgets.draft", { organisation: pct, within: [pct] });
      const years = await desk.book.years(pct, seesDrafts ? "all" : "issued");
      return Promise.all(years.map((year) => oneYear(desk, { pct, year }, name)));
    }),
  );
  return all.flat().filter(({ versions, drafts }) => versions + drafts > 0);

  async function oneYear(at: BudgetsDesk, key: BudgetKey, name: string): Promise<Listed> {
    const subject = placeSubject(directory, key.pct, key.year);
    const versions = may("budgets.totals", subject) ? await at.book.versions(key) : [];
    const issued = new Set(versions.map(({ draft }) => draft));
    const drafts = may("budgets.draft", subject) ? await at.book.drafts(key) : [];
    return {
      ...key,
      name,
      versions: versions.length,
      drafts: drafts.filter(({ draft }) => !issued.has(draft)).length,
    };
  }
}
