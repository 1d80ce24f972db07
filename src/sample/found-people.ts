import type { Directory } from "#features/organisations/index.ts";
import { askedPostAt, type PeopleBook, peopleAccounts } from "#features/people/index.ts";
import type { Day } from "#kernel/period.ts";
import type { Record } from "#platform/record/index.ts";
import { COUNTY_PEOPLE, type CountyPerson } from "./county-people.ts";

/** What people are founded in. */
export interface PeopleFounding {
  readonly people: PeopleBook;
  readonly record: Record;
  readonly directory: () => Promise<Directory>;
  readonly at: (on: Day) => Date;
  readonly tell: (what: string, done: number, of: number) => void;
}

const DAYS = 14;

/** Brings the county's people in, as everybody comes in: by invitations that they accept. Leaves alone who is there. */
export async function foundPeople(founding: PeopleFounding): Promise<void> {
  const { people, tell } = founding;
  for (const [done, each] of COUNTY_PEOPLE.entries()) {
    tell("People", done + 1, COUNTY_PEOPLE.length);
    const { standing } = await people.state(each.id);
    if (standing === "unknown") await bringIn(founding, each);
  }
}

async function bringIn(founding: PeopleFounding, each: CountyPerson): Promise<void> {
  const { people: book, record, directory, at } = founding;
  const { id: person, name, role, at: organisation, by: actor, invited: from, comes, leaves } = each;
  const post = askedPostAt(await directory(), { role, organisation, from }, `${person}-1`, from);
  const email = `${person}@fenmere.example`;
  const by = { actor, at: at(from), authority: AUTHORITY[actor === "operator" ? "operator" : "administrator"] };
  const sent = await book.invite({ name, email, posts: [post], days: DAYS, person }, by);
  if ("refused" in sent) throw new Error(`${name}: ${sent.refused.map(({ code }) => code).join(", ")}`);
  if (comes === undefined) return;
  const accounts = peopleAccounts({ book, record, directory, now: () => at(comes) });
  const accepted = await accounts.accept(sent.token, at(comes));
  if ("refused" in accepted) throw new Error(`${name} could not come`);
  if (leaves === undefined) return;
  const left = await book.perform(person, { kind: "leave" }, { ...by, at: at(leaves) });
  if ("refused" in left) throw new Error(`${name} could not leave`);
}

const AUTHORITY = {
  operator: "operator: Where there is no administrator, whoever runs the machine makes the first.",
  administrator: "administrator: Administrators invite people and give posts at their place and all places within.",
} as const;
