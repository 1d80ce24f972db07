import { refuse } from "#kernel/decision.ts";
import type { HeldPost } from "../rules/post.ts";
import { spanOf } from "../rules/post.ts";
import type { AskedChange } from "../rules/record/person-events.ts";
import type { PersonState } from "../rules/record/person-state.ts";
import { overlapProblems, spanProblems } from "../rules/record/post-check.ts";
import { type Circumstances, type PersonDecision, type Problems, unless, when } from "./command.ts";
import { told } from "./notices.ts";
import { lastProblems } from "./posts.ts";

/** Confirms what an administrator asked for themselves: never who asked. Source: settled ¶people-4, ¶people-5. */
export function confirmChange(
  state: PersonState,
  { change: id }: { readonly change: string },
  around: Circumstances,
): PersonDecision {
  const change = state.asked.get(id);
  const post = change && postOfChange(state, change);
  if (change === undefined || post === undefined) return refuse("change-unknown");
  const problems: Problems = [
    ...when(around.actor === around.person, "own-doing"),
    ...changeProblems(state, change, post, around),
  ];
  return unless(problems, [{ type: "change-confirmed", data: { change } }, ...told("change-confirmed", post, around)]);
}

/** Refuses what was asked; who asked may take it back so. Source: settled ¶people-4. */
export function refuseChange(state: PersonState, { change: id }: { readonly change: string }): PersonDecision {
  const change = state.asked.get(id);
  return change === undefined ? refuse("change-unknown") : unless([], [{ type: "change-refused", data: { change } }]);
}

function postOfChange({ posts }: PersonState, change: AskedChange): HeldPost | undefined {
  return change.kind === "post" ? change.post : posts.get(change.post);
}

/** What has happened since it was asked may stand in its way. */
function changeProblems(state: PersonState, change: AskedChange, post: HeldPost, around: Circumstances): Problems {
  const span = change.kind === "post" ? spanOf(post.from, post.until) : spanOf(change.from, change.until);
  return [
    ...spanProblems(span, around.today),
    ...overlapProblems(post, span, state.posts.values()),
    ...(change.kind === "dates" ? lastProblems(state, post, span, around) : []),
  ];
}
