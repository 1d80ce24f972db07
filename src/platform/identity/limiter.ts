import { createHash, randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { IdentityTables } from "./tables.ts";

/** So many times, then not again until it has been let be for the window, in seconds. */
export interface Limit {
  readonly window: number;
  readonly max: number;
}

/** Counts tries in the database, so that starting the service anew forgives nobody. */
export interface Limiter {
  /** Whether this is still allowed; counts it. What is counted is named by a hash, so that no address can be read off. */
  take(what: string, limit: Limit): Promise<boolean>;
  forgive(what: string): Promise<void>;
}

/** Counting in the library's own table of limits, one statement a try, so that tries at once cannot pass each other. */
export function createLimiter(db: Kysely<IdentityTables>, now: () => Date): Limiter {
  return {
    take: async (what, { window, max }) => {
      const [key, at] = [keyOf(what), now().getTime()];
      const counted = await db
        .insertInto("rateLimit")
        .values({ id: randomUUID(), key, count: 1, lastRequest: at })
        .onConflict((there) =>
          there
            .column("key")
            .doUpdateSet((eb) => ({
              count: eb
                .case()
                .when("rateLimit.lastRequest", "<=", at - window * 1000)
                .then(1)
                .else(eb("rateLimit.count", "+", 1))
                .end(),
              lastRequest: at,
            }))
            .where((eb) =>
              eb.or([eb("rateLimit.lastRequest", "<=", at - window * 1000), eb("rateLimit.count", "<", max)]),
            ),
        )
        .returning("count")
        .executeTakeFirst();
      return counted !== undefined;
    },
    forgive: async (what) => {
      await db.deleteFrom("rateLimit").where("key", "=", keyOf(what)).execute();
    },
  };
}

function keyOf(what: string): string {
  return createHash("sha256").update(what).digest("base64url");
}
