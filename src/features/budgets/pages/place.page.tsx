import { NotFound } from "#platform/access/errors.ts";
import { type Page, page } from "#platform/web/page.ts";
import { type ChosenRun, chosenRun, runQuery, shownYears } from "../chosen-run.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetPermission } from "../grants.ts";
import { membersIn } from "../members.ts";
import type { PracticeBudget } from "../rules/budget-run.ts";
import { membersOfKind, placeSubject } from "../subjects.ts";
import { practicePath, whyPath } from "../views/addresses.ts";
import { bandDrawing, comparedYear } from "../views/fair-shares.ts";
import { placeLinesTable } from "../views/place-tables.ts";
import { type Leads, practicesTable } from "../views/practice-tables.ts";
import { askedFile } from "../views/table-file.ts";
import { around, type Frame, frameOf, subjectOf } from "./frame.ts";
import { NothingYet } from "./nothing-yet.tsx";
import { PlaceView } from "./place.view.tsx";

/** A group's or locality's money: its members' budgets added up as one practice. Source: 003 ¶3-4. */
export function placePage(desk: BudgetsDesk): Page<BudgetPermission> {
  const subject = subjectOf(desk, "group", "locality");
  return page("/money/place/:code/:year", { permission: "budgets.view", subject }, async (visit) => {
    const { params, query, path, may } = visit;
    const frame = await frameOf(desk, params, may);
    const asked = { version: query.get("version") ?? undefined, draft: query.get("draft") ?? undefined };
    const chosen = await chosenRun(desk.book, frame.key, asked, frame.seesDrafts);
    const title = `${frame.place.name}, budget ${frame.year}`;
    if (chosen === undefined) return { title, body: <NothingYet frame={frame} />, ...around(desk, frame) };
    const members = membersOf(frame, chosen);
    const leads = leadsOf(frame, chosen);
    const compared = comparedYear(chosen.run);
    const lines = placeLinesTable(chosen.run, frame.place.code, members, leads);
    const practices = practicesTable(chosen.run, members, compared, leads);
    const file = askedFile(`${params.code}-${params.year}`, [lines, practices], query);
    if (file !== undefined) return file;
    return {
      title,
      ...around(desk, frame),
      body: (
        <PlaceView
          frame={frame}
          chosen={chosen}
          members={members}
          lines={lines}
          practices={practices}
          compared={compared}
          band={await bandDrawing(chosen.run, members, compared)}
          why={leads.why}
          standing={{ path, query }}
          peers={peersOf(frame)}
          years={await shownYears(desk.book, frame.key.pct, frame.seesDrafts)}
        />
      ),
    };
  });
}

function membersOf({ directory, place, year }: Frame, chosen: ChosenRun): readonly PracticeBudget[] {
  const members = membersIn(directory, chosen.run)(place.code);
  if (members.length === 0) throw new NotFound(`${place.name} has no practices in the budgets of ${year}.`);
  return members;
}

function leadsOf({ directory, year }: Frame, chosen: ChosenRun) {
  return {
    why: (figure: string) => whyPath({ ...chosen.key, hash: chosen.hash }, figure),
    practice: (code: string) => practicePath(code, year, runQuery(chosen)),
    nameOf: (code: string) => directory.organisation(code).name,
  } satisfies Leads;
}

function peersOf({ directory, key, year, place, may }: Frame) {
  return membersOfKind(directory, key.pct, place.kind, year)
    .filter((code) => may("budgets.view", placeSubject(directory, code, year)))
    .map((code) => ({ code, name: directory.organisation(code).name }));
}
