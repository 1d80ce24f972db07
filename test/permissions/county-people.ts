import type { Setting } from "#app/setting.ts";
import { COMMITTEE_ROLES, PCT_ROLES, PRACTICE_ROLES, ROLES, type Role } from "#features/people/index.ts";

/** A place with all that may be asked about it: in Fenmere North, where everybody's post is, or elsewhere. */
export interface Target {
  readonly practice: string;
  readonly group: string;
  readonly pct: string;
  readonly region: string;
}

/** Whose affairs are asked about: one's own place, another place of the same PCT, and the other PCT's. */
export const TARGETS = {
  own: { practice: "X81003", group: "5ZN01", pct: "5ZN", region: "QZ1" },
  peer: { practice: "X81008", group: "5ZN02", pct: "5ZN", region: "QZ1" },
  other: { practice: "X82001", group: "5ZS01", pct: "5ZS", region: "QZ1" },
} as const satisfies Readonly<Record<string, Target>>;

export type TargetName = keyof typeof TARGETS;

/** Where each role is held. */
export const HOMES: Readonly<Record<Role, string>> = {
  ...everywhereAt(PRACTICE_ROLES, TARGETS.own.practice),
  ...everywhereAt(PCT_ROLES, TARGETS.own.pct),
  ...everywhereAt(COMMITTEE_ROLES, TARGETS.own.pct),
  "locality chair": TARGETS.own.group,
  LMC: TARGETS.own.pct,
  "lay member": TARGETS.own.pct,
  region: TARGETS.own.region,
  "survey body": TARGETS.own.region,
  provider: "RZ1",
  administrator: TARGETS.own.pct,
  public: "",
  operator: "",
};

function everywhereAt<R extends Role>(roles: readonly R[], home: string) {
  return Object.fromEntries(roles.map((role) => [role, home])) as { readonly [each in R]: string };
}

/** One invented person for each role. */
export const EVERY_ROLE: Setting["people"] = ROLES.map(personIn);

export function personIn(role: Role): Setting["people"][number] {
  return {
    id: idOf(role),
    name: `Somebody who is ${role}`,
    sees: "What the matrix says.",
    begins: "/",
    posts: [{ role, organisation: HOMES[role] }],
  };
}

export function idOf(role: Role): string {
  return `every-${role.toLowerCase().replaceAll(" ", "-")}`;
}
