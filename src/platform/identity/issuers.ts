import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/** Which of an issuer's claims give which role, and where. */
const roleRule = z
  .strictObject({
    /** The claim that is looked at; a list of values counts as each of them. */
    claim: z.string().min(1),
    equals: z.string().min(1),
    role: z.string().min(1),
    organisation: z.union([z.strictObject({ fixed: z.string().min(1) }), z.strictObject({ claim: z.string().min(1) })]),
  })
  .readonly();

const claims = z
  .strictObject({
    name: z.string().min(1).default("name"),
    email: z.string().min(1).default("email"),
    /** Whether claims are asked for at the issuer's userinfo address too, as NHS CIS2 needs for roles. */
    userinfo: z.boolean().default(false),
    /** What must hold of the ID token before anybody is let in: that a second factor was used, say. */
    requires: z
      .array(z.strictObject({ claim: z.string().min(1), equals: z.string().min(1) }).readonly())
      .readonly()
      .default([]),
    /** Where one role of several is chosen at sign-in: only the chosen entry is then looked at for roles. */
    selected: z
      .strictObject({ claim: z.string().min(1), among: z.string().min(1), by: z.string().min(1) })
      .readonly()
      .optional(),
    roles: z.array(roleRule).readonly().default([]),
  })
  .readonly();

const issuer = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/, "use small letters, digits and hyphens, beginning with a letter"),
    name: z.string().min(1),
    issuer: z.url().refine(isPrivate, "must be an https address, except on this very machine"),
    clientId: z.string().min(1),
    clientSecretFile: z.string().min(1),
    authentication: z.enum(["client_secret_basic", "client_secret_post"]).default("client_secret_basic"),
    signedWith: z.enum(["RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"]).default("RS256"),
    scopes: z.array(z.string().min(1)).readonly().default(["openid", "profile", "email"]),
    /** Further words for the issuer, such as `acr_values`. */
    parameters: z.record(z.string(), z.string()).readonly().default({}),
    claims: claims.default(claims.parse({})),
    /** Who may come in: those invited here, or whoever has a role by their claims. */
    admits: z.enum(["invited", "claims"]),
  })
  .readonly()
  .refine(({ admits, claims: { roles } }) => admits === "invited" || roles.length > 0, {
    path: ["claims", "roles"],
    message: "must give at least one role where whoever has a role by their claims is admitted",
  })
  .refine(({ scopes }) => scopes.includes("openid"), { path: ["scopes"], message: "must have openid" });

const file = z
  .strictObject({ issuers: z.array(issuer).readonly() })
  .refine(({ issuers }) => new Set(issuers.flatMap(({ id, issuer: url }) => [id, url])).size === issuers.length * 2, {
    path: ["issuers"],
    message: "must each have an id and an address of their own",
  });

type Parsed = z.output<typeof issuer>;

/** An issuer of identities whom the product trusts, as the configuration describes it. */
export type Issuer = Omit<Parsed, "clientSecretFile"> & { readonly clientSecret: string };
export type IssuerClaims = Parsed["claims"];

/** A file of issuers that cannot be used; the message says where, what, and what to do. */
export class IssuersUnusable extends Error {
  override readonly name = "IssuersUnusable";
}

/** Reads the issuers of a YAML or JSON file, whose roles must be known ones. Throws IssuersUnusable. */
export function readIssuers(path: string, roles: readonly string[]): readonly Issuer[] {
  const read = file.safeParse(parsed(path));
  if (!read.success) {
    const faults = read.error.issues.map(({ path: at, message }) => `${at.join(".") || "the whole"}: ${message}`);
    throw new IssuersUnusable(`${path} does not describe issuers. ${faults.join("; ")}. See docs/sign-in.md.`);
  }
  return read.data.issuers.map(({ clientSecretFile, ...each }) => {
    const unknown = each.claims.roles.find(({ role }) => !roles.includes(role))?.role;
    if (unknown !== undefined) {
      throw new IssuersUnusable(
        `${path}: ${each.id} gives the role “${unknown}”, which there is not. Give one of: ${roles.join(", ")}.`,
      );
    }
    return { ...each, clientSecret: secretIn(resolve(dirname(path), clientSecretFile), path) };
  });
}

function parsed(path: string): unknown {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new IssuersUnusable(`${path}, the file of issuers, cannot be read: ${String(error)}. See docs/sign-in.md.`);
  }
}

function secretIn(secretPath: string, path: string): string {
  try {
    const secret = readFileSync(secretPath, "utf8").trim();
    if (secret !== "") return secret;
  } catch {
    // Said below.
  }
  throw new IssuersUnusable(
    `${path} names ${secretPath} for a client secret, which is not there, is empty or cannot be read.`,
  );
}

/** Whether nobody on the way can read along. */
export function isPrivate(address: string): boolean {
  const { protocol } = new URL(address);
  return protocol === "https:" || isOnThisMachine(address);
}

/** Whether an address is this machine's own, where plain HTTP goes over no wire. */
export function isOnThisMachine(address: string): boolean {
  return ["127.0.0.1", "[::1]", "localhost"].includes(new URL(address).hostname);
}
