import type { Context } from "hono";
import type { Person } from "../access/person.ts";
import type { Session } from "./session.ts";

/** What is known of a request while it is answered; a fault may come before all of it is. */
export interface Exchange {
  Variables: { requestId: string; session: Session; person: Person; isKnown: boolean };
}

/** Hono's context of one of our requests. */
export type Exchanged = Context<Exchange>;
