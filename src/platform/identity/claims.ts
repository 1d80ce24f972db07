import type { Post } from "../access/person.ts";
import type { IssuerClaims } from "./issuers.ts";

/** What an issuer says of somebody, after its signature and all else of the token was checked. */
export type Claims = Readonly<Record<string, unknown>>;

/** Somebody as an issuer's claims describe them. */
export interface Claimed {
  readonly name: string;
  readonly email: string;
  /** The posts that the claims give; nothing where the issuer is not asked for roles. */
  readonly posts: readonly Post[] | undefined;
}

/** Whether everything holds of an ID token that the configuration requires. */
export function fulfils(token: Claims, { requires }: Pick<IssuerClaims, "requires">): boolean {
  return requires.every(({ claim, equals }) => valuesOf(token[claim]).includes(equals));
}

/** Reads claims as the configuration maps them. */
export function claimedBy(all: Claims, mapping: IssuerClaims): Claimed {
  const [name = ""] = valuesOf(all[mapping.name]);
  const [email = ""] = valuesOf(all[mapping.email]);
  return { name, email, posts: mapping.roles.length === 0 ? undefined : postsOf(all, mapping) };
}

/** Where one role of several was chosen, only the chosen one counts: the others are not held in this sign-in. */
function postsOf(all: Claims, { selected, roles }: IssuerClaims): readonly Post[] {
  const entry = selected === undefined ? all : chosenEntry(all, selected);
  if (entry === undefined) return [];
  const posts = roles.flatMap(({ claim, equals, role, organisation }) => {
    if (!valuesOf(entry[claim]).includes(equals)) return [];
    const codes = "fixed" in organisation ? [organisation.fixed] : valuesOf(entry[organisation.claim]);
    return codes.map((code): Post => ({ role, organisation: code }));
  });
  return [...new Map(posts.map((post) => [`${post.role}\n${post.organisation}`, post])).values()];
}

function chosenEntry(all: Claims, { claim, among, by }: NonNullable<IssuerClaims["selected"]>): Claims | undefined {
  const [chosen] = valuesOf(all[claim]);
  const entries: readonly unknown[] = Array.isArray(all[among]) ? all[among] : [];
  const fitting = entries.filter(isClaims).filter((entry) => valuesOf(entry[by]).includes(chosen ?? ""));
  return chosen === undefined || fitting.length !== 1 ? undefined : fitting[0];
}

function isClaims(value: unknown): value is Claims {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The values of a claim as texts, one or many; nothing that is no text. */
function valuesOf(value: unknown): readonly string[] {
  return [value].flat().filter((each): each is string => typeof each === "string" && each !== "");
}
