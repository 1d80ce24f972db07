import { isRefused } from "#kernel/decision.ts";
import type { Sender } from "../../web/sender.ts";
import type { Desk } from "../desk.ts";
import { type PasswordFault, passwordFault } from "../password.ts";
import { type Step, signInByPassword } from "./password.ts";

/**
 * Takes up an invitation with a password. It is accepted first, on the record, so that of two who try one succeeds; what
 * is left undone by a crash then, a new link from an administrator makes good.
 */
export async function acceptWithPassword(
  desk: Desk,
  from: Sender,
  token: string,
  password: string,
): Promise<Step | { readonly fault: PasswordFault }> {
  const { accounts, members, signIns } = desk;
  const invitation = await accounts.invitation(token);
  if (invitation === undefined) return { refused: "invitation gone" };
  const { person, email, name, renews } = invitation;
  const fault = passwordFault(password, { email, name });
  if (fault !== undefined) return { fault };
  if (await members.isTaken(email, person)) return { refused: "address taken" };
  const at = desk.now();
  if (isRefused(await accounts.accept(token, at))) return { refused: "invitation gone" };
  if (isRefused(await members.setPassword({ person, email, password }))) return { refused: "address taken" };
  if (renews === "password and second factor") await members.removeSecondFactor(person);
  if (renews !== undefined) await accounts.noticed({ person, what: "password-changed", how: "password", at });
  await signIns.endOthers(person, undefined);
  return signInByPassword(desk, from, { email, password });
}
