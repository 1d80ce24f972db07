import { given } from "#kernel/explanation.ts";
import { pence } from "#kernel/money.ts";
import { NotFound } from "#platform/access/errors.ts";
import type { Drawing } from "#platform/charts/drawing.ts";
import { waterfall } from "#platform/charts/waterfall.ts";
import type { Attachment, Content, Link } from "#platform/web/outcome.ts";
import { type Page, page, type Visit } from "#platform/web/page.ts";
import { type ChosenRun, chosenRun, shownYears } from "../chosen-run.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetPermission } from "../grants.ts";
import type { PracticeBudget } from "../rules/budget-run.ts";
import { balances, openingBalances } from "../rules/ledger.ts";
import type { ReviewRecorded } from "../rules/record/budget-events.ts";
import { membersOfKind, placeSubject } from "../subjects.ts";
import { reviewPath, whyPath } from "../views/addresses.ts";
import { bandDrawing, comparedYear } from "../views/fair-shares.ts";
import { accountsTable } from "../views/ledger-tables.ts";
import { blockedBackTable, type Leads, statementTable, stepsTable } from "../views/practice-tables.ts";
import type { Table } from "../views/shown.ts";
import { askedFile } from "../views/table-file.ts";
import { behindPractice } from "./behind.ts";
import { around, type Frame, frameOf, isOwn, subjectOf } from "./frame.ts";
import { NothingYet } from "./nothing-yet.tsx";
import { PracticeView } from "./practice.view.tsx";

/** A practice's budget: where it stands, its fair share, its lines, and the way from activity to budget. */
export function practicePage(desk: BudgetsDesk): Page<BudgetPermission> {
  const guard = { permission: "budgets.view", subject: subjectOf(desk, "practice") } as const;
  return page("/money/practice/:code/:year", { permission: "budgets.view", subject: guard.subject }, async (visit) => {
    const frame = await frameOf(desk, visit.params, visit.may);
    const { key, seesDrafts, place, year } = frame;
    const asked = { version: visit.query.get("version") ?? undefined, draft: visit.query.get("draft") ?? undefined };
    const chosen = await chosenRun(desk.book, key, asked, seesDrafts);
    const title = `${place.name}, budget ${year}`;
    if (chosen === undefined) return { title, body: <NothingYet frame={frame} />, ...around(desk, frame) };
    const practice = practiceOf(chosen, frame);
    const tables = await tablesOf(desk, chosen, practice);
    const file = askedFile(`${place.code}-${visit.params.year}`, tables, visit.query);
    if (file !== undefined) return file;
    return content(desk, { frame, chosen, practice, tables, visit });
  });
}

interface Shown {
  readonly frame: Frame;
  readonly chosen: ChosenRun;
  readonly practice: PracticeBudget;
  readonly tables: readonly Table[];
  readonly visit: Pick<Visit, "person" | "path" | "query" | "may" | "sight">;
}

async function content(desk: BudgetsDesk, shown: Shown): Promise<Content | Attachment> {
  const { frame, chosen, practice, tables, visit } = shown;
  const { place, year, key, seesDrafts } = frame;
  const peers = visiblePeers(frame, chosen);
  const compared = comparedYear(chosen.run);
  const state = await desk.book.state(key);
  const review = state.reviews.get(practice.code);
  return {
    title: `${place.name}, budget ${year}`,
    ...around(desk, frame, practice.group?.name ?? "in no group"),
    body: (
      <PracticeView
        chosen={chosen}
        practice={practice}
        isOwn={isOwn(visit.person, practice.code)}
        why={(figure) => whyPath({ ...key, hash: chosen.hash }, figure)}
        compared={compared}
        band={await bandDrawing(chosen.run, peers, compared, practice.code)}
        steps={await stepsDrawing(practice)}
        tables={tables}
        standing={visit}
        behind={await behindPractice(desk, visit, chosen.run, practice.code)}
        peers={switchable(frame)}
        years={await shownYears(desk.book, key.pct, seesDrafts)}
        {...reviewOf(frame, review)}
      />
    ),
  };
}

function practiceOf({ run }: ChosenRun, { place, year }: Frame): PracticeBudget {
  const own = run.practices.find(({ code }) => code === place.code);
  if (own !== undefined) return own;
  const heir = run.practices.find(({ mergedFrom }) => mergedFrom.includes(place.code));
  if (heir === undefined)
    throw new NotFound(`${place.name} has no budget in ${year}: it was not open in ${run.pct.name} then.`);
  throw new NotFound(`${place.name} merged into ${heir.name} (${heir.code}), where its budget for ${year} is.`);
}

async function tablesOf(desk: BudgetsDesk, chosen: ChosenRun, practice: PracticeBudget): Promise<readonly Table[]> {
  const { run, key, hash } = chosen;
  const directory = await desk.directory();
  const leads: Leads = {
    why: (figure) => whyPath({ ...key, hash }, figure),
    practice: undefined,
    nameOf: (code) => directory.organisation(code).name,
  };
  return [
    statementTable(run, practice, leads),
    blockedBackTable(practice, leads),
    stepsTable(run, practice, leads),
    ...(await movedTable(desk, chosen, practice)),
  ];
}

/** The practice's accounts as movements of the year left them; nothing where none touched it, or for another version. */
async function movedTable(desk: BudgetsDesk, chosen: ChosenRun, practice: PracticeBudget): Promise<readonly Table[]> {
  if (chosen.status.kind !== "issued" || !chosen.status.isLatest) return [];
  const { movements } = await desk.book.state(chosen.key);
  const isOurs = ({ holder }: { readonly holder: { readonly kind: string; readonly code: string } }) =>
    holder.kind === "practice" && holder.code === practice.code;
  if (!movements.some(({ entries }) => entries.some(isOurs))) return [];
  const own = balances(openingBalances(chosen.run), movements).filter(isOurs);
  const why = (figure: string) => whyPath({ ...chosen.key, hash: chosen.hash }, figure);
  return [accountsTable(own, chosen.run, () => practice.name, why)];
}

/** The practices a reader may see beside this one. */
function visiblePeers({ directory, year, may, place }: Frame, { run }: ChosenRun): readonly PracticeBudget[] {
  return run.practices.filter(({ code }) => {
    if (code === place.code) return true;
    return directory.organisations.has(code) && may("budgets.view", placeSubject(directory, code, year));
  });
}

function switchable({ directory, year, may, key }: Frame) {
  return membersOfKind(directory, key.pct, "practice", year)
    .filter((code) => may("budgets.view", placeSubject(directory, code, year)))
    .map((code) => ({ code, name: directory.organisation(code).name }));
}

function reviewOf(
  { may, subject, place, year }: Frame,
  review: ReviewRecorded | undefined,
): { readonly review?: ReviewRecorded; readonly reviewLink?: Link } {
  const mayReview = may("budgets.review", subject);
  const words = review === undefined ? "Record its utilisation review" : "Record another utilisation review";
  return {
    ...(review && { review }),
    ...(mayReview && { reviewLink: { text: words, href: reviewPath(place.code, year) } }),
  };
}

/** Labels of steps that would be cut short beside their bars. */
const SHORT_LABELS: Readonly<Record<string, string>> = {
  activity: "Activity at its own prices",
  formula: "By formula, head or need",
  fitting: "Fitting to the lines",
};

/** The waterfall; nothing for a practice without steps. */
async function stepsDrawing({ figures }: PracticeBudget): Promise<Drawing | undefined> {
  const all = figures.find(({ id }) => id === "waterfall") ?? given({ id: "waterfall", label: "" }, "pence", 0);
  const [start, ...steps] = all.inputs.map(({ id, label, value }) => ({
    label: SHORT_LABELS[id] ?? label,
    amount: pence(value),
  }));
  return start && waterfall({ start, steps: steps.filter(({ amount }) => amount !== 0), end: "Indicative budget" });
}
