import { NotFound } from "#platform/access/errors.ts";
import { type Page, page } from "#platform/web/page.ts";
import { type ChosenRun, chosenRun, runQuery } from "../chosen-run.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetPermission } from "../grants.ts";
import { practicePath, whyPath } from "../views/addresses.ts";
import { changesBetween } from "../views/changes.ts";
import { type ChangeLeads, changedLinesTable, changesTable } from "../views/pct-tables.ts";
import { statusName } from "../views/run-words.ts";
import { ShownTable } from "../views/shown-table.tsx";
import { askedFile } from "../views/table-file.ts";
import { many } from "../views/words.ts";
import { around, type Frame, frameOf, subjectOf, trailTo } from "./frame.ts";
import { askedBy } from "./listed-runs.ts";

/** What changed from one version or draft of a year to another. */
export function changesPage(desk: BudgetsDesk): Page<BudgetPermission> {
  const subject = subjectOf(desk, "pct");
  return page("/money/pct/:code/:year/changes", { permission: "budgets.view", subject }, async (visit) => {
    const { query, path, params, may } = visit;
    const frame = await frameOf(desk, params, may);
    const [before, after] = [await runAt(desk, frame, query.get("from")), await runAt(desk, frame, query.get("to"))];
    const changes = changesBetween(before.run, after.run);
    const tables = [changesTable(changes, changeLeads(before, after)), changedLinesTable(changes)];
    const file = askedFile(`${params.code}-${params.year}`, tables, query);
    if (file !== undefined) return file;
    const [from, to] = [statusName(before.status), statusName(after.status)];
    const count = changes.practices.length;
    return {
      title: `What changed from ${from} to ${to}, ${frame.place.name}, ${frame.year}`,
      ...around(desk, frame),
      trail: trailTo(frame, true),
      body: (
        <>
          <h1 className="nhsuk-heading-l">
            <span className="nhsuk-caption-l">
              {frame.place.name}, {frame.year}
            </span>
            What changed from {from} to {to}
          </h1>
          <p className="nhsuk-lede-text">
            {count === 0
              ? "No practice's budget differs."
              : `${many(count, "practice's budget differs", "practices' budgets differ")}.`}
          </p>
          {tables.map((table) =>
            table.rows.length === 0 ? null : <ShownTable key={table.id} table={table} path={path} query={query} />,
          )}
        </>
      ),
    };
  });
}

/** Leads from a comparison to either run's figures, and to practices as they are in the later one. */
export function changeLeads(before: ChosenRun, after: ChosenRun): ChangeLeads {
  const why = (chosen: ChosenRun) => (figure: string) => whyPath({ ...chosen.key, hash: chosen.hash }, figure);
  return {
    before: why(before),
    after: why(after),
    practice: (code) => practicePath(code, after.key.year, runQuery(after)),
  };
}

async function runAt(desk: BudgetsDesk, { key, seesDrafts }: Frame, token: string | null) {
  const chosen = await chosenRun(desk.book, key, token === null ? {} : askedBy(token), seesDrafts);
  if (chosen === undefined) throw new NotFound("Nothing is issued to compare.");
  return chosen;
}
