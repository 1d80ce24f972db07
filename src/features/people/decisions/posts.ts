import { accept, refuse } from "#kernel/decision.ts";
import { daysLater } from "#kernel/period.ts";
import { hasOther, leavesNone } from "../rules/administrators.ts";
import { type HeldPost, postsOn, type Span, spanOf } from "../rules/post.ts";
import type { NoticeKind, PersonEvent } from "../rules/record/person-events.ts";
import { heldOn, type PersonState } from "../rules/record/person-state.ts";
import { type AskedPost, overlapProblems, postOf, postProblems, spanProblems } from "../rules/record/post-check.ts";
import { type ChangeDates, type Circumstances, type PersonDecision, type Problems, unless, when } from "./command.ts";
import { told } from "./notices.ts";

/** Gives a post; what somebody gives themselves is asked for instead. Source: settled ¶people-3 to ¶people-5. */
export function givePost(state: PersonState, asked: AskedPost, around: Circumstances): PersonDecision {
  if (state.standing !== "active" && state.standing !== "invited") return refuse("not-in-service");
  const problems: Problems = postProblems(asked, state.posts.values(), around.today);
  if (problems.length > 0) return unless(problems, []);
  const post = postOf(asked);
  if (around.actor === around.person) {
    const change = { kind: "post", id: asked.id, post } as const;
    const events: readonly PersonEvent[] = [{ type: "change-asked", data: { change } }];
    return unless(unconfirmable(asked.over, around), [...events, ...told("post-asked", post, around)]);
  }
  const about = post.role === "administrator" ? "administrator-given" : "post-given";
  const given: PersonEvent = { type: "post-given", data: { post } };
  return accept(given, ...toldIfAdministrator(state, about, post, around));
}

/** Changes the days of a post that is not over; one's own are asked for instead. Source: settled ¶people-2, ¶people-4. */
export function changeDates(state: PersonState, command: ChangeDates, around: Circumstances): PersonDecision {
  const post = state.posts.get(command.post);
  if (post === undefined || isOver(post, around)) return refuse("post-unknown");
  const span = spanOf(command.from, command.until);
  const others = [...state.posts.values()].filter(({ id }) => id !== post.id);
  const problems: Problems = [
    ...spanProblems(span, around.today),
    ...overlapProblems(post, span, others),
    ...lastProblems(state, post, span, around),
  ];
  if (around.actor === around.person) {
    const change = { kind: "dates", id: command.change, post: post.id, ...span } as const;
    const events: readonly PersonEvent[] = [{ type: "change-asked", data: { change } }];
    const all = [...problems, ...unconfirmable(command.over, around)];
    return unless(all, [...events, ...told("dates-asked", post, around)]);
  }
  const changed: PersonEvent = { type: "post-dates-changed", data: { post: post.id, ...span } };
  return unless(problems, [changed, ...toldIfAdministrator(state, "dates-changed", post, around)]);
}

/** Ends a post after a day, at once where that is yesterday. Source: settled ¶people-2, ¶people-6. */
export function endPost(
  state: PersonState,
  { post: id, last }: { readonly post: string; readonly last: PersonEventDay },
  around: Circumstances,
): PersonDecision {
  const post = state.posts.get(id);
  if (post === undefined || isOver(post, around)) return refuse("post-unknown");
  const yesterday = daysLater(around.today, -1);
  const problems: Problems = [
    ...when(last < yesterday, "last-day-early", { last, yesterday }),
    ...when(post.until !== undefined && last >= post.until, "last-day-late", { last, until: post.until ?? "" }),
    ...lastProblems(state, post, { from: post.from, until: last }, around),
  ];
  const ended: PersonEvent = { type: "post-ended", data: { post: id, last } };
  return unless(problems, [ended, ...toldIfAdministrator(state, "post-ended", post, around)]);
}

/** Ends everything at once; what was done stays on record. Source: settled ¶people-6, ¶people-8. */
export function leave(state: PersonState, around: Circumstances): PersonDecision {
  if (state.standing !== "active") return refuse("not-in-service");
  const administering = [...state.posts.values()].filter(
    (post) => post.role === "administrator" && !isOver(post, around),
  );
  const last = administering.flatMap((post) => leavingProblems(post, around));
  const left: PersonEvent = { type: "person-left", data: { on: around.today } };
  return unless(last, [left, ...administering.flatMap((post) => told("left", post, around))]);
}

type PersonEventDay = Circumstances["today"];

function isOver({ until }: HeldPost, { today }: Circumstances): boolean {
  return until !== undefined && until < today;
}

/** Whether anybody could confirm what somebody asks for themselves. Source: settled ¶people-4. */
function unconfirmable(over: readonly string[], { administrators, person, today }: Circumstances): Problems {
  const isThere = hasOther(administrators, person, over, today);
  return when(!isThere, "no-other-administrator", { organisation: over[0] ?? "" });
}

/** Whether a change would leave a place without an administrator; who is not in yet leaves none. */
export function lastProblems(state: PersonState, post: HeldPost, next: Span, around: Circumstances): Problems {
  if (state.standing !== "active") return [];
  const others = [...state.posts.values()].filter(({ id }) => id !== post.id);
  const { person, administrators, today } = around;
  const isLast = leavesNone({ post, next, others, person, administrators, today });
  return when(isLast, "last-administrator", { organisation: post.organisation });
}

function leavingProblems(post: HeldPost, { person, administrators, today }: Circumstances): Problems {
  const isLast = leavesNone({ post, next: undefined, others: [], person, administrators, today });
  return when(isLast, "last-administrator", { organisation: post.organisation });
}

/** Every change to the posts of an administrator is told, and that somebody becomes one. Source: settled ¶people-5. */
export function toldIfAdministrator(
  state: PersonState,
  about: NoticeKind,
  post: HeldPost,
  around: Circumstances,
): readonly PersonEvent[] {
  const held = state.standing === "active" ? heldOn(state, around.today) : postsOn(state.posts.values(), around.today);
  const concerns = [post, ...held].some(({ role }) => role === "administrator");
  return concerns ? told(about, post, around) : [];
}
