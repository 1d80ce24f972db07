import { ROLES, type Role } from "./roles.ts";

/** The kinds of organisation at which a role can be held, as the directory names them. Source: settled ¶people-2. */
export type PlaceKind = "region" | "pct" | "locality" | "group" | "practice" | "provider";

interface RoleWords {
  /** What somebody in this role is, in a sentence. */
  readonly is: string;
  /** Where it can be held; nowhere for what somebody is without a post. */
  readonly at: readonly PlaceKind[];
}

/**
 * What each role is and where it is held.
 * Source: 003 ¶2.1.2-1 for named leads, ¶2.1.4-1, ¶2.2.2-5 and ¶2.2.2-7 for the committee's seats, ¶2.2.2-10 for the
 * region; 001 ¶network-3 for who is in the directory; settled ¶people-3, ¶people-10.
 */
export const ROLE_WORDS: { readonly [R in Role]: RoleWords } = {
  "practice manager": { is: "Runs a practice and answers for its budget day by day.", at: ["practice"] },
  "GP lead": {
    is: "A general practitioner who leads commissioning in a practice or for a group.",
    at: ["practice", "group"],
  },
  "locality chair": { is: "Chairs a group or a locality and speaks for its practices.", at: ["group", "locality"] },
  "PCT finance": { is: "An officer who keeps the PCT's budgets.", at: ["pct"] },
  "PCT information": { is: "An officer who supplies activity and impact reports.", at: ["pct"] },
  "PCT public health": { is: "An officer who assesses need and what care achieves.", at: ["pct"] },
  "PCT medicines": { is: "An officer who manages medicines and prescribing.", at: ["pct"] },
  "PCT named support lead": {
    is: "Named by a director to support a group or locality in one subject, with time set aside for it.",
    at: ["pct", "locality", "group"],
  },
  "PCT director": { is: "A director of the PCT, who names leads and answers for their work.", at: ["pct"] },
  "committee chair": { is: "The non-executive director who chairs the governance committee.", at: ["pct"] },
  "committee member": {
    is: "A member of the governance committee, from the Board or the PEC, with a vote.",
    at: ["pct"],
  },
  "committee invited member": { is: "Invited to sit with the governance committee, without a vote.", at: ["pct"] },
  LMC: { is: "Speaks for the local medical committee.", at: ["pct"] },
  "lay member": { is: "Speaks for patients and the public.", at: ["pct", "locality", "group"] },
  region: { is: "Works for the region, which reviews its PCTs and arbitrates.", at: ["region"] },
  "survey body": { is: "Surveys practices independently of the PCTs.", at: ["region"] },
  provider: { is: "Works for an organisation that provides care.", at: ["provider"] },
  administrator: { is: "Invites people and gives posts at a place and all places within.", at: ["pct", "region"] },
  public: { is: "Anybody who has not signed in.", at: [] },
  operator: { is: "Whoever runs the command line on the machine that holds the data.", at: [] },
};

const KIND_WORDS: { readonly [K in PlaceKind]: string } = {
  region: "a region",
  pct: "a PCT",
  locality: "a locality",
  group: "a group",
  practice: "a practice",
  provider: "a provider",
};

/** The roles that somebody can be given. */
export const GIVEN_ROLES: readonly Role[] = ROLES.filter((role) => ROLE_WORDS[role].at.length > 0);

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** Where a role can be held, in words: `a practice or a group`. */
export function heldAtWords(role: Role): string {
  const [last = "nowhere", ...others] = ROLE_WORDS[role].at.map((kind) => KIND_WORDS[kind]).toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(", ")} or ${last}`;
}
