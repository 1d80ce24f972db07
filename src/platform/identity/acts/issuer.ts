import { createHash, randomBytes } from "node:crypto";
import { isRefused } from "#kernel/decision.ts";
import type { Post } from "../../access/person.ts";
import type { Sender } from "../../web/sender.ts";
import { cookiesOf, headersFor } from "../asking.ts";
import { type Claimed, claimedBy, fulfils } from "../claims.ts";
import { cookieGone, cookieSet, cookieValue } from "../cookies.ts";
import type { Desk, OpenIssuer } from "../desk.ts";
import { type Pending, pending } from "../issuer-exchange.ts";
import { TO_FINISH } from "../limits.ts";
import type { IssuerRefused } from "../words.ts";

type Refusal = { readonly refused: IssuerRefused; readonly check?: string };

/** Where to come back to, and the invitation that is taken up on the way, if one is. */
export interface Purpose {
  readonly to: string;
  readonly invitation?: string;
}

/** Sends the reader to an issuer. What must come back with them is remembered here, bound to this browser. */
export async function leaveForIssuer(
  { once, names, secure }: Desk,
  { id, exchange }: OpenIssuer,
  purpose: Purpose,
): Promise<{ readonly to: URL; readonly cookie: string } | Refusal> {
  const begun = await exchange.begin();
  if (begun === undefined) return { refused: "unreachable" };
  const browser = randomBytes(32).toString("base64url");
  const remembered: Pending = { issuer: id, ...begun.secrets, browser: hashOf(browser), ...purpose };
  await once.keep(`issuer ${begun.secrets.state}`, JSON.stringify(remembered), TO_FINISH.atIssuer);
  return { to: begun.to, cookie: cookieSet(names.issuer, browser, secure) };
}

/**
 * Takes the reader in who comes back from an issuer. The state works once, in the browser and with the issuer it was made
 * for; only then is the issuer asked for the proof.
 */
export async function returnFromIssuer(
  desk: Desk,
  issuer: OpenIssuer,
  from: Sender,
  query: URLSearchParams,
): Promise<{ readonly to: string; readonly cookies: readonly string[] } | Refusal> {
  const kept = await desk.once.take(`issuer ${query.get("state") ?? ""}`);
  if (kept === undefined) return { refused: "unknown" };
  const remembered = pending.parse(JSON.parse(kept));
  if (remembered.browser !== hashOf(cookieValue(from.headers, desk.names.issuer) ?? "")) {
    return { refused: "another browser" };
  }
  if (remembered.issuer !== issuer.id) return { refused: "another issuer" };
  const came = new URL(`${returnPath(issuer.id)}?${query}`, desk.address);
  const proved = await issuer.exchange.finish(came, remembered);
  if ("failed" in proved) return { refused: proved.failed, check: proved.check };
  if (!fulfils(proved.token, issuer.claims)) return { refused: "requirement" };
  const claimed = claimedBy(proved.all, issuer.claims);
  const person = await personFor(desk, issuer, { subject: String(proved.token.sub), claimed }, remembered.invitation);
  if (typeof person !== "string") return person;
  const cookies = await admit(desk, from, person, issuer, claimed.posts);
  return { to: remembered.to, cookies: [...cookies, cookieGone(desk.names.issuer, desk.secure)] };
}

/** Where an issuer sends readers back to; it is to be told of this address. */
export function returnPath(issuer: string): string {
  return `/sign-in/from/${issuer}`;
}

interface Proved {
  readonly subject: string;
  readonly claimed: Claimed;
}

async function personFor(
  desk: Desk,
  issuer: OpenIssuer,
  proved: Proved,
  invitation: string | undefined,
): Promise<string | Refusal> {
  const linked = await desk.members.linked(issuer.issuer, proved.subject);
  const person =
    invitation === undefined
      ? await memberOrJoined(desk, issuer, proved, linked)
      : await accepted(desk, issuer, proved.subject, { linked, invitation });
  if (typeof person !== "string") return person;
  return (await desk.accounts.isActive(person)) ? person : { refused: "no member" };
}

async function memberOrJoined(
  { accounts, members, now }: Desk,
  { id, issuer, admits }: OpenIssuer,
  { subject, claimed: { name, email, posts = [] } }: Proved,
  linked: string | undefined,
): Promise<string | Refusal> {
  if (admits === "invited") return linked ?? { refused: "not admitted" };
  if (posts.length === 0) return { refused: "no role" };
  const person = await accounts.joined({ issuer: id, subject, name, email, posts, at: now() });
  if (linked === undefined) await members.link(person, issuer, subject);
  return linked ?? person;
}

async function accepted(
  { accounts, members, now }: Desk,
  { issuer }: OpenIssuer,
  subject: string,
  { linked, invitation }: { readonly linked: string | undefined; readonly invitation: string },
): Promise<string | Refusal> {
  const found = await accounts.invitation(invitation);
  if (found === undefined) return { refused: "invitation gone" };
  if (linked !== undefined && linked !== found.person) return { refused: "linked already" };
  if (isRefused(await accounts.accept(invitation, now()))) return { refused: "invitation gone" };
  if (linked === undefined) await members.link(found.person, issuer, subject);
  return found.person;
}

async function admit(
  desk: Desk,
  from: Sender,
  person: string,
  { id }: OpenIssuer,
  posts: readonly Post[] | undefined,
): Promise<readonly string[]> {
  const before = await desk.signIns.current(from.headers);
  if (before !== undefined) await desk.signIns.end(before.id);
  await desk.signIns.sweep();
  const body = { person, how: id, claimed: posts === undefined ? null : JSON.stringify(posts) };
  const headers = headersFor(from, undefined, desk.address.origin);
  const response = await desk.library.api.admit({ body, headers, asResponse: true });
  await desk.accounts.noticed({ person, what: "signed-in", how: id, at: desk.now() });
  return cookiesOf(response.headers);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
