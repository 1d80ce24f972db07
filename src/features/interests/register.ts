import type { Directory } from "#features/organisations/index.ts";
import type { Role } from "#features/people/index.ts";
import type { DecidingRole, Rulebook } from "#features/rulebook/index.ts";
import type { Day } from "#kernel/period.ts";
import { confirmationDue, isPublished } from "./rules/confirmation.ts";
import type { Gift, Interest } from "./rules/interest.ts";
import type { Kept } from "./store.ts";
import { ERASED, REASON_WORDS } from "./views/words.ts";
import type { Holder, InterestsWiring } from "./wiring.ts";

/** A role as the rulebook names it. */
const ROLE_OF: { readonly [D in DecidingRole]: Role } = {
  "pct-director": "PCT director",
  "pct-finance": "PCT finance",
  "pct-information": "PCT information",
  "pct-public-health": "PCT public health",
  "pct-medicines": "PCT medicines",
  "committee-chair": "committee chair",
  "committee-member": "committee member",
  "locality-chair": "locality chair",
  "gp-lead": "GP lead",
  "practice-manager": "practice manager",
};

/** Somebody on a register: their name, and in which roles where. */
export interface Registered {
  readonly person: string;
  readonly name: string;
  readonly posts: readonly string[];
  /** What they confirmed last, and since when it is due again. */
  readonly confirmed?: { readonly on: Day; readonly nothing: boolean };
  readonly dueSince?: Day;
}

/** A declaration as it is read: its words, or why they are not there. */
export interface Entry<T> {
  readonly person: Registered;
  readonly declaration: T;
  readonly words: Readonly<Record<string, string>>;
}

/** The register of a place: of those whose declarations are published, or of the others. */
export interface Register {
  readonly people: readonly Registered[];
  readonly interests: readonly Entry<Interest>[];
  readonly gifts: readonly Entry<Gift>[];
}

export type Part = "published" | "others";

/** The rules of a place on declarations. */
export function rulesAt(rulebook: Rulebook, directory: Directory, place: string, on: Day) {
  const of = rulebook.placeOf(directory.within(place, on))?.id ?? "england";
  return {
    roles: rulebook
      .inForce(of, "interests.published-roles", on)
      .value.map((role) => ROLE_OF[role]) as readonly string[],
    confirmAfter: rulebook.inForce(of, "interests.confirmation-months", on).value,
    publishedAfter: rulebook.inForce(of, "interests.published-months-after", on).value,
  };
}

/** A place and every organisation that lies below it on a day. */
export function placesAt(directory: Directory, place: string, on: Day): readonly string[] {
  return [...directory.organisations.keys()].filter((code) => directory.within(code, on).includes(place));
}

/**
 * The register of a place on a day. What is published has redacted words taken out and says why; an e-mail address is in
 * neither part.
 */
export async function registerOf(wiring: InterestsWiring, place: string, on: Day, part: Part): Promise<Register> {
  const directory = await wiring.directory();
  const rules = rulesAt(wiring.rulebook, directory, place, on);
  const all = await wiring.peopleInPosts.holders(placesAt(directory, place, on), on);
  const isDeciding = ({ role }: Holder) => rules.roles.includes(role);
  const published = new Set(all.filter(isDeciding).map(({ person }) => person));
  const posts = part === "published" ? all.filter(isDeciding) : all.filter(({ person }) => !published.has(person));
  const ids = [...new Set(posts.map(({ person }) => person))];
  const [names, found] = await Promise.all([wiring.peopleInPosts.names(ids), wiring.interests.of(ids)]);
  const people = ids.map((person): Registered => {
    const confirmed = found.confirmed.get(person);
    const { since } = confirmationDue(confirmed?.on, rules.confirmAfter, on);
    return {
      ...{ person, name: names.get(person) ?? "Name erased" },
      posts: posts
        .filter((post) => post.person === person)
        .map(({ role, organisation }) => `${role}, ${directory.organisation(organisation).name}`),
      ...(confirmed && { confirmed }),
      ...(since && { dueSince: since }),
    };
  });
  const byId = new Map(people.map((each) => [each.person, each]));
  const shown = <T extends Interest | Gift>(kept: readonly Kept<T>[], over: (of: T) => Day | undefined) =>
    Promise.all(
      kept
        .filter(({ declaration }) => part === "others" || isPublished(over(declaration), rules.publishedAfter, on))
        .flatMap((each) => {
          const person = byId.get(each.person);
          return person === undefined ? [] : [entryOf(wiring, directory, person, each)];
        }),
    );
  return {
    people: people.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    interests: await shown(found.interests, ({ until }) => until),
    gifts: await shown(found.gifts, (gift) => gift.on),
  };
}

/** A declaration with its words looked up; a redacted one says why it is. */
export async function entryOf<T extends Interest | Gift>(
  { interests }: Pick<InterestsWiring, "interests">,
  directory: Directory,
  person: Registered,
  { declaration, redactions }: Kept<T>,
): Promise<Entry<T>> {
  const textOf = async (hash: string) => withoutAddresses((await interests.text(hash)) ?? ERASED);
  const words = "party" in declaration ? interestHashes(declaration) : giftHashes(declaration);
  const read = await Promise.all(
    Object.entries(words).map(async ([field, value]) => {
      const reason = redactions.get(field);
      if (reason !== undefined) return [field, `Redacted: ${REASON_WORDS[reason]}`] as const;
      if ("code" in value) return [field, `${directory.organisation(value.code).name} (${value.code})`] as const;
      return [field, await textOf(value.hash)] as const;
    }),
  );
  const hidden = redactions.get("pence");
  const amount = hidden === undefined ? [] : [["pence", `Redacted: ${REASON_WORDS[hidden]}`] as const];
  return { person, declaration, words: Object.fromEntries([...read, ...amount]) };
}

type Word = { readonly hash: string } | { readonly code: string };

function interestHashes({ party, what }: Interest): Readonly<Record<string, Word>> {
  return { party: party.kind === "organisation" ? { code: party.code } : { hash: party.name }, what: { hash: what } };
}

function giftHashes({ what, giver, why }: Gift): Readonly<Record<string, Word>> {
  return { what: { hash: what }, giver: { hash: giver }, why: { hash: why } };
}

function withoutAddresses(words: string): string {
  return words.replaceAll(/[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[^\s@<>(),;:]+/g, "(e-mail address left out)");
}
