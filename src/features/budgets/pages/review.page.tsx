import { z } from "zod";
import { isRefused } from "#kernel/decision.ts";
import { basisPoints, partOf, pence } from "#kernel/money.ts";
import { redirect } from "#platform/web/outcome.ts";
import { form, type Page, page } from "#platform/web/page.ts";
import { percent, pounds } from "#platform/web/words/amounts.ts";
import { type ChosenRun, chosenRun } from "../chosen-run.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetPermission } from "../grants.ts";
import { practicePath } from "../views/addresses.ts";
import { askedReview, type ReviewEntered } from "../views/review-entered.ts";
import { around, type Frame, frameOf, subjectOf, trailTo } from "./frame.ts";
import { doneAt } from "./pct.page.tsx";
import { refusedForm } from "./refused.ts";
import { ReviewView } from "./review.view.tsx";

const ERASED = "erased, since it had been kept for its time.";
const PATH = "/money/practice/:code/:year/review";
const reads = z.looseObject({
  reviewedOn: z.string(),
  shift: z.string(),
  note: z.string().max(4000, "Keep the note to 4,000 letters"),
});

/** Records a utilisation review of a practice outside the band. Source: 003 ¶A1-15, ¶A1-16. */
export function reviewPages(desk: BudgetsDesk): readonly Page<BudgetPermission>[] {
  return [reviewShown(desk), reviewRecorded(desk)];
}

function reviewShown(desk: BudgetsDesk): Page<BudgetPermission> {
  const subject = subjectOf(desk, "practice");
  return page(PATH, { permission: "budgets.review", subject }, async (visit) => {
    const frame = await frameOf(desk, visit.params, visit.may);
    const chosen = await chosenRun(desk.book, frame.key, {}, frame.seesDrafts);
    const { reviews } = await desk.book.state(frame.key);
    const latest = reviews.get(frame.place.code);
    const hash = latest?.noteHash;
    const note = hash === undefined ? undefined : ((await desk.notes.text(hash)) ?? ERASED);
    const { problems, entered, path } = visit;
    return {
      title: `Utilisation review of ${frame.place.name}, ${frame.year}`,
      ...around(desk, frame),
      trail: trailTo(frame, true),
      body: (
        <ReviewView
          name={frame.place.name}
          year={frame.year}
          action={path}
          practiceHref={practicePath(frame.place.code, frame.year)}
          standing={standing(frame, chosen)}
          most={most(frame, chosen)}
          latest={latest}
          note={note}
          problems={problems}
          entered={entered}
        />
      ),
    };
  });
}

function reviewRecorded(desk: BudgetsDesk): Page<BudgetPermission> {
  const subject = subjectOf(desk, "practice");
  return form(PATH, { permission: "budgets.review", subject, reads }, async (visit, values) => {
    const frame = await frameOf(desk, visit.params, visit.may);
    const asked = askedReview(frame.place.code, textsIn(values));
    if ("problems" in asked) return asked;
    const noteHash = values.note.trim() === "" ? undefined : await desk.notes.keepText(values.note);
    const review = { ...asked, ...(noteHash !== undefined && { noteHash }) };
    const command = { kind: "record-utilisation-review", review } as const;
    const decision = await desk.book.perform(frame.key, command, visit.by);
    return isRefused(decision)
      ? refusedForm(decision.refused, ({ code }) => FIELDS[code])
      : redirect(doneAt(frame, "review"));
  });
}

const FIELDS: Readonly<Record<string, string>> = {
  "review-without-prevalence": "prevalence-1-measure",
  "review-without-use": "use-1-measure",
  "review-shift": "shift",
  "review-shift-without-move": "shift",
};

function textsIn(values: Readonly<Record<string, unknown>>): ReviewEntered {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

/** Where the practice stands against its band, in a sentence. */
function standing({ place }: Frame, chosen: ChosenRun | undefined): string {
  const test = chosen?.run.practices.find(({ code }) => code === place.code)?.fairShare.lastYear;
  if (test === null || test === undefined) return "It was not tested against a fair share.";
  const size = percent(Math.abs(test.distance), { decimals: 1 });
  const side = test.distance > 0 ? "above" : "below";
  return `Last year's budget in scope was ${pounds(test.budget)}, ${size} ${side} its fair share of ${pounds(test.fairShare)}.`;
}

/** The most that may move by rule, as a hint; the policy may allow less. */
function most({ place }: Frame, chosen: ChosenRun | undefined): string | undefined {
  const test = chosen?.run.practices.find(({ code }) => code === place.code)?.fairShare.thisYear;
  if (test === null || test === undefined || chosen === undefined) return undefined;
  const { value } = chosen.run.rules.largestShift;
  const limit = partOf(pence(test.budget), basisPoints(value));
  return `At most ${pounds(limit)}, which is ${percent(value)} of this year's budget in scope. The direction follows from the band.`;
}
