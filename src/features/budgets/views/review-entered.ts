import type { Problem, Problems } from "#platform/web/outcome.ts";
import { readDay, readPounds, readRatio, textOf } from "#platform/web/words/entered.ts";
import type { ReviewOutcome } from "../rules/fair-share-record.ts";
import type { ReviewMeasure, ReviewRecorded } from "../rules/record/budget-events.ts";
import { REVIEW_ROLES } from "../rules/record/review-check.ts";
import { OUTCOME_WORDS } from "./words.ts";

/** A form on a utilisation review as it was filled in, by field. */
export type ReviewEntered = Readonly<Record<string, string>>;

export const MEASURE_KINDS = ["prevalence", "use"] as const;
/** How many measures of a kind the form has room for. */
export const MEASURES = 3;

/** The field of a measure: its name, the practice's figure, its peers'. */
export function measureField(
  kind: ReviewMeasure["kind"],
  number: number,
  part: "measure" | "practice" | "peers",
): string {
  return `${kind}-${number}-${part}`;
}

/** The box for a role that spoke. */
export function spokeField(role: string): string {
  return `spoke-${role.toLowerCase().replaceAll(" ", "-")}`;
}

/** The review that a form describes, or what has to be put right in it. */
export function askedReview(practice: string, entered: ReviewEntered): ReviewRecorded | Problems {
  const [day, outcome, shift] = [textOf(entered, "reviewedOn"), textOf(entered, "outcome"), textOf(entered, "shift")];
  const [reviewedOn, decidedShift] = [readDay(day), shift === "" ? 0 : readPounds(shift)];
  const measures = MEASURE_KINDS.flatMap((kind) => numbers().map((number) => measureIn(kind, number, entered)));
  const [first, ...others] = [
    ...(reviewedOn ? [] : [{ field: "reviewedOn", message: "Enter the day of the review, like 21/4/2008" }]),
    ...measures.filter(isProblem),
    ...(isOutcome(outcome) ? [] : [{ field: "outcome", message: "Choose what the review came to" }]),
    ...(decidedShift === undefined ? [{ field: "shift", message: "Enter an amount in pounds, like 12,500 or 0" }] : []),
  ];
  if (first !== undefined || reviewedOn === undefined || decidedShift === undefined || !isOutcome(outcome)) {
    return { problems: [first ?? { message: "Fill in the form" }, ...others] };
  }
  return {
    practice,
    reviewedOn,
    outcome,
    decidedShift,
    measures: measures.filter((each): each is ReviewMeasure => each !== undefined && !isProblem(each)),
    spoke: [...REVIEW_ROLES.practice, ...REVIEW_ROLES.pct].filter((role) => entered[spokeField(role)] === "yes"),
  };
}

/** Whether a text names what a review can come to. */
export function isOutcome(text: string): text is ReviewOutcome {
  return Object.hasOwn(OUTCOME_WORDS, text);
}

function isProblem(each: ReviewMeasure | Problem | undefined): each is Problem {
  return each !== undefined && "message" in each;
}

function numbers(): readonly number[] {
  return Array.from({ length: MEASURES }, (_, index) => index + 1);
}

/** A measure of the form; nothing where its row is empty. */
function measureIn(
  kind: ReviewMeasure["kind"],
  number: number,
  entered: ReviewEntered,
): ReviewMeasure | Problem | undefined {
  const [measure, own, others] = (["measure", "practice", "peers"] as const).map((part) =>
    textOf(entered, measureField(kind, number, part)),
  );
  if (measure === "" && own === "" && others === "") return undefined;
  const [practice, peers] = [readRatio(own ?? ""), readRatio(others ?? "")];
  if (measure === undefined || measure === "") {
    return { field: measureField(kind, number, "measure"), message: "Say what is compared" };
  }
  if (practice === undefined) {
    return { field: measureField(kind, number, "practice"), message: `Enter the practice's figure for ${measure}` };
  }
  if (peers === undefined) {
    return { field: measureField(kind, number, "peers"), message: `Enter the peers' figure for ${measure}` };
  }
  return { kind, measure, practice, peers };
}
