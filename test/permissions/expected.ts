import { ROLES, type Role } from "#features/people/index.ts";
import { HOMES, TARGETS, type TargetName } from "./county-people.ts";
import type { Whose } from "./whose.ts";

type Scope = "own" | "below" | "peer" | "above" | "stranger";

/** The reviewed matrix, as answers. */
export interface Matrix {
  /** Whether a role may do something at a place of one of the targets, or in nobody's affairs in particular. */
  allows(role: Role, permission: string, whose: Whose, target: TargetName): boolean;
}

/** Reads the matrix that was reviewed. */
export function readMatrix(text: string): Matrix {
  const [head = "", ...lines] = text.trimEnd().split("\n");
  const roles = head.split(",").slice(1);
  const cells = new Map(
    lines.flatMap((line) => {
      const [permission, ...values] = line.split(",");
      return roles.map((role, at) => [`${permission} ${role}`, (values[at] ?? "").split(" ")] as const);
    }),
  );
  return {
    allows: (role, permission, whose, target) => {
      if (whose.absent) return false;
      const scopes = cells.get(`${permission} ${role}`) ?? [];
      if (permission === "anyone" || scopes.includes("anywhere")) return true;
      return scopes.includes(scopeIn(whose, HOMES[role], target));
    },
  };
}

/** The places of each target from the smallest to the widest. */
const LINES: readonly (readonly string[])[] = Object.values(TARGETS).map((target) => [
  ...[target.practice, target.group, target.pct, target.region],
]);

function scopeIn({ about, shared }: Whose, home: string, target: TargetName): Scope {
  if (about === "nobody") return "stranger";
  if (about === "oneself") return "own";
  return scopeOf(home, TARGETS[target][about], TARGETS[target].pct, shared === true);
}

/** Where a place stands to the place where somebody holds their post. */
function scopeOf(home: string, place: string, pct: string, isShared: boolean): Scope {
  if (home === place) return "own";
  const isUnder = (low: string, high: string) =>
    LINES.some((line) => line.includes(low) && line.indexOf(low) < line.indexOf(high));
  if (isUnder(place, home)) return "below";
  if (isUnder(home, place)) return isShared ? "peer" : "above";
  const isSameKind = sizeOf(home) === sizeOf(place);
  return isSameKind && pct === TARGETS.own.pct ? "peer" : "stranger";
}

function sizeOf(place: string): number {
  return Math.max(...LINES.map((line) => line.indexOf(place)));
}

/** Every role, and nobody: a visitor who is signed out may do what the public may. */
export const EVERYBODY: readonly { readonly role: Role; readonly isSignedIn: boolean }[] = [
  ...ROLES.map((role) => ({ role, isSignedIn: true })),
  { role: "public", isSignedIn: false },
];
