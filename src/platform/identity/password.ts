import { PASSWORD_LENGTH } from "./limits.ts";
import { isCommon } from "./usual-passwords.ts";

/** Whose password it is to be: what it may not contain. */
export interface Owner {
  readonly email: string;
  readonly name?: string;
}

export type PasswordFault = "short" | "long" | "common" | "personal";

/**
 * What is wrong with a password somebody wants, if anything. Length counts, not which signs are in it.
 * Source: settled ¶sign-in-2.
 */
export function passwordFault(password: string, owner: Owner): PasswordFault | undefined {
  const length = [...password.normalize("NFKC")].length;
  if (length < PASSWORD_LENGTH.least) return "short";
  if (length > PASSWORD_LENGTH.most) return "long";
  if (isPersonal(password, owner)) return "personal";
  return isCommon(password) ? "common" : undefined;
}

function isPersonal(password: string, { email, name = "" }: Owner): boolean {
  const lower = password.normalize("NFKC").toLowerCase();
  const [local = ""] = email.split("@");
  const parts = [local, ...local.split(/[^\p{L}\p{N}]+/u), ...name.split(/\s+/)].map((part) => part.toLowerCase());
  return parts.some((part) => part.length >= 4 && lower.includes(part));
}
