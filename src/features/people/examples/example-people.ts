import { day } from "#kernel/period.ts";
import type { Circumstances } from "../decisions/command.ts";
import { decide, type PersonCommand } from "../decisions.ts";
import { evolve, NOBODY, type PersonState } from "../rules/record/person-state.ts";
import type { AskedPost } from "../rules/record/post-check.ts";

export const TODAY = day("2008-05-06");
export const LAPSES = "2008-05-20T09:00:00.000Z";

/** A post as somebody asks for it at the PCT 5QX of the region Q99, unless another is stated. */
export function askedPost(more: Partial<AskedPost> = {}): AskedPost {
  const place = { organisation: "5QX", kind: "pct", over: ["5QX", "Q99"] } as const;
  return { id: "p1", role: "PCT finance", ...place, from: day("2008-04-01"), ...more };
}

/** What surrounds a command of Ann's about Bob, unless others are stated. */
export function around(more: Partial<Circumstances> = {}): Circumstances {
  return {
    ...{ person: "bob", actor: "ann", at: "2008-05-06T09:00:00.000Z", today: TODAY, notice: "n1" },
    ...{ administrators: [], isEmailTaken: false },
    ...more,
  };
}

/** The command that invites somebody to posts. */
export function inviting(...posts: readonly AskedPost[]): Extract<PersonCommand, { readonly kind: "invite" }> {
  const open = { tokenHash: "hash-1", lapsesAt: LAPSES };
  return { kind: "invite", name: "name-hash", email: "email-hash", posts, open };
}

/** The state after commands that are all accepted; throws where one is refused. */
export function following(
  state: PersonState,
  commands: readonly PersonCommand[],
  circumstances = around(),
): PersonState {
  return commands.reduce((now, command) => {
    const decision = decide(now, command, circumstances);
    if ("refused" in decision) throw new Error(JSON.stringify(decision.refused));
    return decision.events.reduce(evolve, now);
  }, state);
}

/** Somebody who accepted an invitation to posts. */
export function member(...posts: readonly AskedPost[]): PersonState {
  return following(NOBODY, [inviting(...posts), { kind: "accept-invitation", tokenHash: "hash-1" }]);
}
