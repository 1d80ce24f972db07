import type { Sender } from "../../web/sender.ts";
import { cookieNamed, cookieValue } from "../cookies.ts";
import type { Desk } from "../desk.ts";
import { TO_FINISH, TRIES } from "../limits.ts";
import type { SignIn } from "../sign-ins.ts";
import type { Step } from "./password.ts";

/** Which of the two things of a second factor is given. */
export type Factor = "code" | "recovery code";

const ASKED = { code: "/two-factor/verify-totp", "recovery code": "/two-factor/verify-backup-code" } as const;

/** Who is between password and code in this browser; nobody where that has lapsed. */
export async function challenged({ library, names, now }: Desk, headers: Headers): Promise<string | undefined> {
  // The value and its signature, which the library checks; here it only names a row.
  const [identifier = ""] = (cookieValue(headers, names.challenge) ?? "").split(/\.|%2E/i);
  if (identifier === "") return undefined;
  const row = await (await library.$context).internalAdapter.findVerificationValue(identifier);
  return row === null || row.expiresAt <= now() ? undefined : row.value;
}

/** The second half of signing in. The sign-in itself begins only here, so that nothing older carries it. */
export async function signInByFactor(desk: Desk, from: Sender, factor: Factor, typed: string): Promise<Step> {
  const person = await challenged(desk, from.headers);
  if (person === undefined) return { refused: "begin again" };
  const code = typed.replaceAll(/\s/g, "");
  if (factor === "code" && !(await isFirst(desk, person, code))) return { refused: "wrong code" };
  const cookie = cookieNamed(from.headers, desk.names.challenge);
  const { status, data, cookies } = await desk.ask(ASKED[factor], { code }, from, cookie);
  if (status !== 200) return { refused: refusalOf(factor, status, String(data.code)) };
  if (!(await desk.accounts.isActive(person))) {
    await desk.signIns.endOthers(person, undefined);
    return { refused: "no member" };
  }
  const at = desk.now();
  if (factor === "recovery code")
    await desk.accounts.noticed({ person, what: "recovery-code-used", how: "password", at });
  await desk.accounts.noticed({ person, what: "signed-in", how: "password", at });
  return { next: "done", cookies };
}

/** Ends the setting up of a second factor with its first code; all other sign-ins of the person end, begun without it. */
export async function confirmSetUp(desk: Desk, from: Sender, { person }: SignIn, typed: string): Promise<Step> {
  const code = typed.replaceAll(/\s/g, "");
  if (!(await isFirst(desk, person, code))) return { refused: "wrong code" };
  const cookie = cookieNamed(from.headers, desk.names.signIn);
  const { status, cookies } = await desk.ask(ASKED.code, { code }, from, cookie);
  if (status !== 200) return { refused: status === 429 ? "too many tries" : "wrong code" };
  const begun = await desk.signIns.current(
    new Headers({ Cookie: cookies.map((each) => each.split(";")[0]).join("; ") }),
  );
  await desk.signIns.endOthers(person, begun?.id);
  await desk.once.take(`set-up ${person}`);
  await desk.once.keep(`codes ${person}`, "unseen", TO_FINISH.setUp);
  const at = desk.now();
  await desk.accounts.noticed({ person, what: "second-factor-set", how: "password", at });
  await desk.accounts.noticed({ person, what: "signed-in", how: "password", at });
  return { next: "done", cookies };
}

/** Whether a code is entered for the first time: one that somebody looked over a shoulder for is worth nothing. */
function isFirst({ limiter }: Desk, person: string, code: string): Promise<boolean> {
  return limiter.take(`code ${person} ${code}`, TRIES.sameCode);
}

function refusalOf(factor: Factor, status: number, code: string) {
  if (status === 429) return "too many tries";
  if (["INVALID_TWO_FACTOR_COOKIE", "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE"].includes(code)) return "begin again";
  return factor === "code" ? "wrong code" : "wrong recovery code";
}
