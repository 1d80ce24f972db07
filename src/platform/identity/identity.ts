import type { Kysely } from "kysely";
import type { Anyone } from "../access/access.ts";
import type { Post } from "../access/person.ts";
import { connectSchema } from "../record/schema.ts";
import type { Page } from "../web/page.ts";
import type { Accounts } from "./accounts.ts";
import { returnPath } from "./acts/issuer.ts";
import { asking } from "./asking.ts";
import { cookieGone, cookieNames } from "./cookies.ts";
import type { Desk } from "./desk.ts";
import { type Hashing, scryptHashing } from "./hashing.ts";
import { issuerExchange } from "./issuer-exchange.ts";
import type { Issuer } from "./issuers.ts";
import { openLibrary } from "./library.ts";
import { createLimiter } from "./limiter.ts";
import { membersOver } from "./members.ts";
import { onceOver } from "./once.ts";
import { accountPages } from "./pages/account.page.tsx";
import { codePages } from "./pages/code.page.tsx";
import { invitationPages } from "./pages/invitation.page.tsx";
import { issuerPages } from "./pages/issuer.page.tsx";
import { secretPages } from "./pages/secrets.page.tsx";
import { setUpPages } from "./pages/set-up.page.tsx";
import { signInPages } from "./pages/sign-in.page.tsx";
import { signInsOver } from "./sign-ins.ts";
import type { IdentityTables } from "./tables.ts";

/** Somebody who has proved who they are. */
export interface SignedIn {
  readonly person: string;
  readonly session: string;
  /** The posts that an issuer's claims give; then they alone count. */
  readonly claimed?: readonly Post[];
}

/** Who people are: the pages on which they prove it, and the proof at each request. */
export interface Identity {
  readonly pages: readonly Page<Anyone>[];
  /** Who sends a request: nobody where the sign-in has ended or is not whole, or the person has left. */
  identify(headers: Headers): Promise<SignedIn | undefined>;
  /** Ends all sign-ins of a person. */
  endAll(person: string): Promise<void>;
  /** Removes everything that sign-in keeps of a person. */
  forget(person: string): Promise<void>;
  close(): Promise<void>;
}

export interface IdentityOptions {
  /** The record's database, as the role of the application. */
  readonly url: string;
  /** Where browsers reach the service, without a path: issuers send them back there. */
  readonly address: string;
  readonly secret: string;
  readonly accounts: Accounts;
  readonly issuers?: readonly Issuer[];
  readonly hashing?: Hashing;
  /** The world's own clock: the library reads it too. */
  readonly now: () => Date;
}

/** Opens sign-in over its tables in the record's database, which the record's owner has made. */
export async function openIdentity(options: IdentityOptions): Promise<Identity> {
  const db = connectSchema<IdentityTables>(options.url, "identity");
  const desk = await openDesk(db, options);
  await desk.signIns.sweep();
  const { accounts, signIns, members } = desk;
  const endAll = (person: string) => signIns.endOthers(person, undefined);
  return {
    pages: [signInPages, codePages, setUpPages, issuerPages, invitationPages, accountPages, secretPages].flatMap(
      (pages) => pages(desk),
    ),
    identify: async (headers) => {
      const signIn = await signIns.current(headers);
      if (signIn === undefined || signIn.isHalf) return undefined;
      const { id: session, person, claimed } = signIn;
      if (await accounts.isActive(person)) return { person, session, ...(claimed && { claimed }) };
      await endAll(person);
      return undefined;
    },
    endAll,
    forget: members.forget,
    close: () => db.destroy(),
  };
}

async function openDesk(db: Kysely<IdentityTables>, options: IdentityOptions): Promise<Desk> {
  const { secret, accounts, issuers = [], hashing = scryptHashing, now } = options;
  const address = new URL(options.address);
  const secure = address.protocol === "https:";
  const names = cookieNames(address);
  const library = await openLibrary(db, { address, secret, hashing });
  return {
    address,
    secure,
    names,
    gone: cookieGone(names.signIn, secure),
    library,
    ask: asking(library, address),
    signIns: signInsOver({ db, library, names, now }),
    members: membersOver(db, library),
    once: onceOver(library, now),
    limiter: createLimiter(db, now),
    accounts,
    issuers: issuers.map((issuer) => ({
      ...issuer,
      exchange: issuerExchange(issuer, new URL(returnPath(issuer.id), address)),
    })),
    now,
  };
}
