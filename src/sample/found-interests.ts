import type { InterestBook } from "#features/interests/index.ts";
import { type Day, day } from "#kernel/period.ts";

/** What declarations are founded in. */
export interface InterestsFounding {
  readonly interests: InterestBook;
  readonly at: (on: Day) => Date;
  readonly tell: (what: string, done: number, of: number) => void;
}

interface Declared {
  readonly person: string;
  readonly role: string;
  readonly at: string;
  readonly on: Day;
}

interface InterestDeclared extends Declared {
  readonly kind: "financial" | "professional" | "personal" | "indirect";
  readonly party: { readonly code: string } | { readonly body: string };
  readonly what: string;
  readonly from: Day;
}

const INTERESTS: readonly InterestDeclared[] = [
  {
    ...{ person: "nora-nightjar", role: "committee chair", at: "5ZN", on: day("2008-03-12"), kind: "indirect" },
    ...{ party: { code: "RZ1" }, what: "A close relation is a consultant there", from: day("2003-10-01") },
  },
  {
    ...{ person: "ottoline-ouzel", role: "GP lead", at: "5ZN01", on: day("2008-02-25"), kind: "financial" },
    ...{ party: { code: "X81003" }, what: "Partner in the practice", from: day("1998-04-01") },
  },
  {
    ...{ person: "lionel-littleegret", role: "locality chair", at: "5ZS01", on: day("2008-03-03"), kind: "personal" },
    ...{ party: { body: "Levels Hospice Friends" }, what: "Trustee, unpaid", from: day("2006-01-01") },
  },
];

const GIFT: Declared & { readonly [K in "what" | "giver" | "why"]: string } = {
  ...{ person: "greta-greyheron", role: "locality chair", at: "5ZN01", on: day("2008-04-10") },
  ...{ what: "Dinner after a conference", giver: "A maker of inhalers", why: "Its products come before the group" },
};

const NOTHING: Declared = { person: "perdita-plover", role: "PCT director", at: "5ZS", on: day("2008-03-10") };

/** Has a few of the county's people declare something, or that they have nothing to. Leaves alone who did before. */
export async function foundInterests(founding: InterestsFounding): Promise<void> {
  const { interests, tell } = founding;
  for (const [done, each] of INTERESTS.entries()) {
    tell("Declarations", done + 1, INTERESTS.length + 2);
    if ((await interests.state(each.person)).interests.size === 0) await declare(founding, each);
  }
  if ((await interests.state(GIFT.person)).gifts.size === 0) await declareGift(founding);
  if ((await interests.state(NOTHING.person)).confirmedOn === undefined) {
    await perform(founding, NOTHING, { kind: "confirm-declarations", nothing: true });
  }
}

async function declare(founding: InterestsFounding, declared: InterestDeclared): Promise<void> {
  const { interests } = founding;
  const { kind, party, from } = declared;
  const what = await interests.keepText(declared.what);
  const held =
    "code" in party
      ? ({ kind: "organisation", code: party.code } as const)
      : ({ kind: "other", name: await interests.keepText(party.body) } as const);
  const interest = { id: `${declared.person}-1`, kind, party: held, what, from };
  await perform(founding, declared, { kind: "declare-interest", interest });
  await perform(founding, declared, { kind: "confirm-declarations", nothing: false });
}

async function declareGift(founding: InterestsFounding): Promise<void> {
  const { interests } = founding;
  const [what = "", giver = "", why = ""] = await Promise.all(
    [GIFT.what, GIFT.giver, GIFT.why].map((words) => interests.keepText(words)),
  );
  const gift = { id: `${GIFT.person}-1`, kind: "hospitality", pence: 4500, answer: "declined", on: GIFT.on } as const;
  await perform(founding, GIFT, { kind: "declare-gift", gift: { ...gift, what, giver, why } });
}

type Command = Parameters<InterestBook["perform"]>[1];
type Asked = Command extends infer C ? (C extends Command ? Omit<C, "on" | "as"> : never) : never;

async function perform({ interests, at }: InterestsFounding, declared: Declared, asked: Asked): Promise<void> {
  const { person, role, at: organisation, on } = declared;
  const command = { ...asked, on, as: [{ role, organisation }] } as Command;
  const authority = `${role} at ${organisation}: Everybody with a post declares their own interests, and nobody else's.`;
  const decision = await interests.perform(person, command, { actor: person, at: at(on), authority });
  if ("refused" in decision) throw new Error(`${person}: ${decision.refused.map(({ code }) => code).join(", ")}`);
}
