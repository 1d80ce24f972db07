import { type Day, daysLater } from "#kernel/period.ts";
import type { Link } from "#platform/web/outcome.ts";
import type { Task } from "#platform/web/view/task-list.tsx";
import { percent, pounds } from "#platform/web/words/amounts.ts";
import { dayText } from "#platform/web/words/dates.ts";
import type { BudgetBook } from "../budget-book.ts";
import type { ChosenRun } from "../chosen-run.ts";
import type { PracticeBudget } from "../rules/budget-run.ts";
import type { BudgetState } from "../rules/record/budget-state.ts";
import { isSame } from "../rules/record/draft-check.ts";
import { pctPath, practicePath, reviewPath } from "../views/addresses.ts";
import { many } from "../views/words.ts";
import type { Frame } from "./frame.ts";

/** What waits at a PCT: reviews of practices outside the band, and the next step for those who take it. */
export interface PctTasks {
  readonly reviews: readonly Task[];
  readonly steps: readonly Task[];
  /** What finance may do besides. */
  readonly actions: readonly Link[];
}

/** What waits for whom, from the run shown and the record as it is now. */
export async function tasksOf(
  book: BudgetBook,
  frame: Frame,
  chosen: ChosenRun | undefined,
  today: Day,
): Promise<PctTasks> {
  const { may, pctSubject } = frame;
  if (!may("budgets.view", pctSubject)) return { reviews: [], steps: [], actions: [] };
  const state = await book.state(frame.key);
  const prepares = may("budgets.draft", pctSubject);
  return {
    reviews: chosen === undefined ? [] : reviewTasks(frame, chosen, state, today),
    steps: prepares ? steps(frame, state) : [],
    actions: prepares ? actions(frame, state) : [],
  };
}

function reviewTasks(frame: Frame, chosen: ChosenRun, state: BudgetState, today: Day): readonly Task[] {
  const since = firstAsked(chosen, state, frame.seesDrafts);
  const mayReview = frame.may("budgets.review", frame.pctSubject);
  return chosen.run.practices
    .filter(({ fairShare }) => fairShare.lastYear !== null && fairShare.lastYear.side !== "inside")
    .toSorted((a, b) => distanceOf(b) - distanceOf(a) || (a.code < b.code ? -1 : 1))
    .map((practice): Task => {
      const review = state.reviews.get(practice.code);
      const { distance } = practice.fairShare.lastYear ?? { distance: 0 };
      const side = `${percent(Math.abs(distance), { decimals: 1 })} ${distance > 0 ? "above" : "below"} its fair share`;
      const waiting = `asked for on ${dayText(since)}, ${age(since, today)}`;
      const hint = review === undefined ? waiting : `reviewed ${dayText(review.reviewedOn)}`;
      return {
        key: practice.code,
        title: practice.name,
        href: mayReview ? reviewPath(practice.code, frame.year) : practicePath(practice.code, frame.year),
        hint: `${side}, ${hint}`,
        ...reviewStatus(practice, review !== undefined, state),
      };
    });
}

function distanceOf({ fairShare }: PracticeBudget): number {
  return Math.abs(fairShare.lastYear?.distance ?? 0);
}

function reviewStatus(
  { fairShare, movement }: PracticeBudget,
  isReviewed: boolean,
  { policy }: BudgetState,
): Pick<Task, "status" | "attention"> {
  if (!isReviewed) return { status: "Review needed", attention: true };
  if (policy === undefined) return { status: "Waits for a policy", attention: true };
  if (fairShare.state === "review-needed" || fairShare.state === "policy-missing")
    return { status: "Waits for the next draft" };
  return {
    status: movement === 0 ? "Reviewed, nothing moves" : `Reviewed, ${pounds(movement, { change: true })} moves`,
  };
}

/** Since when reviews are asked for: last year's budgets were first tested by the year's first draft, or first version. */
function firstAsked({ status }: ChosenRun, { drafts, issued }: BudgetState, seesDrafts: boolean): Day {
  const [first] = seesDrafts ? [...drafts.values()] : issued;
  return first?.on ?? (status.kind === "draft" ? status.draft.madeOn : status.version.issuedOn);
}

function age(since: Day, today: Day): string {
  let days = 0;
  while (days < 400 && daysLater(since, days) < today) days += 1;
  if (days === 400) return "more than a year ago";
  return days === 0 ? "today" : `${many(days, "day")} ago`;
}

/** The way from an envelope to issued budgets, each step with how far it has come. */
function steps(frame: Frame, state: BudgetState): readonly Task[] {
  const { key, year } = frame;
  const at = (below: string) => pctPath(key.pct, year, below);
  const { envelope, policy, drafts, issued } = state;
  const current = [...drafts.values()].filter(
    ({ id, basis }) => !issued.some((version) => version.draft === id) && isSame(basis, state.revisions),
  );
  const draft = current.at(-1);
  return [
    {
      key: "envelope",
      title: "State the envelope",
      href: at("envelope"),
      ...(envelope === undefined
        ? { status: "To do", attention: true }
        : { status: `Stated, ${many(envelope.lines.length, "line")}` }),
    },
    {
      key: "policy",
      title: "Set the policy on fair shares",
      href: at("policy"),
      hint: "Agreed with the LMC and the PEC; without it nothing moves.",
      ...(policy === undefined ? { status: "Not set" } : { status: `Set ${dayText(policy.setOn)}` }),
    },
    {
      key: "draft",
      title: "Make a draft",
      ...(envelope !== undefined && { href: at("draft") }),
      status: draft === undefined ? `${many(drafts.size, "draft")}, none waits` : `Draft ${draft.id} is up to date`,
    },
    {
      key: "issue",
      title: "Check and issue",
      ...(draft !== undefined && { href: at(`issue/${encodeURIComponent(draft.id)}`) }),
      ...(draft === undefined
        ? { status: issued.length === 0 ? "Cannot start yet" : `Version ${issued.length} is in force` }
        : { status: "Waits for you", attention: true }),
    },
  ];
}

function actions({ key, year }: Frame, { issued, movements }: BudgetState): readonly Link[] {
  if (issued.length === 0) return [];
  return [
    { text: `Ledger of the year, ${many(movements.length, "movement")}`, href: pctPath(key.pct, year, "ledger") },
    { text: "Record a movement", href: pctPath(key.pct, year, "move") },
  ];
}
