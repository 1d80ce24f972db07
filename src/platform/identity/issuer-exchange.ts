import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { z } from "zod";
import type { Claims } from "./claims.ts";
import { type Issuer, isOnThisMachine } from "./issuers.ts";

/** What is remembered of a sign-in while the reader is at the issuer. */
export const pending = z.strictObject({
  issuer: z.string(),
  verifier: z.string(),
  nonce: z.string(),
  state: z.string(),
  /** The hash of a value that only the browser which began it holds. */
  browser: z.string(),
  to: z.string(),
  invitation: z.string().optional(),
});
export type Pending = Readonly<z.output<typeof pending>>;

/** The part of it that the exchange makes up itself. */
export type Secrets = Pick<Pending, "verifier" | "nonce" | "state">;

/** What came back: claims that were checked, or the code of the check that failed; never the token. */
export type Exchanged =
  | { readonly token: Claims; readonly all: Claims }
  | { readonly failed: "unreachable" | "refused" | "unproven"; readonly check: string };

/** The two halves of OpenID Connect's code flow with one issuer. */
export interface IssuerExchange {
  begin(): Promise<{ readonly to: URL; readonly secrets: Secrets } | undefined>;
  finish(came: URL, secrets: Secrets): Promise<Exchanged>;
}

/**
 * The code flow with PKCE, state and nonce. An ID token must come; its signature, algorithm, issuer, audience, times and
 * nonce are checked, though it comes over TLS from the issuer itself.
 */
export function issuerExchange(issuer: Issuer, returnTo: URL): IssuerExchange {
  let known: Promise<Configuration> | undefined;
  const configuration = () => {
    known ??= discovered(issuer).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    begin: async () => {
      const found = await configuration().catch(() => undefined);
      if (found === undefined) return undefined;
      const secrets = { verifier: randomPKCECodeVerifier(), nonce: randomNonce(), state: randomState() };
      const to = buildAuthorizationUrl(found, {
        ...issuer.parameters,
        response_type: "code",
        redirect_uri: returnTo.href,
        scope: issuer.scopes.join(" "),
        code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
        code_challenge_method: "S256",
        nonce: secrets.nonce,
        state: secrets.state,
      });
      return { to, secrets };
    },
    finish: async (came, secrets) => {
      const found = await configuration().catch(() => undefined);
      if (found === undefined) return { failed: "unreachable", check: "" };
      try {
        return await checked(found, issuer, came, secrets);
      } catch (error) {
        return failure(error);
      }
    },
  };
}

async function discovered({
  issuer,
  clientId,
  clientSecret,
  authentication,
  signedWith,
}: Issuer): Promise<Configuration> {
  const proof =
    authentication === "client_secret_post" ? ClientSecretPost(clientSecret) : ClientSecretBasic(clientSecret);
  const plain = isOnThisMachine(issuer) ? [allowInsecureRequests] : [];
  return discovery(new URL(issuer), clientId, { id_token_signed_response_alg: signedWith }, proof, {
    execute: [enableNonRepudiationChecks, ...plain],
    timeout: 10,
  });
}

async function checked(found: Configuration, { claims }: Issuer, came: URL, secrets: Secrets): Promise<Exchanged> {
  const tokens = await authorizationCodeGrant(found, came, {
    pkceCodeVerifier: secrets.verifier,
    expectedState: secrets.state,
    expectedNonce: secrets.nonce,
    idTokenExpected: true,
  });
  const token = tokens.claims();
  if (token === undefined) return { failed: "unproven", check: "no ID token" };
  const more = claims.userinfo ? await fetchUserInfo(found, tokens.access_token, token.sub) : {};
  return { token, all: { ...more, ...token } };
}

/** An issuer's own refusal and a check of ours that failed are told apart; neither shows what the issuer wrote. */
function failure(error: unknown): Exchanged {
  const { code, name } = error as { readonly code?: unknown; readonly name?: string };
  if (name === "AuthorizationResponseError" || name === "ResponseBodyError") {
    return { failed: "refused", check: String(code) };
  }
  const isReached = name !== "TypeError" && name !== "TimeoutError" && code !== "OAUTH_TIMEOUT";
  return { failed: isReached ? "unproven" : "unreachable", check: typeof code === "string" ? code : "" };
}
