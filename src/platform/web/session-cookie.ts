import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Exchange } from "./exchange.ts";
import type { Seal, Session } from "./session.ts";
import type { Web } from "./web.ts";

/** What sessions need of a web. */
type Clockwork = Pick<Web, "now" | "newId" | "secure" | "identify" | "visitor">;

/** Finds the session and the person of a request, or begins a session for a visitor. */
export function openSession(web: Clockwork, seal: Seal): MiddlewareHandler<Exchange> {
  return async (c, next) => {
    const open = seal.opened(getCookie(c, cookieName(web)), web.now());
    const session = open ?? beginSession(c, web, seal, null);
    const known = await web.identify({ headers: c.req.raw.headers, chosen: session.person });
    c.set("session", session);
    c.set("person", known ?? web.visitor);
    c.set("isKnown", known !== undefined);
    await next();
  };
}

/** A new session under a new id, for a person or for nobody yet. */
export function beginSession(c: Context, web: Clockwork, seal: Seal, person: string | null): Session {
  const began = Math.floor(web.now().getTime() / 1000);
  const session: Session = { id: web.newId(), ...(person === null ? {} : { person }), began };
  setCookie(c, cookieName(web), seal.session(session), {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: web.secure,
  });
  return session;
}

/** The prefix has browsers refuse the cookie from any other host or without HTTPS. */
function cookieName({ secure }: Pick<Web, "secure">): string {
  return secure ? "__Host-session" : "session";
}
