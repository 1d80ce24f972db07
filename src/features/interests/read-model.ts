import { readFileSync } from "node:fs";
import type { Kysely } from "kysely";
import type { Day } from "#kernel/period.ts";
import type { ReadModel, RecordedEvent } from "#platform/record/index.ts";
import type { Gift, Interest } from "./rules/interest.ts";
import type { InterestEvent } from "./rules/interest-events.ts";
import type { InterestTables } from "./tables.ts";

type Db = Kysely<InterestTables>;

/** The word with which the streams of declarations begin; a person's id follows. */
export const STREAMS = "interests";

/** Who declared what, and what of it is redacted. */
export const interestsReadModel: ReadModel = {
  name: "interests",
  tables: readFileSync(new URL("read-model.sql", import.meta.url), "utf8"),
  apply: async (db: Db, event) => {
    const [streams, person] = event.stream.split("/");
    if (streams === STREAMS && person !== undefined) await take(db, person, event);
  },
};

async function take(db: Db, person: string, recorded: RecordedEvent): Promise<void> {
  const event = recorded as unknown as InterestEvent;
  switch (event.type) {
    case "interest-declared":
      await db
        .insertInto("declared_interests")
        .values({ person, ...interestRow(event.data.interest), declared_on: event.data.on })
        .execute();
      return;
    case "interest-amended":
      return amended(db, person, event.data.interest);
    case "interest-ended":
      await db
        .updateTable("declared_interests")
        .set({ until_day: event.data.last })
        .where("person", "=", person)
        .where("id", "=", event.data.id)
        .execute();
      return;
    case "gift-declared":
      await db
        .insertInto("declared_gifts")
        .values(giftRow(person, event.data.gift, event.data.on))
        .execute();
      return;
    case "declarations-confirmed": {
      const { nothing, on: on_day } = event.data;
      await db
        .insertInto("declarations_confirmed")
        .values({ person, on_day, nothing })
        .onConflict((conflict) => conflict.column("person").doUpdateSet({ on_day, nothing }))
        .execute();
      return;
    }
    case "field-redacted":
    case "redaction-lifted":
      return redacted(db, person, event, recorded.actor);
  }
}

async function amended(db: Db, person: string, interest: Interest): Promise<void> {
  const { id, ...row } = interestRow(interest);
  const before = await db
    .selectFrom("declared_interests")
    .select(["what_hash", "body_hash"])
    .where("person", "=", person)
    .where("id", "=", id)
    .executeTakeFirst();
  const replaced = [before?.what_hash, before?.body_hash].filter(
    (hash) => hash !== undefined && hash !== null && hash !== row.what_hash && hash !== row.body_hash,
  ) as readonly string[];
  for (const text_hash of replaced) {
    await db.insertInto("declaration_texts_before").values({ person, item: id, text_hash }).execute();
  }
  await db.updateTable("declared_interests").set(row).where("person", "=", person).where("id", "=", id).execute();
}

type Redaction = Extract<InterestEvent, { readonly type: "field-redacted" | "redaction-lifted" }>;

async function redacted(db: Db, person: string, event: Redaction, redacted_by: string): Promise<void> {
  const { item, field, on: redacted_on } = event.data;
  if (event.type === "field-redacted") {
    const row = { person, item, field, reason: event.data.reason, redacted_by, redacted_on };
    await db.insertInto("declaration_redactions").values(row).execute();
    return;
  }
  await db
    .deleteFrom("declaration_redactions")
    .where("person", "=", person)
    .where("item", "=", item)
    .where("field", "=", field)
    .execute();
}

function interestRow({ id, kind, party, what: what_hash, from: from_day, until }: Interest) {
  const [organisation, body_hash] = party.kind === "organisation" ? [party.code, null] : [null, party.name];
  return { id, kind, organisation, body_hash, what_hash, from_day, until_day: until ?? null };
}

function giftRow(person: string, { what, giver, why, on: on_day, ...gift }: Gift, declared_on: Day) {
  const { id, kind, pence, answer } = gift;
  return {
    ...{ person, id, kind, answer, on_day, declared_on },
    ...{ what_hash: what, giver_hash: giver, why_hash: why, pence: pence ?? null },
  };
}
