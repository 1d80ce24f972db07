import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type CryptoKey, exportJWK, generateKeyPair, type JWK } from "jose";
import Provider, { type Configuration, type KoaContextWithOIDC } from "oidc-provider";

/** The service, as the issuer knows it. */
export const CLIENT = { id: "chilford", secret: "what the issuer and the service both know and nobody else" } as const;

export const KEY_ID = "the issuer's key";

export interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** Whoever signs in next, and what the issuer says of them. */
export interface Somebody {
  readonly subject: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** An issuer that can be told who signs in, and of whom what is said at its userinfo address. */
export interface RunningProvider {
  readonly port: number;
  readonly key: SigningKey;
  signsIn: Somebody;
  close(): Promise<void>;
}

/** A certified OpenID Connect provider on a free port of this machine; readers reach it by the address of its front. */
export async function startProvider(issuer: string, returnTo: string): Promise<RunningProvider> {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const key = { privateKey, publicJwk: await exportJWK(publicKey) };
  const jwk = { ...(await exportJWK(privateKey)), kid: KEY_ID, alg: "RS256", use: "sig" };
  const state = { signsIn: { subject: "", claims: {} } as Somebody };
  const provider = new Provider(issuer, {
    ...settings(state, returnTo),
    jwks: { keys: [jwk] } as NonNullable<Configuration["jwks"]>,
  });
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/interaction/")) signedIn(provider, state.signsIn, request, response);
    else answer(request, response).catch(() => response.destroy());
  });
  const port = await listening(server);
  return Object.assign(state, { port, key, close: () => closed(server) });
}

function settings(state: { readonly signsIn: Somebody }, returnTo: string): Configuration {
  return {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [returnTo] }],
    claims: {
      openid: ["sub"],
      profile: ["name", "roles"],
      email: ["email"],
      nhs: ["selected_roleid", "nhsid_nrbac_roles"],
    },
    scopes: ["openid", "profile", "email", "nhs"],
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 600 },
    pkce: { required: () => true },
    cookies: { keys: ["a key for cookies of the issuer"] },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: async () => ({ sub: subject, ...(subject === state.signsIn.subject ? state.signsIn.claims : {}) }),
    }),
    loadExistingGrant: granted,
  };
}

/** Nobody is asked to consent. */
async function granted(context: KoaContextWithOIDC) {
  const { client, session, provider, params } = context.oidc;
  const grant = new provider.Grant({ clientId: client?.clientId ?? "", accountId: session?.accountId ?? "" });
  grant.addOIDCScope(String(params?.scope));
  await grant.save();
  return grant;
}

function signedIn(provider: Provider, { subject }: Somebody, request: IncomingMessage, response: ServerResponse): void {
  const outcome = subject === "" ? { error: "access_denied" } : { login: { accountId: subject, remember: false } };
  provider.interactionFinished(request, response, outcome).catch(() => response.destroy());
}

/** The free port at which a server now listens. */
export function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

/** The end of a server, with whatever was still connected. */
export function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
