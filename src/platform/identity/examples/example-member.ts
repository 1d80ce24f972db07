import { codeAt, secretOn } from "./authenticator.ts";
import { type Arrived, type Browser, browserFor } from "./browser.ts";
import type { ExampleService } from "./example-service.ts";
import type { MemoryAccounts } from "./memory-accounts.ts";

export const PASSWORD = "a quiet heron by the weir";

/** Somebody who took up an invitation, signed in in their browser, with all that they were shown on the way. */
export interface ExampleMember {
  readonly person: string;
  readonly email: string;
  readonly browser: Browser;
  readonly secret: string;
  readonly setUp: Arrived;
  readonly codes: Arrived;
  readonly recovery: readonly string[];
}

let made = 0;

/** Invites somebody and takes up the invitation, with a password and a second factor. */
export async function exampleMember(
  { web }: Pick<ExampleService, "web">,
  accounts: MemoryAccounts,
  now: () => Date,
): Promise<ExampleMember> {
  made += 1;
  const [person, email] = [`p${made}`, `lay${made}@patients.example`];
  const posts = ["lay member at Fenmere PCT"];
  accounts.invite(`token-${person}`, { person, name: "Robin Sample", email, posts, by: "Pat" });
  const browser = browserFor(web, { agent: `Browser of ${person}` });
  const setUp = await browser.send(`/invitations/token-${person}`, { password: PASSWORD, again: PASSWORD });
  const secret = secretOn(setUp.text);
  const codes = await browser.send("/account/second-factor/set-up", { code: codeAt(secret, now()) });
  return { person, email, browser, secret, setUp, codes, recovery: codesOn(codes.text) };
}

/** The recovery codes that a page shows. */
export function codesOn(html: string): readonly string[] {
  return [...html.matchAll(/<code>([A-Za-z0-9]{5}-[A-Za-z0-9]{5})<\/code>/g)].map(([, code = ""]) => code);
}
