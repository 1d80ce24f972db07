import { NotAllowed } from "./errors.ts";
import type { Person, Post, Subject } from "./person.ts";
import type { Verdict } from "./verdict.ts";

/** The one permission that needs no grant: what everybody may open, such as the page on which to say who one is. */
export const ANYONE = "anyone";
export type Anyone = typeof ANYONE;

/**
 * One permission for one role, and how far it goes from the organisation of the post: to it and all below it, also to
 * its peers, or anywhere. The rule says in one sentence why, and is shown to whoever asks.
 */
export interface Grant<Permission extends string = string> {
  readonly permission: Permission;
  readonly role: string;
  readonly reach: "within" | "peers" | "anywhere";
  readonly rule: string;
}

/** The organisations to which a permission reaches, with all below each; or everywhere. */
export type Reach = "everywhere" | readonly string[];

/** Says who may do what, in one place; what no grant allows is refused. */
export interface Access<Permission extends string = string> {
  /** The closed list of permissions, in the order of the grants. */
  readonly permissions: readonly Permission[];
  may(person: Person, permission: Permission | Anyone, subject?: Subject): Verdict;
  /** Throws NotAllowed where `may` says no. */
  demand(person: Person, permission: Permission | Anyone, subject?: Subject): void;
  /** For filtering a list in its query. The peers of an organisation count only where the caller can name them. */
  reach(person: Person, permission: Permission, peersOf?: (organisation: string) => readonly string[]): Reach;
  heldBy(permission: Permission): readonly string[];
}

/** Access by the grants that features contribute; throws where one has no rule, since nobody could be told why. */
export function createAccess<const Permission extends string>(
  grants: readonly Grant<Permission>[],
): Access<Permission> {
  for (const grant of grants) {
    if (grant.rule.trim() === "") throw new Error(`The grant of ${grant.permission} to ${grant.role} has no rule`);
  }
  const permissions = [...new Set(grants.map(({ permission }) => permission))];
  const of = (permission: string) => grants.filter((grant) => grant.permission === permission);
  const heldBy = (permission: string) => [...new Set(of(permission).map(({ role }) => role))];
  const may: Access<Permission>["may"] = (person, permission, subject) => {
    if (permission === ANYONE) return { allowed: true, permission, rule: "Anyone may.", heldBy: [] };
    const found = of(permission).find((grant) => person.posts.some((post) => covers(grant, post, subject)));
    const rule = found?.rule ?? refusal(permission, person, subject);
    return { allowed: found !== undefined, permission, rule, heldBy: heldBy(permission) };
  };
  return {
    permissions,
    heldBy,
    may,
    demand: (person, permission, subject) => {
      const verdict = may(person, permission, subject);
      if (!verdict.allowed) throw new NotAllowed(verdict);
    },
    reach: (person, permission, peersOf = () => []) => reachOf(of(permission), person, peersOf),
  };
}

function covers(grant: Grant, post: Post, subject: Subject | undefined): boolean {
  if (grant.role !== post.role) return false;
  if (grant.reach === "anywhere") return true;
  if (subject === undefined) return false;
  if (subject.organisation === post.organisation || subject.within.includes(post.organisation)) return true;
  return grant.reach === "peers" && (subject.peers?.includes(post.organisation) ?? false);
}

function reachOf(
  grants: readonly Grant[],
  person: Person,
  peersOf: (organisation: string) => readonly string[],
): Reach {
  const held = person.posts.flatMap((post) =>
    grants.filter(({ role }) => role === post.role).map(({ reach }) => ({ reach, organisation: post.organisation })),
  );
  if (held.some(({ reach }) => reach === "anywhere")) return "everywhere";
  const organisations = held.flatMap(({ reach, organisation }) =>
    reach === "peers" ? [organisation, ...peersOf(organisation)] : [organisation],
  );
  return [...new Set(organisations)].toSorted();
}

function refusal(permission: string, person: Person, subject: Subject | undefined): string {
  const about = subject === undefined ? "" : ` for ${subject.organisation}`;
  const posts = person.posts.map(({ role, organisation }) => `${role} at ${organisation}`).join(", ");
  return `No rule allows “${permission}”${about} to ${posts === "" ? "somebody without a post" : posts}.`;
}
