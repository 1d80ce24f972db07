import type { Accounts } from "./accounts.ts";
import type { Ask } from "./asking.ts";
import type { CookieNames } from "./cookies.ts";
import type { IssuerExchange } from "./issuer-exchange.ts";
import type { Issuer } from "./issuers.ts";
import type { Library } from "./library.ts";
import type { Limiter } from "./limiter.ts";
import type { Members } from "./members.ts";
import type { Once } from "./once.ts";
import type { SignIns } from "./sign-ins.ts";

/** An issuer with the way of asking it. */
export interface OpenIssuer extends Issuer {
  readonly exchange: IssuerExchange;
}

/** What the pages of sign-in work with. */
export interface Desk {
  readonly address: URL;
  readonly secure: boolean;
  readonly names: CookieNames;
  /** Takes the cookie of a sign-in away. */
  readonly gone: string;
  readonly library: Library;
  readonly ask: Ask;
  readonly signIns: SignIns;
  readonly members: Members;
  readonly once: Once;
  readonly limiter: Limiter;
  readonly accounts: Accounts;
  readonly issuers: readonly OpenIssuer[];
  readonly now: () => Date;
}
