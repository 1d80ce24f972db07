import type { Access } from "../access/access.ts";
import type { Person } from "../access/person.ts";
import type { RefusedAttempt } from "../access/refused-attempt.ts";
import type { Sight } from "../access/sight.ts";
import type { Assets } from "./assets/assets.ts";
import type { Health } from "./health/health.ts";
import type { Layout } from "./layout/layout.ts";
import type { LogEntry } from "./log/entry.ts";
import type { Page } from "./page.ts";
import type { Turns } from "./turns/turns.ts";

export type { LogEntry } from "./log/entry.ts";

/** What tells who sends a request. */
export interface Asked {
  readonly headers: Headers;
  /** The person whom the session names, where a visitor may choose who to be. */
  readonly chosen: string | undefined;
}

/** All that the web needs; the world reaches it through nothing else. */
export interface Web<Permission extends string = string> {
  readonly access: Access<Permission>;
  /** The person who sends a request; nothing where it is nobody who is known, or not any more. Asked at each request. */
  readonly identify: (asked: Asked) => Person | undefined | Promise<Person | undefined>;
  /** Who somebody is who has not said: what the public may see. */
  readonly visitor: Person;
  /** Whose files a person may be given, worked out once a request; nobody's unless stated. */
  readonly sight?: (person: Person) => Sight | Promise<Sight>;
  readonly layout: Layout<NoInfer<Permission>>;
  readonly pages: readonly Page<NoInfer<Permission> | "anyone">[];
  readonly assets: Assets;
  /** Signs sessions and forms. */
  readonly secret: string;
  /** True where browsers reach the service over HTTPS: cookies are then kept to it. */
  readonly secure: boolean;
  /** The addresses of our own proxies, whose word for the sender's address is taken; none unless stated. */
  readonly proxies?: readonly string[];
  /** The most bytes a form may have unless it says otherwise; one megabyte unless stated. */
  readonly formLimit?: number;
  /** The folder for files of forms while they come in and are looked at; the machine's own for such unless stated. */
  readonly arriving?: string;
  /** Turns at answering; the usual ones unless stated. */
  readonly turns?: Turns;
  /** What tells whether the service is fit to serve; without it there are no pages on health. */
  readonly health?: Health;
  readonly now: () => Date;
  /** Unguessable: sessions are named by it. */
  readonly newId: () => string;
  readonly log: (entry: LogEntry) => void;
  /** Told what a known person sent and may not do, before they are; not of what they only wanted to see. */
  readonly refused?: (attempt: RefusedAttempt) => Promise<void>;
}
