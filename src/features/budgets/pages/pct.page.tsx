import { dayInLondon, firstDayOf } from "#kernel/period.ts";
import { type Page, page } from "#platform/web/page.ts";
import { dayText } from "#platform/web/words/dates.ts";
import { type ChosenRun, chosenRun, runQuery, shownYears } from "../chosen-run.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetPermission } from "../grants.ts";
import { placeOf } from "../office.ts";
import { membersOfKind } from "../subjects.ts";
import { pctPath, placePath, practicePath, whyPath } from "../views/addresses.ts";
import { bandDrawing, comparedYear } from "../views/fair-shares.ts";
import { heldTable, linesTable, runsTable } from "../views/pct-tables.ts";
import { type Leads, practicesTable } from "../views/practice-tables.ts";
import type { Table } from "../views/shown.ts";
import { askedFile } from "../views/table-file.ts";
import { around, type Frame, frameOf, subjectOf } from "./frame.ts";
import { listedRuns } from "./listed-runs.ts";
import { type PctTables, PctView } from "./pct.view.tsx";
import { tasksOf } from "./pct-tasks.ts";

/** What a PCT has done by the form that leads back here. */
const DONE: Readonly<Record<string, string>> = {
  envelope: "The envelope is stated. Make a draft to see what it comes to.",
  policy: "The policy is set. Drafts made from now on follow it.",
  review: "The utilisation review is recorded. Drafts made from now on follow it.",
  issued: "The budgets are issued. Practices and groups see them now.",
  draft: "The draft is made. Look it over, then check and issue it.",
};

/** A PCT's money for a year: where it stands, line by line and practice by practice. Everybody sees what was issued in all. */
export function pctPage(desk: BudgetsDesk): Page<BudgetPermission> {
  const subject = subjectOf(desk, "pct");
  return page("/money/pct/:code/:year", { permission: "budgets.totals", subject }, async (visit) => {
    const { params, query, path, now, may } = visit;
    const frame = await frameOf(desk, params, may);
    const asked = { version: query.get("version") ?? undefined, draft: query.get("draft") ?? undefined };
    const chosen = await chosenRun(desk.book, frame.key, asked, frame.seesDrafts);
    const seesPractices = may("budgets.view", frame.pctSubject);
    const tables = await tablesOf(desk, frame, chosen, seesPractices);
    const shown = Object.values(tables).filter((table): table is Table => table !== undefined);
    const file = askedFile(`${params.code}-${params.year}`, shown, query);
    if (file !== undefined) return file;
    const compared = chosen && comparedYear(chosen.run);
    const band = chosen && compared && seesPractices;
    return {
      title: `${frame.place.name}, budget ${frame.year}`,
      ...around(desk, frame),
      body: (
        <PctView
          frame={frame}
          chosen={chosen}
          tables={tables}
          standing={{ path, query }}
          seesPractices={seesPractices}
          {...(band && { band: await bandDrawing(chosen.run, chosen.run.practices, compared), compared })}
          tasks={await tasksOf(desk.book, frame, chosen, dayInLondon(now))}
          years={await shownYears(desk.book, frame.key.pct, frame.seesDrafts)}
          peers={peersOf(frame)}
          places={placesIn(frame)}
          rules={rulesLink(desk, frame)}
          done={DONE[query.get("done") ?? ""]}
          {...(chosen && seesPractices && { why: whyOf(chosen) })}
        />
      ),
    };
  });
}

function whyOf({ key, hash }: ChosenRun): (figure: string) => string {
  return (figure) => whyPath({ ...key, hash }, figure);
}

async function tablesOf(
  desk: BudgetsDesk,
  frame: Frame,
  chosen: ChosenRun | undefined,
  seesPractices: boolean,
): Promise<PctTables> {
  const runs = runsTable(await listedRuns(desk.book, frame));
  if (chosen === undefined) return { runs };
  const leads: Leads = {
    why: seesPractices ? whyOf(chosen) : undefined,
    practice: (code) => practicePath(code, frame.year, runQuery(chosen)),
    nameOf: (code) => frame.directory.organisation(code).name,
  };
  const { run } = chosen;
  return {
    runs,
    lines: linesTable(run, leads),
    held: heldTable(run, leads),
    ...(seesPractices && { practices: practicesTable(run, run.practices, comparedYear(run), leads) }),
  };
}

/** The PCTs of the same region. */
function peersOf({ directory, key, year }: Frame) {
  const region = directory.parentOf(key.pct, "region", firstDayOf(year));
  const codes = region === undefined ? [key.pct] : membersOfKind(directory, region, "pct", year);
  return codes.map((code) => ({ code, name: directory.organisation(code).name }));
}

/** The groups and localities of the PCT that the reader may open. */
function placesIn({ directory, key, year, may, pctSubject }: Frame) {
  if (!may("budgets.view", pctSubject)) return [];
  const codes = [
    ...membersOfKind(directory, key.pct, "group", year),
    ...membersOfKind(directory, key.pct, "locality", year),
  ];
  return codes.map((code) => {
    const { name, kind } = directory.organisation(code);
    return { text: `${name}, ${kind}`, href: placePath(code, year) };
  });
}

function rulesLink({ rulebook }: BudgetsDesk, { directory, key, place, year }: Frame) {
  const on = firstDayOf(year);
  const query = new URLSearchParams({ place: placeOf(rulebook, directory, key.pct, on), on });
  return { text: `The rules in force for ${place.name} on ${dayText(on)}`, href: `/rules?${query}` };
}

/** Where a form leads back to when it was taken. */
export function doneAt({ key }: Pick<Frame, "key">, what: keyof typeof DONE, draft?: string): string {
  return pctPath(key.pct, key.year, "", { ...(draft !== undefined && { draft }), done: String(what) });
}
