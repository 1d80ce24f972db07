import { type CryptoKey, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { CLIENT, KEY_ID, type SigningKey } from "./provider.ts";

/** An ID token as the issuer made it, and the key it was signed with. */
export interface Genuine {
  readonly claims: JWTPayload;
  readonly key: SigningKey;
}

/** Makes another ID token of a genuine one; nothing, to leave it out. */
export type Forging = (genuine: Genuine) => Promise<string | undefined>;

const RS256 = { alg: "RS256", kid: KEY_ID, typ: "JWT" };

/** Signed with the issuer's own key, but with other claims; one that is undefined is left out. */
export function claiming(other: Readonly<Record<string, unknown>>): Forging {
  return ({ claims, key }) => signed({ ...claims, ...other } as JWTPayload, key.privateKey);
}

/** Signed by a stranger who names the issuer's key. */
export const byStranger: Forging = async ({ claims }) => signed(claims, (await generateKeyPair("RS256")).privateKey);

/** With a signature of the right form over other claims. */
export const altered: Forging = async ({ claims, key }) => {
  const [header, , signature] = (await signed(claims, key.privateKey)).split(".");
  return [header, encoded({ ...claims, sub: "somebody-else" }), signature].join(".");
};

/** Not signed at all, and saying so. */
export const unsigned: Forging = async ({ claims }) => `${encoded({ alg: "none", typ: "JWT" })}.${encoded(claims)}.`;

/** Signed with what both sides know, in place of the issuer's key. */
export const byClientSecret: Forging = ({ claims }) =>
  new SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "JWT" }).sign(new TextEncoder().encode(CLIENT.secret));

/** Signed with the issuer's public key as if it were a shared secret. */
export const byPublicKey: Forging = ({ claims, key }) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256", kid: KEY_ID, typ: "JWT" })
    .sign(new TextEncoder().encode(JSON.stringify(key.publicJwk)));

/** Left out. */
export const leftOut: Forging = async () => undefined;

function signed(claims: JWTPayload, key: CryptoKey): Promise<string> {
  const kept = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
  return new SignJWT(kept).setProtectedHeader(RS256).sign(key);
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}
