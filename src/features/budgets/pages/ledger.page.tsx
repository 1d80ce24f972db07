import { type Page, page } from "#platform/web/page.ts";
import { Headlines } from "#platform/web/view/amount.tsx";
import { type ChosenRun, chosenRun } from "../chosen-run.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetPermission } from "../grants.ts";
import { balances, type Movement, openingBalances, sumOf } from "../rules/ledger.ts";
import { pctPath, whyPath } from "../views/addresses.ts";
import { amount } from "../views/headline-figures.tsx";
import { accountsTable, movementsTable } from "../views/ledger-tables.ts";
import { statusText } from "../views/run-words.ts";
import { ShownTable } from "../views/shown-table.tsx";
import { DoneNotice } from "../views/status-notice.tsx";
import { askedFile } from "../views/table-file.ts";
import { many } from "../views/words.ts";
import { around, frameOf, subjectOf, trailTo } from "./frame.ts";
import { NothingYet } from "./nothing-yet.tsx";

/** The ledger of a PCT's year: opening + movements = closing, by holder and line. Source: settled ¶budgets-8. */
export function ledgerPage(desk: BudgetsDesk): Page<BudgetPermission> {
  const subject = subjectOf(desk, "pct");
  return page("/money/pct/:code/:year/ledger", { permission: "budgets.view", subject }, async (visit) => {
    const { params, query, path, may } = visit;
    const frame = await frameOf(desk, params, may);
    const chosen = await chosenRun(desk.book, frame.key, {}, false);
    const title = `Ledger, ${frame.place.name}, ${frame.year}`;
    const rest = { ...around(desk, frame), trail: trailTo(frame, true) };
    if (chosen === undefined) return { title, ...rest, body: <NothingYet frame={frame} /> };
    const { movements } = await desk.book.state(frame.key);
    const nameOf = (code: string) => frame.directory.organisation(code).name;
    const why = (figure: string) => whyPath({ ...chosen.key, hash: chosen.hash }, figure);
    const accounts = accountsTable(balances(openingBalances(chosen.run), movements), chosen.run, nameOf, why);
    const moved = movementsTable(movements, chosen.run, nameOf);
    const file = askedFile(`${params.code}-${params.year}`, [accounts, moved], query);
    if (file !== undefined) return file;
    return {
      title,
      ...rest,
      body: (
        <>
          <DoneNotice words={query.get("done") === null ? undefined : "The movement is recorded."} />
          <h1 className="nhsuk-heading-l">
            <span className="nhsuk-caption-l">
              {frame.place.name}, {frame.year}
            </span>
            Ledger
          </h1>
          <Sums chosen={chosen} movements={movements} />
          {may("budgets.move", frame.pctSubject) ? (
            <p>
              <a href={pctPath(frame.key.pct, frame.year, "move")}>Record a movement</a>
            </p>
          ) : null}
          {movements.length === 0 ? null : <ShownTable table={moved} path={path} query={query} />}
          <ShownTable table={accounts} path={path} query={query} />
        </>
      ),
    };
  });
}

function Sums({ chosen, movements }: { readonly chosen: ChosenRun; readonly movements: readonly Movement[] }) {
  const opening = sumOf(openingBalances(chosen.run));
  const moved = sumOf(movements.flatMap(({ entries }) => entries));
  return (
    <>
      <p className="nhsuk-lede-text">
        {movements.length === 0 ? "Nothing has moved" : many(movements.length, "movement")} on top of what was{" "}
        {statusText(chosen.status)}.
      </p>
      <Headlines
        figures={[
          { label: "Opening", figure: amount("opening", opening, undefined), note: "the envelope as issued" },
          {
            label: "Movements",
            figure: amount("movements", moved, undefined, true),
            note: "allocation changes; all others come to nought",
          },
          { label: "Closing", figure: amount("closing", opening + moved, undefined), note: "as it is now" },
        ]}
      />
    </>
  );
}
