import type { Refusal } from "#kernel/decision.ts";
import type { Day } from "#kernel/period.ts";
import { type HeldPost, overlap, type Span, spanOf } from "../post.ts";
import { isRole, type PlaceKind, ROLE_WORDS } from "../role-words.ts";

/** A post as somebody asks for it, with what the directory says of the organisation on the day. */
export interface AskedPost {
  readonly id: string;
  readonly role: string;
  readonly organisation: string;
  /** Nothing where the directory has no such organisation, or it is closed. */
  readonly kind?: PlaceKind;
  /** The organisation and all above it: whoever administers one of these administers the post. */
  readonly over: readonly string[];
  readonly from: Day;
  readonly until?: Day;
}

export type PostRefusal =
  | "role-unknown"
  | "role-not-given"
  | "organisation-unknown"
  | "role-elsewhere"
  | "dates-backwards"
  | "post-over"
  | "post-overlaps";

type Problem = Refusal<PostRefusal>;

/** Why a post cannot be given beside those held. Source: settled ¶people-2; 003 ¶2.1.2-1, ¶2.1.4-1, ¶2.2.2-5. */
export function postProblems(post: AskedPost, held: Iterable<HeldPost>, today: Day): readonly Problem[] {
  const span = spanOf(post.from, post.until);
  return [...roleProblems(post), ...spanProblems(span, today), ...overlapProblems(post, span, held)];
}

/** The post as it is recorded; only for one that has no problems. Source: settled ¶people-2. */
export function postOf({ id, role, organisation, from, until }: AskedPost): HeldPost {
  if (!isRole(role)) throw new RangeError(`${role} is no role, which the check of the post should have found`);
  return { id, role, organisation, ...spanOf(from, until) };
}

function roleProblems({ role, organisation, kind }: AskedPost): readonly Problem[] {
  if (!isRole(role)) return [{ code: "role-unknown", facts: { role } }];
  const { at } = ROLE_WORDS[role];
  if (at.length === 0) return [{ code: "role-not-given", facts: { role } }];
  if (kind === undefined) return [{ code: "organisation-unknown", facts: { organisation } }];
  return at.includes(kind) ? [] : [{ code: "role-elsewhere", facts: { role, organisation } }];
}

/** Why a post cannot have these days. Source: settled ¶people-2. */
export function spanProblems({ from, until }: Span, today: Day): readonly Problem[] {
  if (until === undefined) return [];
  if (until < from) return [{ code: "dates-backwards", facts: { from, until } }];
  return until < today ? [{ code: "post-over", facts: { until } }] : [];
}

/** The same role at the same organisation is held once at a time. Source: settled ¶people-2. */
export function overlapProblems(
  { id, role, organisation }: Pick<AskedPost, "id" | "role" | "organisation">,
  span: Span,
  held: Iterable<HeldPost>,
): readonly Problem[] {
  const clash = [...held].find(
    (each) => each.id !== id && each.role === role && each.organisation === organisation && overlap(each, span),
  );
  return clash === undefined ? [] : [{ code: "post-overlaps", facts: { role, organisation, since: clash.from } }];
}
