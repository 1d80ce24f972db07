import { refuse } from "#kernel/decision.ts";
import type { HeldPost } from "../rules/post.ts";
import type { NoticeKind, PersonEvent } from "../rules/record/person-events.ts";
import type { PersonState } from "../rules/record/person-state.ts";
import { type Circumstances, type PersonDecision, unless, when } from "./command.ts";

/** What the other administrators over a post's place are told. Source: settled ¶people-5. */
export function told(
  about: NoticeKind,
  { id: post, organisation }: Pick<HeldPost, "id" | "organisation">,
  { notice, actor: by }: Circumstances,
): readonly PersonEvent[] {
  return [{ type: "administrators-told", data: { id: `${notice}-${post}`, about, organisation, post, by } }];
}

/** Acknowledges a notice: another administrator than who did it and whom it is about. Source: settled ¶people-5. */
export function acknowledge(
  { notices }: PersonState,
  { notice }: { readonly notice: string },
  { actor, person }: Circumstances,
): PersonDecision {
  const found = notices.get(notice);
  if (found === undefined) return refuse("notice-unknown");
  const isOwn = found.by === actor || person === actor;
  return unless(when(isOwn, "own-doing"), [{ type: "notice-acknowledged", data: { notice } }]);
}
