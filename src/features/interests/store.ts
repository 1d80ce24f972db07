import type { Kysely } from "kysely";
import type { Day } from "#kernel/period.ts";
import type { Gift, Interest, Redactable, RedactionReason } from "./rules/interest.ts";
import type { InterestTables } from "./tables.ts";

type Reads = Kysely<InterestTables>;

/** A declaration with the day on which it was made, and what of it is redacted and why. */
export interface Kept<T> {
  readonly person: string;
  readonly declaration: T;
  readonly declaredOn: Day;
  readonly redactions: ReadonlyMap<string, RedactionReason>;
}

/** All that some people declared. */
export interface Declarations {
  readonly interests: readonly Kept<Interest>[];
  readonly gifts: readonly Kept<Gift>[];
  readonly confirmed: ReadonlyMap<string, { readonly on: Day; readonly nothing: boolean }>;
}

/** What some people declared, the newest first; redactions are said, and nothing is left out here. */
export async function declarationsOf(db: Reads, people: readonly string[]): Promise<Declarations> {
  if (people.length === 0) return { interests: [], gifts: [], confirmed: new Map() };
  const of = [...people];
  const [interests, gifts, confirmed, redactions] = await Promise.all([
    db
      .selectFrom("declared_interests")
      .selectAll()
      .where("person", "in", of)
      .orderBy("from_day", "desc")
      .orderBy("id")
      .execute(),
    db
      .selectFrom("declared_gifts")
      .selectAll()
      .where("person", "in", of)
      .orderBy("on_day", "desc")
      .orderBy("id")
      .execute(),
    db.selectFrom("declarations_confirmed").selectAll().where("person", "in", of).execute(),
    db.selectFrom("declaration_redactions").selectAll().where("person", "in", of).execute(),
  ]);
  const redactionsOf = ({ person, id }: { readonly person: string; readonly id: string }) =>
    new Map(
      redactions
        .filter((each) => each.person === person && each.item === id)
        .map(({ field, reason }) => [field as Redactable, reason as RedactionReason]),
    );
  const keptWith = <T>(row: { person: string; id: string; declared_on: string }, declaration: T): Kept<T> => ({
    ...{ person: row.person, declaration, declaredOn: row.declared_on as Day },
    redactions: redactionsOf(row),
  });
  return {
    interests: interests.map((row) => keptWith(row, interestOf(row))),
    gifts: gifts.map((row) => keptWith(row, giftOf(row))),
    confirmed: new Map(confirmed.map(({ person, on_day, nothing }) => [person, { on: on_day as Day, nothing }])),
  };
}

/** The interests that somebody holds in organisations of the directory. */
export async function interestsInOrganisations(db: Reads, person: string): Promise<readonly Interest[]> {
  const rows = await db
    .selectFrom("declared_interests")
    .selectAll()
    .where("person", "=", person)
    .where("organisation", "is not", null)
    .execute();
  return rows.map(interestOf);
}

/** A text of a declaration with the day from which it may be erased some time; none while the interest stands. */
export interface KeptWords {
  readonly hash: string;
  readonly person: string;
  readonly over?: Day;
}

/** The texts of all declarations, those that amending replaced too. */
export async function wordsKept(db: Reads): Promise<readonly KeptWords[]> {
  const [interests, gifts, before] = await Promise.all([
    db.selectFrom("declared_interests").selectAll().execute(),
    db.selectFrom("declared_gifts").selectAll().execute(),
    db.selectFrom("declaration_texts_before").selectAll().execute(),
  ]);
  const ended = (person: string, id: string) =>
    interests.find((row) => row.person === person && row.id === id)?.until_day ?? null;
  const words = (person: string, hash: string, over: string | null): KeptWords => ({
    ...{ hash, person },
    ...(over !== null && { over: over as Day }),
  });
  return [
    ...interests.flatMap(({ person, what_hash, body_hash, until_day }) =>
      [what_hash, ...(body_hash === null ? [] : [body_hash])].map((hash) => words(person, hash, until_day)),
    ),
    ...gifts.flatMap(({ person, what_hash, giver_hash, why_hash, declared_on }) =>
      [what_hash, giver_hash, why_hash].map((hash) => words(person, hash, declared_on)),
    ),
    ...before.map(({ person, item, text_hash }) => words(person, text_hash, ended(person, item))),
  ];
}

function interestOf(row: InterestTables["declared_interests"]): Interest {
  const { organisation, body_hash, until_day } = row;
  return {
    id: row.id,
    kind: row.kind as Interest["kind"],
    party:
      organisation === null ? { kind: "other", name: body_hash ?? "" } : { kind: "organisation", code: organisation },
    what: row.what_hash,
    from: row.from_day as Day,
    ...(until_day !== null && { until: until_day as Day }),
  };
}

function giftOf(row: InterestTables["declared_gifts"]): Gift {
  const { id, what_hash: what, giver_hash: giver, why_hash: why, pence } = row;
  return {
    ...{ id, what, giver, why, on: row.on_day as Day },
    kind: row.kind as Gift["kind"],
    answer: row.answer as Gift["answer"],
    ...(pence !== null && { pence }),
  };
}
