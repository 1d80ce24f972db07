import { isOurs, type Problems, type Redirect, redirect } from "../../web/outcome.ts";
import type { Visit } from "../../web/page.ts";
import type { Desk } from "../desk.ts";
import type { SignIn } from "../sign-ins.ts";
import { type Refused, WORDS } from "../words.ts";

/** Where the reader was going when they were asked to sign in: a path of ours, or else the front page. */
export function wanted(query: URLSearchParams): string {
  const to = query.get("to") ?? "/";
  return isOurs(to) ? to : "/";
}

/** A path of ours that remembers where the reader was going. */
export function withTo(path: string, to: string): string {
  return to === "/" ? path : `${path}?to=${encodeURIComponent(to)}`;
}

/** The sign-in of a request that opens pages; otherwise the way to get one, and back. */
export async function whole(desk: Desk, visit: Visit): Promise<SignIn | Redirect> {
  const signIn = await desk.signIns.current(visit.sender.headers);
  if (signIn?.isHalf) return redirect(withTo(SET_UP, visit.path));
  return signIn ?? redirect(withTo("/sign-in", visit.path));
}

/** Where the second factor is set up. */
export const SET_UP = "/account/second-factor/set-up";

/** The ways in which a sign-in that was under way may end, by the word for it in an address. */
const ENDED = { lapsed: "begin again", closed: "no member" } as const satisfies Readonly<Record<string, Refused>>;

/** Back to the beginning, and why; nothing for a refusal after which the reader may try once more where they are. */
export function startAgain(refused: Refused, to: string): Redirect | undefined {
  const why = Object.entries(ENDED).find(([, each]) => each === refused)?.[0];
  return why === undefined ? undefined : redirect(`/sign-in?ended=${why}&to=${encodeURIComponent(to)}`);
}

/** What to say at the beginning of a sign-in that ended before it was done. */
export function endedText(query: URLSearchParams): string | undefined {
  const why = Object.entries(ENDED).find(([word]) => word === query.get("ended"))?.[1];
  return why === undefined ? undefined : WORDS[why];
}

/** Whether the reader is to be sent elsewhere. */
export function isRedirect(found: SignIn | Redirect): found is Redirect {
  return "to" in found;
}

/** A refusal as a form shows it, beside the field it is about. */
export function problem(refused: Refused, field?: string): Problems {
  const status = refused === "too many tries" ? 429 : 422;
  return { problems: [{ ...(field !== undefined && { field }), message: WORDS[refused] }], status };
}
