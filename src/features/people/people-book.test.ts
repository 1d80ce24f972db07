import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isRefused } from "#kernel/decision.ts";
import { day } from "#kernel/period.ts";
import type { Record } from "#platform/record/index.ts";
import { testRecord } from "#platform/record/testing.ts";
import { peopleAccounts } from "./accounts.ts";
import { EXAMPLE_FENS } from "./examples/example-fens.ts";
import { askedPost, TODAY } from "./examples/example-people.ts";
import { openPeopleBook, type PeopleBook, type Sent } from "./people-book.ts";
import { peopleReadModel } from "./read-model.ts";
import type { AskedPost } from "./rules/record/post-check.ts";
import { listPeople, personOn } from "./store.ts";

const NOW = new Date("2008-05-06T09:00:00Z");
const BY = { actor: "operator", at: NOW, authority: "operator: The machine is theirs." };

let record: Record;
let book: PeopleBook;
let accounts: ReturnType<typeof peopleAccounts>;
const gone: string[] = [];
let made = 0;
beforeAll(async () => {
  record = await testRecord([peopleReadModel]);
  const next = (what: string) => () => `${what}${++made}`;
  const onLeft = async (person: string) => void gone.push(person);
  book = openPeopleBook({ record, newId: next("id-"), newToken: next("token-"), onLeft });
  accounts = peopleAccounts({ book, record, directory: async () => EXAMPLE_FENS, now: () => NOW });
});
afterAll(() => record.close());

/** Invites somebody, and fails where that is refused. */
async function invited(name: string, ...posts: readonly AskedPost[]): Promise<Sent> {
  const email = `${name.toLowerCase()}@example.org`;
  const sent = await book.invite({ name, email, posts, days: 14 }, BY);
  if ("refused" in sent) throw new Error(JSON.stringify(sent.refused));
  return sent;
}

async function joined(name: string, ...posts: readonly AskedPost[]): Promise<string> {
  const { person, token } = await invited(name, ...posts);
  if (isRefused(await accounts.accept(token, NOW))) throw new Error("The invitation was refused");
  return person;
}

const listed = async (more: object = {}) => {
  const filter = { places: ["5QX"], now: NOW.toISOString(), from: 0, limit: 50, ...more };
  const { people } = await listPeople(book.reads, filter);
  return people.map(({ name }) => name);
};
const codes = (outcome: object) =>
  "refused" in outcome ? (outcome.refused as { code: string }[])[0]?.code : "accepted";

describe("an invitation", () => {
  test("lets somebody in by its token, of which the record holds the hash alone", async () => {
    const { person, token, lapsesAt } = await invited("Ada", askedPost({ id: "ada" }));
    expect(lapsesAt).toBe("2008-05-20T09:00:00.000Z");
    expect(await personOn(book.reads, person, TODAY)).toBeUndefined();
    expect(await accounts.isActive(person)).toBe(false);
    expect(await accounts.invitation(token)).toEqual({
      ...{ person, name: "Ada", email: "ada@example.org", posts: ["PCT finance at West Fen PCT"] },
    });
    await accounts.accept(token, NOW);
    expect(await accounts.invitation(token)).toBeUndefined();
    expect(codes(await accounts.accept(token, NOW))).toBe("invitation-unknown");
    const posts = [{ role: "PCT finance", organisation: "5QX" }];
    expect(await personOn(book.reads, person, TODAY)).toEqual({ id: person, name: "Ada", posts });
    expect(await personOn(book.reads, person, day("2008-03-31"))).toMatchObject({ posts: [] });
    const events = JSON.stringify(await record.history({ limit: 100 }));
    for (const secret of [token, "Ada", "ada@example.org"]) expect(events).not.toContain(secret);
  });

  test("lapses; sent again it works with the new token only, and names who sent it", async () => {
    const sender = await joined("Sender", askedPost({ id: "sender", role: "LMC" }));
    const { person, token } = await invited("Bea", askedPost({ id: "bea" }));
    const late = peopleAccounts({
      book,
      record,
      directory: async () => EXAMPLE_FENS,
      now: () => new Date("2008-05-21"),
    });
    expect(await late.invitation(token)).toBeUndefined();
    expect(codes(await accounts.accept(token, new Date("2008-05-20T09:00:00Z")))).toBe("invitation-unknown");
    const again = await book.inviteAgain(person, { days: 14 }, { ...BY, actor: sender });
    if ("refused" in again) throw new Error("refused");
    expect(await accounts.invitation(token)).toBeUndefined();
    expect(await accounts.invitation(again.token)).toMatchObject({ person, by: "Sender" });
  });

  test("with an address that somebody has is refused, whatever its capitals, and nothing of it is kept", async () => {
    await joined("Cyd", askedPost({ id: "cyd" }));
    const texts = () =>
      record.reads<{ "record.texts": { hash: string } }>().selectFrom("record.texts").select("hash").execute();
    const before = await texts();
    const again = await book.invite(
      { name: "Other", email: "CYD@example.org", posts: [askedPost({ id: "o" })], days: 14 },
      BY,
    );
    expect(codes(again)).toBe("email-taken");
    expect(await texts()).toEqual(before);
  });

  test("of many at once with one address lets one in", async () => {
    const ask = (n: number) =>
      book.invite({ name: `Same ${n}`, email: "same@example.org", posts: [askedPost({ id: `s${n}` })], days: 14 }, BY);
    const outcomes = await Promise.all([1, 2, 3, 4].map(ask));
    expect(outcomes.map(codes).toSorted()).toEqual(["accepted", "email-taken", "email-taken", "email-taken"]);
  });
});

describe("who leaves", () => {
  test("has no access from then on, wherever they were, keeps the history, and may come back", async () => {
    const person = await joined("Dot", askedPost({ id: "dot" }));
    expect(codes(await book.perform(person, { kind: "leave" }, BY))).toBe("accepted");
    expect(gone).toContain(person);
    expect(await personOn(book.reads, person, TODAY)).toBeUndefined();
    expect(await accounts.isActive(person)).toBe(false);
    expect(await listed({ standing: "left" })).toEqual(["Dot"]);
    expect((await book.history(person)).map(({ type }) => type)).toEqual([
      ...["person-left", "invitation-accepted", "person-invited"],
    ]);
    const posts = [askedPost({ id: "dot-2", role: "PCT director", from: TODAY })];
    const back = await book.invite({ name: "Dot", email: "dot@example.org", posts, days: 14, person }, BY);
    if ("refused" in back) throw new Error("refused");
    await accounts.accept(back.token, NOW);
    expect((await personOn(book.reads, person, TODAY))?.posts.map(({ role }) => role)).toEqual(["PCT director"]);
  });

  test("may be erased: the chain stays whole, and a sentence stands where the name was", async () => {
    const person = await joined("Eve", askedPost({ id: "eve" }));
    expect(codes(await book.erase(person, BY))).toBe("still-in");
    await book.perform(person, { kind: "leave" }, BY);
    expect(codes(await book.erase(person, BY))).toBe("accepted");
    expect(await listed({ standing: "left" })).toContain("A person whose details were erased");
    expect(await listed({ search: "Eve" })).toEqual([]);
    expect(await record.verify()).toMatchObject({ whole: true, faults: [] });
  });

  test("leaves one administrator behind, even when both go at once", async () => {
    const post = (id: string) => askedPost({ id, role: "administrator", organisation: "5QY", over: ["5QY", "Q99"] });
    const both = [await joined("Fay", post("fay")), await joined("Gil", post("gil"))];
    const outcomes = await Promise.all(both.map((person) => book.perform(person, { kind: "leave" }, BY)));
    expect(outcomes.map(codes).toSorted()).toEqual(["accepted", "last-administrator"]);
  });
});

describe("the lists", () => {
  test("hold the people of the places asked for, by role, standing and part of the name", async () => {
    await joined(
      "Hal 100%",
      askedPost({ id: "hal", role: "practice manager", kind: "practice", organisation: "X81001" }),
    );
    expect(await listed({ places: ["X81001"] })).toEqual(["Hal 100%"]);
    expect(await listed({ places: ["X81001"], search: "hAL" })).toEqual(["Hal 100%"]);
    expect(await listed({ places: ["X81001"], search: "0%" })).toEqual(["Hal 100%"]);
    expect(await listed({ places: ["X81001"], search: "%l%" })).toEqual([]);
    expect(await listed({ places: ["X81001"], role: "LMC" })).toEqual([]);
    expect(await listed({ places: [] })).toEqual([]);
    const invitedOnes = await listed({ standing: "invited" });
    expect(await listed({ standing: "lapsed", now: "2009-01-01T00:00:00.000Z" })).toEqual(invitedOnes);
    expect(invitedOnes.length).toBeGreaterThan(0);
  });

  test("count all and give a page, in the order of names", async () => {
    const all = await listPeople(book.reads, { places: ["5QX"], now: "", from: 0, limit: 50 });
    const pages = await Promise.all(
      [0, 2, 4].map((from) => listPeople(book.reads, { places: ["5QX"], now: "", from, limit: 2 })),
    );
    expect(pages.flatMap(({ people }) => people)).toEqual(all.people.slice(0, 6));
    expect(pages.map(({ count }) => count)).toEqual([all.count, all.count, all.count]);
  });
});

describe("who an issuer's claims admit", () => {
  const joining = { issuer: "cis2", subject: "s-1", name: "Ida", email: "ida@example.org", at: NOW };
  const posts = [{ role: "PCT finance", organisation: "5QX" }];

  test("is found again, is one person however often they come at once, and holds posts by claims alone", async () => {
    const ids = await Promise.all([1, 2, 3].map(() => accounts.joined({ ...joining, posts })));
    expect(new Set(ids).size).toBe(1);
    const [person = ""] = ids;
    expect(await accounts.isActive(person)).toBe(true);
    expect(await personOn(book.reads, person, TODAY)).toEqual({ id: person, name: "Ida", posts: [] });
    expect(await listed({ search: "Ida" })).toEqual(["Ida"]);
    await accounts.joined({ ...joining, posts: [{ role: "LMC", organisation: "5QY" }] });
    expect(await listed({ search: "Ida" })).toEqual([]);
    await book.perform(person, { kind: "leave" }, BY);
    expect(await accounts.joined({ ...joining, posts })).toBe(person);
    expect(await accounts.isActive(person)).toBe(false);
  });

  test("leaves a trace on the record when they sign in, in a stream of its own", async () => {
    const person = await accounts.joined({ ...joining, subject: "s-2", posts });
    await accounts.noticed({ person, what: "signed-in", how: "cis2", at: NOW });
    const [event] = await record.history({ stream: `sign-in/${person}`, limit: 1 });
    expect(event).toMatchObject({ type: "signed-in", actor: person, data: { how: "cis2" } });
  });
});

test("the read tables follow from the events alone", async () => {
  expect(await record.verify()).toMatchObject({ whole: true, faults: [] });
  const before = await listPeople(book.reads, { places: ["5QX", "5QY", "X81001"], now: "", from: 0, limit: 99 });
  await record.rebuild();
  expect(await listPeople(book.reads, { places: ["5QX", "5QY", "X81001"], now: "", from: 0, limit: 99 })).toEqual(
    before,
  );
});
