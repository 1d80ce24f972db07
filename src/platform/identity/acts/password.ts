import type { Sender } from "../../web/sender.ts";
import type { Desk } from "../desk.ts";
import { TO_FINISH, TRIES } from "../limits.ts";
import type { Refused } from "../words.ts";

/** Where a sign-in stands after a step of it. */
export type Step =
  | { readonly next: "code" | "set up" | "done"; readonly cookies: readonly string[] }
  | { readonly refused: Refused };

interface Given {
  readonly email: string;
  readonly password: string;
}

/**
 * The first half of signing in. Who is known and who is not get the same answer at the same cost; tries are counted by
 * what was typed, whether or not it is anybody's.
 */
export async function signInByPassword(desk: Desk, from: Sender, { email, password }: Given): Promise<Step> {
  const counted = `account ${email.trim().toLowerCase()}`;
  if (!(await desk.limiter.take(counted, TRIES.passwordsOfAnAccount))) return { refused: "too many tries" };
  const before = await desk.signIns.current(from.headers);
  const { status, data, cookies } = await desk.ask("/sign-in/email", { email: email.trim(), password }, from);
  if (status === 429) return { refused: "too many tries" };
  if (status !== 200) return { refused: "wrong password" };
  await desk.limiter.forgive(counted);
  if (before !== undefined) await desk.signIns.end(before.id);
  await desk.signIns.sweep();
  if (data.twoFactorRedirect === true) return { next: "code", cookies };
  await beginSetUp(desk, from, { password, cookies });
  return { next: "set up", cookies };
}

/** Makes the secret of a second factor, which counts only once a code of it has been entered. */
export async function beginSetUp(
  desk: Desk,
  from: Sender,
  { password, cookies }: { readonly password: string; readonly cookies: readonly string[] },
): Promise<void> {
  const cookie = cookies.map((each) => each.split(";")[0]).join("; ");
  const begun = await desk.signIns.current(new Headers({ Cookie: cookie }));
  const { status, data } = await desk.ask("/two-factor/enable", { password }, from, cookie);
  if (status !== 200 || begun === undefined || typeof data.totpURI !== "string") {
    throw new Error(`The second factor could not be begun: ${status}`);
  }
  await desk.once.keep(`set-up ${begun.person}`, data.totpURI, TO_FINISH.setUp);
}
