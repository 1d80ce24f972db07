import type { Kysely } from "kysely";
import { accept, type Decision, refuse } from "#kernel/decision.ts";
import { forgetIn } from "./erasure.ts";
import type { Library } from "./library.ts";
import type { IdentityTables } from "./tables.ts";

/** The library's name for the way in by password. */
const PASSWORD = "credential";

/** A person as sign-in knows them: an id, and the ways in that they have. */
export interface Member {
  readonly person: string;
  readonly email: string;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
}

/** Those who can sign in. Their names and what they may do are kept elsewhere. */
export interface Members {
  member(person: string): Promise<Member | undefined>;
  /** Whether an address signs in somebody else. */
  isTaken(email: string, person: string): Promise<boolean>;
  /** Gives a person a password, or another; refused where the address signs in somebody else. */
  setPassword(given: NewPassword): Promise<Decision<never, "address taken">>;
  removeSecondFactor(person: string): Promise<void>;
  /** Whom an issuer's name for somebody leads to. */
  linked(issuer: string, subject: string): Promise<string | undefined>;
  link(person: string, issuer: string, subject: string): Promise<void>;
  /** Removes everything that sign-in keeps of a person. */
  forget(person: string): Promise<void>;
}

/** A password chosen by somebody who is invited. */
export interface NewPassword {
  readonly person: string;
  readonly email: string;
  readonly password: string;
}

/** The members in the library's tables. */
export function membersOver(db: Kysely<IdentityTables>, library: Library): Members {
  return {
    member: (person) => memberOf(db, person),
    isTaken: (email, person) => isTaken(db, email, person),
    setPassword: (given) => setPassword(db, library, given),
    removeSecondFactor: async (person) => {
      await db.deleteFrom("twoFactor").where("userId", "=", person).execute();
      await db.updateTable("user").set({ twoFactorEnabled: false }).where("id", "=", person).execute();
    },
    linked: async (issuer, subject) => {
      const found = db.selectFrom("account").select("userId").where("providerId", "=", issuer);
      return (await found.where("accountId", "=", subject).executeTakeFirst())?.userId;
    },
    link: async (person, issuer, subject) => {
      const { internalAdapter: users } = await library.$context;
      // The library wants an address for everybody. An issuer's is not taken, so that no address ever leads to a person.
      if ((await memberOf(db, person)) === undefined) await makeUser(library, person, `${person}@no-address.invalid`);
      await users.createAccount({ userId: person, providerId: issuer, accountId: subject });
    },
    forget: (person) => forgetIn(db, person),
  };
}

async function memberOf(db: Kysely<IdentityTables>, person: string): Promise<Member | undefined> {
  const user = await db.selectFrom("user").selectAll().where("id", "=", person).executeTakeFirst();
  if (user === undefined) return undefined;
  const ways = await db.selectFrom("account").select("providerId").where("userId", "=", person).execute();
  const hasPassword = ways.some(({ providerId }) => providerId === PASSWORD);
  return { person, email: user.email, hasPassword, hasSecondFactor: user.twoFactorEnabled === true };
}

async function isTaken(db: Kysely<IdentityTables>, email: string, person: string): Promise<boolean> {
  const holder = db.selectFrom("user").select("id").where("email", "=", email.toLowerCase()).where("id", "!=", person);
  return (await holder.executeTakeFirst()) !== undefined;
}

async function setPassword(
  db: Kysely<IdentityTables>,
  library: Library,
  { person, email, password }: NewPassword,
): Promise<Decision<never, "address taken">> {
  const { internalAdapter: users, password: hashing } = await library.$context;
  const lower = email.toLowerCase();
  if (await isTaken(db, email, person)) return refuse("address taken");
  const hash = await hashing.hash(password);
  const before = await memberOf(db, person);
  if (before === undefined) await makeUser(library, person, lower);
  else await db.updateTable("user").set({ email: lower }).where("id", "=", person).execute();
  if (before?.hasPassword) await users.updatePassword(person, hash);
  else await users.createAccount({ userId: person, providerId: PASSWORD, accountId: person, password: hash });
  return accept();
}

async function makeUser(library: Library, id: string, email: string): Promise<void> {
  const { internalAdapter: users } = await library.$context;
  await users.createUser({ id, name: "", email, emailVerified: false }, { method: "invitation" });
}
