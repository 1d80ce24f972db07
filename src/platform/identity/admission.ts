import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

const body = z.strictObject({ person: z.string(), how: z.string(), claimed: z.string().nullable() });

/** Begins a sign-in that an issuer vouches for. Only our own code can call it: it has no address. */
export function admission() {
  return {
    id: "admission",
    endpoints: {
      admit: createAuthEndpoint.serverOnly({ method: "POST", body, requireHeaders: true }, async (asked) => {
        const { person, how, claimed } = asked.body;
        const users = asked.context.internalAdapter;
        const [user, session] = [
          await users.findUserById(person),
          await users.createSession(person, false, { how, claimed }, true),
        ];
        if (user === null) throw new Error("Nobody is known to sign-in by this person's id");
        await setSessionCookie(asked, { session, user });
        return asked.json({ person: user.id });
      }),
    },
  } satisfies BetterAuthPlugin;
}
