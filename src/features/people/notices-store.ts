import type { Kysely } from "kysely";
import type { Day } from "#kernel/period.ts";
import type { NoticeKind } from "./rules/record/person-events.ts";
import type { PeopleTables } from "./tables.ts";

type Reads = Kysely<PeopleTables>;

/** A notice to the administrators over a place. */
export interface ListedNotice {
  readonly person: string;
  readonly notice: string;
  readonly about: NoticeKind;
  readonly organisation: string;
  readonly role?: string;
  readonly by: string;
  readonly at: string;
}

/** A change that an administrator asks for themselves, which waits for another's word. */
export interface ListedChange {
  readonly person: string;
  readonly change: string;
  readonly kind: "post" | "dates";
  readonly role: string;
  readonly organisation: string;
  readonly from: Day;
  readonly until?: Day;
  readonly at: string;
}

/** Notices at some places that nobody has acknowledged, the oldest first. */
export async function openNotices(db: Reads, places: readonly string[]): Promise<readonly ListedNotice[]> {
  if (places.length === 0) return [];
  const rows = await db
    .selectFrom("people_notices")
    .selectAll()
    .where("organisation", "in", [...places])
    .where("acknowledged_by", "is", null)
    .orderBy("done_at")
    .orderBy("notice")
    .execute();
  return rows.map(listedNotice);
}

function listedNotice(row: PeopleTables["people_notices"]): ListedNotice {
  const { person, notice, about, organisation, role, done_by: by, done_at: at } = row;
  return {
    ...{ person, notice, about: about as NoticeKind, organisation, by, at },
    ...(role !== null && { role }),
  };
}

/** What is asked for at some places and waits, the oldest first. */
export async function openChanges(db: Reads, places: readonly string[]): Promise<readonly ListedChange[]> {
  if (places.length === 0) return [];
  const rows = await changes(db)
    .where("organisation", "in", [...places])
    .execute();
  return rows.map(listedChange);
}

/** What somebody asks for themselves, the oldest first. */
export async function changesOf(db: Reads, person: string): Promise<readonly ListedChange[]> {
  return (await changes(db).where("person", "=", person).execute()).map(listedChange);
}

function changes(db: Reads) {
  return db.selectFrom("people_changes").selectAll().orderBy("asked_at").orderBy("change");
}

function listedChange(row: PeopleTables["people_changes"]): ListedChange {
  const { person, change, kind, role, organisation, from_day, until_day, asked_at: at } = row;
  return {
    ...{ person, change, kind: kind as ListedChange["kind"], role, organisation, from: from_day as Day, at },
    ...(until_day !== null && { until: until_day as Day }),
  };
}

/** A notice that nobody has acknowledged, by its name. */
export async function noticeOf(db: Reads, person: string, notice: string): Promise<ListedNotice | undefined> {
  const row = await db
    .selectFrom("people_notices")
    .selectAll()
    .where("person", "=", person)
    .where("notice", "=", notice)
    .where("acknowledged_by", "is", null)
    .executeTakeFirst();
  return row && listedNotice(row);
}

/** The organisations at which anything waits for administrators. */
export async function placesWaiting(db: Reads): Promise<readonly string[]> {
  const [noticed, asked] = await Promise.all([
    db.selectFrom("people_notices").select("organisation").where("acknowledged_by", "is", null).distinct().execute(),
    db.selectFrom("people_changes").select("organisation").distinct().execute(),
  ]);
  return [...new Set([...noticed, ...asked].map(({ organisation }) => organisation))].toSorted();
}
