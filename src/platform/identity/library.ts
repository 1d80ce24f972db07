import { createHmac } from "node:crypto";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import { getAdapter } from "better-auth/db/adapter";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { Kysely } from "kysely";
import { admission } from "./admission.ts";
import { hashedTokens } from "./hashed-tokens.ts";
import type { Hashing } from "./hashing.ts";
import { CODES, PASSWORD_LENGTH, SIGN_IN_ENDS, TO_FINISH, TRIES } from "./limits.ts";
import { proofOf } from "./proof.ts";
import type { IdentityTables } from "./tables.ts";

/** What the library is opened with. */
export interface LibraryOptions {
  /** Where browsers reach the service; HTTPS there keeps cookies to it. */
  readonly address: URL;
  readonly secret: string;
  readonly hashing: Hashing;
}

/** The header in which we tell the library the sender's address: it sees requests that we make, never a browser's own. */
export const ADDRESS_HEADER = "x-sender-address";

/** The prefix has browsers refuse our cookies from any other host, and without HTTPS. */
export function cookiePrefix(address: URL): string {
  return address.protocol === "https:" ? "__Host-chilford" : "chilford";
}

/**
 * How better-auth is set up: passwords and second factor, nothing sent anywhere, nobody joins by themselves. None of its
 * addresses is reachable from outside; our forms call it.
 */
export function librarySettings({ address, secret, hashing }: LibraryOptions) {
  return {
    appName: "Chilford",
    baseURL: address.origin,
    secret: createHmac("sha256", secret).update("sign-in").digest("base64url"),
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      password: hashing,
    },
    session: {
      expiresIn: SIGN_IN_ENDS.atMost,
      disableSessionRefresh: true,
      additionalFields: {
        how: { type: "string", required: true, input: false, defaultValue: "password" },
        claimed: { type: "string", required: false, input: false },
      },
    },
    databaseHooks: { session: { create: { before: async (_session, asked) => proofOf(asked) } } },
    rateLimit: {
      enabled: true,
      storage: "database",
      customRules: {
        "/sign-in/email": TRIES.fromAnAddress,
        "/two-factor/*": TRIES.fromAnAddress,
        "/change-password": TRIES.fromAnAddress,
      },
    },
    verification: { storeIdentifier: "hashed" },
    advanced: {
      cookiePrefix: cookiePrefix(address),
      useSecureCookies: false,
      defaultCookieAttributes: { secure: address.protocol === "https:", httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    plugins: [secondFactor(), admission()],
  } satisfies BetterAuthOptions;
}

function secondFactor() {
  return twoFactor({
    issuer: "Chilford",
    twoFactorCookieMaxAge: TO_FINISH.challenge,
    totpOptions: { digits: CODES.digits, period: CODES.period },
    backupCodeOptions: { amount: CODES.recovery, storeBackupCodes: "encrypted" },
    accountLockout: { maxFailedAttempts: TRIES.codesInARow.max, durationSeconds: TRIES.codesInARow.window },
  });
}

/** Opens better-auth over its tables. */
export async function openLibrary(db: Kysely<IdentityTables>, options: LibraryOptions) {
  const settings = librarySettings(options);
  const tables = await getAdapter({ ...settings, database: { db, type: "postgres", transaction: true } });
  return betterAuth({ ...settings, database: () => hashedTokens(tables) });
}

export type Library = Awaited<ReturnType<typeof openLibrary>>;
