import { readFileSync } from "node:fs";
import type { Kysely } from "kysely";
import { dayInLondon, daysLater } from "#kernel/period.ts";
import type { ReadModel, RecordedEvent } from "#platform/record/event.ts";
import type { HeldPost } from "./rules/post.ts";
import type { AskedChange, ClaimedPost, Notice, PersonEvent } from "./rules/record/person-events.ts";
import type { PeopleTables } from "./tables.ts";

type Tables = Kysely<PeopleTables>;

/** Who belongs where and since when: what lists, sign-in and each request ask. */
export const peopleReadModel: ReadModel = {
  name: "people",
  tables: readFileSync(new URL("read-model.sql", import.meta.url), "utf8"),
  apply: async (db: Tables, event) => {
    const person = /^person\/([^/]+)$/.exec(event.stream)?.[1];
    if (person !== undefined) await take(db, person, event);
  },
};

async function take(db: Tables, person: string, recorded: RecordedEvent): Promise<void> {
  const event = recorded as unknown as PersonEvent;
  switch (event.type) {
    case "person-invited":
    case "person-joined":
      return takeIn(db, person, event, recorded);
    case "invitation-renewed": {
      const { tokenHash: token_hash, lapsesAt: lapses_at, renews = null } = event.data;
      return set(db, person, { token_hash, lapses_at, renews, invited_by: recorded.actor });
    }
    case "invitation-accepted":
      return set(db, person, { standing: "active", was_in: true, ...CLOSED });
    case "details-erased":
      return set(db, person, { name: null, email: null });
    case "person-left":
    case "invitation-withdrawn":
      return goes(db, person, event);
    case "claims-changed":
      return keepClaims(db, person, event.data.claims, recorded.at);
    case "administrators-told":
      return keepNotice(db, person, event.data, recorded.at);
    case "notice-acknowledged":
      return acknowledged(db, person, event.data.notice, recorded);
    default:
      return takePosts(db, person, event, recorded.at);
  }
}

type AboutPosts = Extract<
  PersonEvent,
  { readonly type: `post-${string}` | "change-asked" | "change-confirmed" | "change-refused" }
>;

async function takePosts(db: Tables, person: string, event: AboutPosts, at: string): Promise<void> {
  switch (event.type) {
    case "post-given":
      return keepPost(db, person, event.data.post);
    case "post-dates-changed":
      return respan(db, person, event.data.post, { from_day: event.data.from, until_day: event.data.until ?? null });
    case "post-ended":
      return respan(db, person, event.data.post, { until_day: event.data.last });
    case "change-asked":
      return keepChange(db, person, event.data.change, at);
    case "change-refused":
      return dropChange(db, person, event.data.change);
    case "change-confirmed": {
      const { change } = event.data;
      await dropChange(db, person, change);
      if (change.kind === "post") return keepPost(db, person, change.post);
      return respan(db, person, change.post, { from_day: change.from, until_day: change.until ?? null });
    }
  }
}

const CLOSED = { token_hash: null, lapses_at: null, renews: null } as const;

type Coming = Extract<PersonEvent, { readonly type: "person-invited" | "person-joined" }>;

async function takeIn(db: Tables, person: string, { type, data }: Coming, { actor, at }: RecordedEvent): Promise<void> {
  const { name, email } = data;
  const isIn = type === "person-joined";
  const row = isIn
    ? { standing: "active", ...CLOSED, invited_by: null }
    : { standing: "invited", token_hash: data.tokenHash, lapses_at: data.lapsesAt, renews: null, invited_by: actor };
  await db
    .insertInto("people")
    .values({ person, name, email, ...row, was_in: isIn })
    .onConflict((there) => there.column("person").doUpdateSet({ name, email, ...row }))
    .execute();
  if (isIn) return keepClaims(db, person, data.claims, at);
  for (const post of data.posts) await keepPost(db, person, post);
}

type Going = Extract<PersonEvent, { readonly type: "person-left" | "invitation-withdrawn" }>;

/** Posts that go on end the day before; those of an invitation taken back were never held. */
async function goes(db: Tables, person: string, { type, data: { on } }: Going): Promise<void> {
  await set(db, person, { standing: "left", ...CLOSED });
  await db
    .updateTable("people")
    .set({ standing: "withdrawn" })
    .where("person", "=", person)
    .where("was_in", "=", false)
    .execute();
  const ending = { until_day: daysLater(on, -1), ...(type === "invitation-withdrawn" && { withdrawn: true }) };
  await db
    .updateTable("people_posts")
    .set(ending)
    .where("person", "=", person)
    .where((post) => post.or([post("until_day", "is", null), post("until_day", ">=", on)]))
    .execute();
  await db.deleteFrom("people_changes").where("person", "=", person).execute();
}

const GIVEN = { withdrawn: false, claimed: false } as const;

async function keepPost(db: Tables, person: string, post: HeldPost): Promise<void> {
  const { id, role, organisation, from: from_day, until: until_day = null } = post;
  const row = { person, post: id, role, organisation, from_day, until_day, ...GIVEN };
  await db.insertInto("people_posts").values(row).execute();
}

/** What the claims give takes the place of what they gave before. */
async function keepClaims(db: Tables, person: string, claims: readonly ClaimedPost[], at: string): Promise<void> {
  await db.deleteFrom("people_posts").where("person", "=", person).where("claimed", "=", true).execute();
  const since = { from_day: dayInLondon(new Date(at)), until_day: null, withdrawn: false, claimed: true };
  for (const [number, { role, organisation }] of claims.entries()) {
    const row = { person, post: `claim-${number + 1}`, role, organisation, ...since };
    await db.insertInto("people_posts").values(row).execute();
  }
}

async function respan(
  db: Tables,
  person: string,
  post: string,
  days: { readonly from_day?: string; readonly until_day: string | null },
): Promise<void> {
  await db.updateTable("people_posts").set(days).where("person", "=", person).where("post", "=", post).execute();
}

async function keepChange(db: Tables, person: string, change: AskedChange, asked_at: string): Promise<void> {
  const post = change.kind === "post" ? change.post : await postOf(db, person, change.post);
  if (post === undefined) return;
  const { role, organisation } = post;
  const { from: from_day, until: until_day = null } = change.kind === "post" ? change.post : change;
  const row = { person, change: change.id, kind: change.kind, role, organisation, from_day, until_day, asked_at };
  await db.insertInto("people_changes").values(row).execute();
}

async function dropChange(db: Tables, person: string, { id }: AskedChange): Promise<void> {
  await db.deleteFrom("people_changes").where("person", "=", person).where("change", "=", id).execute();
}

async function keepNotice(db: Tables, person: string, notice: Notice, done_at: string): Promise<void> {
  const { id, about, organisation, post = "", by: done_by } = notice;
  const role = (await postOf(db, person, post))?.role ?? (await changeOf(db, person, post))?.role ?? null;
  const open = { acknowledged_by: null, acknowledged_at: null };
  const row = { person, notice: id, about, organisation, role, done_by, done_at, ...open };
  await db.insertInto("people_notices").values(row).execute();
}

async function acknowledged(db: Tables, person: string, notice: string, { actor, at }: RecordedEvent): Promise<void> {
  await db
    .updateTable("people_notices")
    .set({ acknowledged_by: actor, acknowledged_at: at })
    .where("person", "=", person)
    .where("notice", "=", notice)
    .execute();
}

async function postOf(db: Tables, person: string, post: string) {
  return db
    .selectFrom("people_posts")
    .select(["role", "organisation"])
    .where("person", "=", person)
    .where("post", "=", post)
    .executeTakeFirst();
}

async function changeOf(db: Tables, person: string, change: string) {
  return db
    .selectFrom("people_changes")
    .select("role")
    .where("person", "=", person)
    .where("change", "=", change)
    .executeTakeFirst();
}

async function set(db: Tables, person: string, columns: Partial<PeopleTables["people"]>): Promise<void> {
  await db.updateTable("people").set(columns).where("person", "=", person).execute();
}
