import { type Verb, verb } from "#platform/cli/verb.ts";
import type { BudgetsDesk } from "../desk.ts";
import { balances, openingBalances } from "../rules/ledger.ts";
import { accountsTable, movementsTable } from "../views/ledger-tables.ts";
import { holderValue } from "../views/movement-entered.ts";
import { runTitle } from "../views/run-words.ts";
import { tableText } from "../views/table-text.ts";
import { KEY_OPTIONS, keyAsked, pctSubject, runAsked } from "./asked.ts";

/** Shows the ledger of a PCT's year: opening + movements = closing. */
export function ledgerVerb(desk: BudgetsDesk): Verb<"budgets.view"> {
  return verb(
    {
      name: "budgets ledger",
      summary: "Show the ledger of a year: opening, movements, closing.",
      permission: "budgets.view",
      subject: ({ options }) => pctSubject(desk, options),
      options: { ...KEY_OPTIONS, holder: { about: "only this holder, such as practice/E82001", value: "holder" } },
    },
    async ({ options, may }) => {
      const key = keyAsked(options);
      const { version } = await inForce(desk, key);
      const chosen = await runAsked(desk, key, { version }, may);
      const { movements } = await desk.book.state(key);
      const directory = await desk.directory();
      const nameOf = (code: string) => directory.organisation(code).name;
      const isAsked = ({ holder }: { readonly holder: Parameters<typeof holderValue>[0] }) =>
        options.holder === undefined || holderValue(holder) === options.holder;
      const accounts = balances(openingBalances(chosen.run), movements).filter(isAsked);
      return {
        text: [
          runTitle(chosen.run.pct.name, key.year, chosen.status),
          ...tableText(movementsTable(movements, chosen.run, nameOf)),
          "",
          ...tableText(accountsTable(accounts, chosen.run, nameOf)),
        ],
        data: { ...key, hash: chosen.hash, movements, accounts },
      };
    },
  );
}

/** The version in force, since movements stand on nothing else; nothing where none is issued. */
async function inForce(desk: BudgetsDesk, key: ReturnType<typeof keyAsked>): Promise<{ readonly version?: string }> {
  const [latest] = await desk.book.versions(key);
  return latest === undefined ? {} : { version: String(latest.version) };
}
