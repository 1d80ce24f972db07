import { NotAllowed } from "./errors.ts";
import type { Bar, Person, Post, Subject } from "./person.ts";
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

/** One permission for several roles, with the same reach and for the same reason. */
export function grantAll<const Permission extends string>(
  permission: Permission,
  roles: readonly string[],
  reach: Grant["reach"],
  rule: string,
): readonly Grant<Permission>[] {
  return roles.map((role) => ({ permission, role, reach, rule }));
}

/** The organisations to which a permission reaches, with all below each, or everywhere; less those one is barred from. */
export interface Reach {
  readonly of: "everywhere" | readonly string[];
  readonly except: readonly string[];
}

/** Says who may do what, in one place; what no grant allows is refused, and what a bar forbids is too. */
export interface Access<Permission extends string = string> {
  readonly grants: readonly Grant<Permission>[];
  /** The closed list of permissions, in the order of the grants. */
  readonly permissions: readonly Permission[];
  may(person: Person, permission: Permission | Anyone, subject?: Subject): Verdict;
  /** The verdict, where it is yes; throws NotAllowed where `may` says no. */
  demand(person: Person, permission: Permission | Anyone, subject?: Subject): Verdict;
  /** For filtering a list in its query. The peers of an organisation count only where the caller can name them. */
  reach(person: Person, permission: Permission, peersOf?: (organisation: string) => readonly string[]): Reach;
  /** Whether a permission is held for anything at all, as navigation asks. */
  holds(person: Person, permission: Permission): boolean;
  heldBy(permission: Permission): readonly string[];
}

/**
 * Access by the grants that features contribute; throws where one has no rule, since nobody could be told why. What a
 * role that everyone holds may do, may be done by whoever else, in a post or in none.
 */
export function createAccess<const Permission extends string>(
  grants: readonly Grant<Permission>[],
  everyone?: string,
): Access<Permission> {
  const common = everyone === undefined ? [] : [{ role: everyone, organisation: "" }];
  const inPosts = (person: Person): Person => ({ ...person, posts: [...person.posts, ...common] });
  for (const grant of grants) {
    if (grant.rule.trim() === "") throw new Error(`The grant of ${grant.permission} to ${grant.role} has no rule`);
  }
  const permissions = [...new Set(grants.map(({ permission }) => permission))];
  const of = (permission: string) => grants.filter((grant) => grant.permission === permission);
  const heldBy = (permission: string) => [...new Set(of(permission).map(({ role }) => role))];
  const may: Access<Permission>["may"] = (person, permission, subject) => {
    if (permission === ANYONE) return { allowed: true, permission, rule: "Anyone may.", heldBy: [] };
    const bar = barOf(person, permission, subject);
    const given = bar ? undefined : givenBy(of(permission), inPosts(person), subject);
    const rule = bar?.rule ?? given?.grant.rule ?? refusal(permission, person, subject);
    return {
      ...{ allowed: given !== undefined, permission, rule, heldBy: heldBy(permission) },
      ...(given && { post: given.post }),
    };
  };
  return {
    grants,
    permissions,
    heldBy,
    may,
    demand: (person, permission, subject) => {
      const verdict = may(person, permission, subject);
      if (!verdict.allowed) throw new NotAllowed(verdict);
      return verdict;
    },
    reach: (person, permission, peersOf = () => []) => ({
      of: reachOf(of(permission), inPosts(person), peersOf),
      except: barsOn(person, permission).map(({ organisation }) => organisation),
    }),
    holds: (person, permission) => {
      const roles = inPosts(person).posts.map(({ role }) => role);
      return of(permission).some(({ role }) => roles.includes(role));
    },
  };
}

function barsOn({ bars = [] }: Person, permission: string): readonly Bar[] {
  return bars.filter(({ permissions }) => permissions.includes(permission));
}

/** A bar holds for the organisation itself and for what lies below it. */
function barOf(person: Person, permission: string, subject: Subject | undefined): Bar | undefined {
  const places = subject === undefined ? [] : [subject.organisation, ...subject.within];
  return barsOn(person, permission).find(({ organisation }) => places.includes(organisation));
}

function givenBy(grants: readonly Grant[], person: Person, subject: Subject | undefined) {
  for (const grant of grants) {
    const post = person.posts.find((each) => covers(grant, each, subject));
    if (post !== undefined) return { grant, post };
  }
  return undefined;
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
): Reach["of"] {
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
