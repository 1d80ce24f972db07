import type { Sender } from "../../web/sender.ts";
import { cookieNamed } from "../cookies.ts";
import type { Desk } from "../desk.ts";
import { TO_FINISH, TRIES } from "../limits.ts";
import { type PasswordFault, passwordFault } from "../password.ts";
import type { SignIn } from "../sign-ins.ts";
import type { Refused } from "../words.ts";
import { beginSetUp, type Step } from "./password.ts";

/** A password in place of another; the reader stays signed in here, under a new token, and nowhere else. */
export async function changePassword(
  desk: Desk,
  from: Sender,
  { person }: SignIn,
  { current, wanted }: { readonly current: string; readonly wanted: string },
): Promise<Step | { readonly fault: PasswordFault }> {
  const email = (await desk.members.member(person))?.email ?? "";
  const fault = passwordFault(wanted, { email });
  if (fault !== undefined) return { fault };
  const changed = { currentPassword: current, newPassword: wanted, revokeOtherSessions: true };
  const done = await withPassword(desk, from, person, "/change-password", changed);
  if ("refused" in done) return done;
  await desk.accounts.noticed({ person, what: "password-changed", how: "password", at: desk.now() });
  return { next: "done", cookies: done.cookies };
}

/** Makes new recovery codes; the old ones are worthless from then on. */
export async function renewCodes(desk: Desk, from: Sender, { person }: SignIn, password: string): Promise<Step> {
  const done = await withPassword(desk, from, person, "/two-factor/generate-backup-codes", { password });
  if ("refused" in done) return done;
  await desk.once.keep(`codes ${person}`, "unseen", TO_FINISH.setUp);
  return { next: "done", cookies: done.cookies };
}

/** Takes the second factor away so that another can be set up, before which nothing else opens. */
export async function renewFactor(desk: Desk, from: Sender, { person }: SignIn, password: string): Promise<Step> {
  const done = await withPassword(desk, from, person, "/two-factor/disable", { password });
  if ("refused" in done) return done;
  await beginSetUp(desk, from, { password, cookies: done.cookies });
  return { next: "set up", cookies: done.cookies };
}

/** The recovery codes, the first time they are asked for after they were made; not again. */
export async function newCodes({ once, library }: Desk, person: string): Promise<readonly string[] | undefined> {
  if ((await once.take(`codes ${person}`)) === undefined) return undefined;
  return (await library.api.viewBackupCodes({ body: { userId: person } })).backupCodes;
}

/** How many recovery codes are left. */
export async function codesLeft({ library }: Desk, person: string): Promise<number> {
  return (await library.api.viewBackupCodes({ body: { userId: person } })).backupCodes.length;
}

/** Asks for something that needs the password once more, and counts tries as at signing in. */
async function withPassword(
  desk: Desk,
  from: Sender,
  person: string,
  path: string,
  body: object,
): Promise<{ readonly cookies: readonly string[] } | { readonly refused: Refused }> {
  const counted = `person ${person}`;
  if (!(await desk.limiter.take(counted, TRIES.passwordsOfAnAccount))) return { refused: "too many tries" };
  const { status, cookies } = await desk.ask(path, body, from, cookieNamed(from.headers, desk.names.signIn));
  if (status === 429) return { refused: "too many tries" };
  if (status !== 200) return { refused: "wrong current" };
  await desk.limiter.forgive(counted);
  return { cookies };
}
