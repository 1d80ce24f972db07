import { createHash } from "node:crypto";
import type { Directory } from "#features/organisations/index.ts";
import { accept, isRefused, refuse } from "#kernel/decision.ts";
import type { Accounts, Invitation, Joining, Notice } from "#platform/identity/accounts.ts";
import type { Record } from "#platform/record/index.ts";
import { hashOfToken, type PeopleBook } from "./people-book.ts";
import type { Renewal } from "./rules/record/person-events.ts";
import { ERASED, namesOf, postsOf } from "./store.ts";

export interface PeopleAccounts {
  readonly book: PeopleBook;
  readonly record: Record;
  readonly directory: () => Promise<Directory>;
  readonly now: () => Date;
}

/** What sign-in asks about people, answered from the record. */
export function peopleAccounts(options: PeopleAccounts): Accounts {
  const { book } = options;
  return {
    invitation: (token) => invitationOf(options, token),
    accept: async (token, at) => {
      const open = await openBy(options, token, at);
      if (open === undefined) return refuse("invitation-unknown");
      const command = { kind: "accept-invitation", tokenHash: hashOfToken(token) } as const;
      const by = { actor: open.person, at, authority: "The invitation that they were sent." };
      return book.perform(open.person, command, by);
    },
    isActive: async (person) => (await book.state(person)).standing === "active",
    joined: (joining) => joined(options, joining),
    noticed: (notice) => noticed(options, notice),
  };
}

/** The person whom an open invitation is for. */
async function openBy({ book }: PeopleAccounts, token: string, at: Date) {
  return book.reads
    .selectFrom("people")
    .select(["person", "name", "email", "renews", "invited_by"])
    .where("token_hash", "=", hashOfToken(token))
    .where("lapses_at", ">", at.toISOString())
    .executeTakeFirst();
}

async function invitationOf(options: PeopleAccounts, token: string): Promise<Invitation | undefined> {
  const { book, now } = options;
  const open = await openBy(options, token, now());
  if (open === undefined) return undefined;
  const [name, email] = await Promise.all([open.name, open.email].map((hash) => textOf(book, hash)));
  const by = open.invited_by === null ? undefined : (await namesOf(book.reads, [open.invited_by])).get(open.invited_by);
  return {
    ...{ person: open.person, name: name ?? ERASED, email: email ?? "", posts: await postWords(options, open.person) },
    ...(by !== undefined && { by }),
    ...(open.renews !== null && { renews: open.renews as Renewal }),
  };
}

async function textOf({ texts }: PeopleBook, hash: string | null): Promise<string | undefined> {
  return hash === null ? undefined : texts.text(hash);
}

/** What somebody is invited to be, in words, leaving out what is over. */
async function postWords({ book, directory, now }: PeopleAccounts, person: string): Promise<readonly string[]> {
  const { organisation } = await directory();
  const today = now().toISOString().slice(0, 10);
  const posts = await postsOf(book.reads, [person]);
  return posts
    .filter(({ until, isWithdrawn }) => !isWithdrawn && (until === undefined || until >= today))
    .map((post) => `${post.role} at ${organisation(post.organisation).name}`);
}

/** The id is made from what the issuer calls them, so that two first visits at once are of one person. */
async function joined({ book, record }: PeopleAccounts, joining: Joining): Promise<string> {
  const { issuer, subject, posts: claims, at } = joining;
  const identity = createHash("sha256").update(`${issuer}\n${subject}`).digest("hex");
  const person = identity.slice(0, 32);
  const by = { actor: person, at, authority: `The claims of ${issuer}.` };
  const { details } = await book.state(person);
  if (details !== undefined) {
    await book.perform(person, { kind: "join", issuer, identity, ...details, claims }, by);
    return person;
  }
  const [name, email] = await Promise.all([record.keepText(joining.name), record.keepText(joining.email)]);
  const decision = await book.perform(person, { kind: "join", issuer, identity, name, email, claims }, by);
  const isNew = !isRefused(decision) && decision.events.some(({ type }) => type === "person-joined");
  if (!isNew) for (const hash of [name, email]) await record.eraseText({ hash, ...by });
  return person;
}

/** Signing in and out is in a stream of its own, since a person's decisions do not rest on it. */
async function noticed({ record }: PeopleAccounts, { person, what, how, at }: Notice): Promise<void> {
  const stream = `sign-in/${person}`;
  const by = { actor: person, at, authority: "Their own account." };
  const decision = await record.perform({
    ...{ stream, command: what, ...by },
    decide: () => accept({ stream, type: what, data: { how } }),
  });
  if (isRefused(decision)) throw new Error("What happened at sign-in cannot be refused");
}
