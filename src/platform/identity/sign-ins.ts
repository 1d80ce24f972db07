import type { Kysely } from "kysely";
import { z } from "zod";
import type { Post } from "../access/person.ts";
import { type CookieNames, cookieNamed } from "./cookies.ts";
import type { Library } from "./library.ts";
import { SIGN_IN_ENDS, TRIES } from "./limits.ts";
import { HALF } from "./proof.ts";
import type { IdentityTables } from "./tables.ts";

/** One sign-in that is under way, in one browser. */
export interface SignIn {
  readonly id: string;
  readonly person: string;
  /** How they proved who they are: "code", "recovery code", or an issuer's id. */
  readonly how: string;
  /** Whether only a password has been given yet, by somebody who has no second factor. */
  readonly isHalf: boolean;
  readonly claimed: readonly Post[] | undefined;
  readonly began: Date;
  readonly used: Date;
  readonly address: string;
  readonly browser: string;
}

/** The sign-ins under way, kept in the database. */
export interface SignIns {
  /** The one of a request, unless it has ended; using it keeps it from ending for want of use. */
  current(headers: Headers): Promise<SignIn | undefined>;
  of(person: string): Promise<readonly SignIn[]>;
  end(id: string): Promise<void>;
  /** Ends all of a person's but one. */
  endOthers(person: string, kept: string | undefined): Promise<void>;
  /** Removes what has ended by itself, and what was counted long ago. */
  sweep(): Promise<void>;
}

const posts = z.array(z.strictObject({ role: z.string(), organisation: z.string() })).readonly();

/** Within this time, further requests do not count as further use, so that not every page writes. */
const USE_COUNTS_EACH = 60;

interface Wiring {
  readonly db: Kysely<IdentityTables>;
  readonly library: Library;
  readonly names: CookieNames;
  readonly now: () => Date;
}

/** The sign-ins in the library's tables. */
export function signInsOver({ db, library, names, now }: Wiring): SignIns {
  const secondsAgo = (seconds: number) => new Date(now().getTime() - seconds * 1000);
  const end = async (id: string) => {
    await db.deleteFrom("session").where("id", "=", id).execute();
  };
  return {
    end,
    current: async (headers) => {
      const cookie = cookieNamed(headers, names.signIn);
      if (cookie === undefined) return undefined;
      const found = await library.api.getSession({ headers: new Headers({ Cookie: cookie }) });
      if (found === null) return undefined;
      const row = await db.selectFrom("session").selectAll().where("id", "=", found.session.id).executeTakeFirst();
      if (row === undefined) return undefined;
      if (row.updatedAt <= secondsAgo(SIGN_IN_ENDS.unused)) {
        await end(row.id);
        return undefined;
      }
      if (row.updatedAt <= secondsAgo(USE_COUNTS_EACH)) {
        await db.updateTable("session").set({ updatedAt: now() }).where("id", "=", row.id).execute();
      }
      return signInOf(row);
    },
    of: async (person) => {
      const rows = await db
        .selectFrom("session")
        .selectAll()
        .where("userId", "=", person)
        .where("expiresAt", ">", now())
        .where("updatedAt", ">", secondsAgo(SIGN_IN_ENDS.unused))
        .orderBy("updatedAt", "desc")
        .orderBy("id")
        .execute();
      return rows.map(signInOf);
    },
    endOthers: async (person, kept) => {
      const all = db.deleteFrom("session").where("userId", "=", person);
      await (kept === undefined ? all : all.where("id", "!=", kept)).execute();
    },
    sweep: async () => {
      const [unused, forgotten] = [secondsAgo(SIGN_IN_ENDS.unused), secondsAgo(TRIES.fromAnAddress.window).getTime()];
      await db
        .deleteFrom("session")
        .where((eb) => eb.or([eb("expiresAt", "<=", now()), eb("updatedAt", "<=", unused)]))
        .execute();
      await db.deleteFrom("verification").where("expiresAt", "<=", now()).execute();
      await db.deleteFrom("rateLimit").where("lastRequest", "<=", forgotten).execute();
    },
  };
}

function signInOf(row: IdentityTables["session"]): SignIn {
  return {
    id: row.id,
    person: row.userId,
    how: row.how,
    isHalf: row.how === HALF,
    claimed: row.claimed === null ? undefined : posts.parse(JSON.parse(row.claimed)),
    began: row.createdAt,
    used: row.updatedAt,
    address: row.ipAddress ?? "",
    browser: row.userAgent ?? "",
  };
}
