import { cookiePrefix } from "./library.ts";

/** The cookies of sign-in by what they are for, as this address names them. */
export interface CookieNames {
  readonly signIn: string;
  /** Holds a sign-in between its password and its code. */
  readonly challenge: string;
  /** Holds the browser to a sign-in that it began at an issuer. */
  readonly issuer: string;
}

/** Names of cookies, by the library's own way of naming them. */
export function cookieNames(address: URL): CookieNames {
  const prefix = cookiePrefix(address);
  return { signIn: `${prefix}.session_token`, challenge: `${prefix}.two_factor`, issuer: `${prefix}.issuer` };
}

/** Of a request's cookies the one of a name, as it came, for handing on; nothing where there is none. */
export function cookieNamed(headers: Headers, name: string): string | undefined {
  const cookies = (headers.get("Cookie") ?? "").split(";").map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${name}=`));
}

/** The value of a cookie. */
export function cookieValue(headers: Headers, name: string): string | undefined {
  return cookieNamed(headers, name)?.slice(name.length + 1);
}

/** A cookie for as long as the browser is open, with what all our cookies have. */
export function cookieSet(name: string, value: string, secure: boolean): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** Takes a cookie away. */
export function cookieGone(name: string, secure: boolean): string {
  return `${cookieSet(name, "", secure)}; Max-Age=0`;
}
