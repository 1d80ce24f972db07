import { loadRulebook, loadSources } from "#features/rulebook/index.ts";
import { day } from "#kernel/period.ts";
import { createAccess } from "#platform/access/access.ts";
import type { Person } from "#platform/access/person.ts";
import { testRecord } from "#platform/record/testing.ts";
import { peopleAccounts } from "../accounts.ts";
import { askedPostAt } from "../asked-post.ts";
import type { PeopleDesk } from "../desk.ts";
import { grants } from "../grants.ts";
import { openPeopleBook } from "../people-book.ts";
import { peopleReadModel } from "../read-model.ts";
import { personOn } from "../store.ts";
import { EXAMPLE_FENS } from "./example-fens.ts";
import { TODAY } from "./example-people.ts";

export const NOW = new Date("2008-05-06T09:00:00Z");

/** Who is in the service of the Fens, and as what: two administrators of one PCT, one of the other, one of the region. */
const MEMBERS = [
  ["ann", "Ann Administrator", "administrator", "5QX"],
  ["bob", "Bob Administrator", "administrator", "5QX"],
  ["cara", "Cara Administrator", "administrator", "5QY"],
  ["rita", "Rita Administrator", "administrator", "Q99"],
  ["finn", "Finn Finance", "PCT finance", "5QX"],
  ["eve", "Eve Eastfen", "PCT finance", "5QY"],
  ["gina", "Gina Chair", "locality chair", "G01"],
  ["mo", "Mo Manager", "practice manager", "X81001"],
  ["nell", "Nell <Manager>", "practice manager", "X82001"],
] as const;

export type MemberId = (typeof MEMBERS)[number][0];

/** A desk over a record of its own, with a few invented people in it. */
export interface ExampleDesk {
  readonly desk: PeopleDesk;
  readonly members: readonly Person[];
  /** Who somebody is at this moment, as each request asks. */
  known(person: Person): Promise<Person>;
  close(): Promise<void>;
}

/** Opens the desk; its people come in by invitations, as everybody does. */
export async function openExampleDesk(): Promise<ExampleDesk> {
  const record = await testRecord([peopleReadModel]);
  let made = 0;
  const next = (what: string) => () => `${what}-${++made}`;
  const people = openPeopleBook({ record, newId: next("id"), newToken: next("token"), onLeft: async () => undefined });
  const directory = async () => EXAMPLE_FENS;
  const accounts = peopleAccounts({ book: people, record, directory, now: () => NOW });
  const by = { actor: "operator", at: NOW, authority: "operator: The machine is theirs." };
  for (const [person, name, role, organisation] of MEMBERS) {
    const post = askedPostAt(EXAMPLE_FENS, { role, organisation, from: day("2008-04-01") }, `${person}-post`, TODAY);
    const invited = { name, email: `${person}@example.org`, posts: [post], days: 14, person };
    const sent = await people.invite(invited, by);
    if ("refused" in sent) throw new Error(`${person}: ${sent.refused[0].code}`);
    await accounts.accept(sent.token, NOW);
  }
  const rulebook = loadRulebook(["rulebook"], loadSources("docs/sources"));
  return {
    desk: {
      access: createAccess(grants),
      people,
      directory,
      rulebook,
      madeUp: "The Fens are made up.",
      now: () => NOW,
    },
    members: MEMBERS.map(([id, name, role, organisation]) => ({ id, name, posts: [{ role, organisation }] })),
    known: async (person) => (await personOn(people.reads, person.id, TODAY)) ?? { ...person, posts: [] },
    close: () => record.close(),
  };
}
