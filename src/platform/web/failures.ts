import { routePath } from "hono/route";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { NotAllowed, NotFound } from "../access/errors.ts";
import { RefusedForm } from "./body/refused-form.ts";
import type { Exchanged } from "./exchange.ts";
import {
  bugContent,
  busyContent,
  notAllowedContent,
  notFoundContent,
  refusedFormContent,
  tooLongContent,
} from "./layout/error-content.tsx";
import { type Content, redirect } from "./outcome.ts";
import type { Replies } from "./replies.ts";
import { Busy, TooLong } from "./turns/no-turn.ts";
import type { Web } from "./web.ts";

/** Seconds after which it is worth asking again. */
const LATER = "10";

/** Turns what was thrown into a page, in one place: what somebody may not have or do, what is too much, and our faults. */
export function createFailures<P extends string>(
  web: Web<P>,
  { html, sent }: Replies,
): (error: Error, c: Exchanged) => Response {
  const refused = (error: NotAllowed, c: Exchanged) => {
    const { signIn, chooseAPerson } = web.layout;
    if (signIn === undefined || c.get("isKnown") || c.req.method !== "GET") {
      return html(notAllowedContent(error.verdict, chooseAPerson), 403, c);
    }
    const { pathname, search } = new URL(c.req.url);
    return sent(redirect(`${signIn}?to=${encodeURIComponent(pathname + search)}`), c);
  };
  return (error, c) => {
    if (error instanceof NotAllowed) return refused(error, c);
    const expected = expectedOf(error, c.req.method === "POST");
    if (expected === undefined) {
      web.log({ kind: "bug", id: c.get("requestId"), route: routePath(c, -1), error });
      return html(bugContent(c.get("requestId")), 500, c);
    }
    if (expected.status === 503) c.header("Retry-After", LATER);
    return html(expected.content, expected.status, c);
  };
}

/** The page for what may well happen; nothing for a fault of ours. */
function expectedOf(
  error: Error,
  isSent: boolean,
): { readonly status: ContentfulStatusCode; readonly content: Content } | undefined {
  if (error instanceof NotFound) return { status: 404, content: notFoundContent(error.message) };
  if (error instanceof RefusedForm) return { status: error.status, content: refusedFormContent(error.message) };
  if (error instanceof Busy) return { status: 503, content: busyContent() };
  if (error instanceof TooLong) return { status: 503, content: tooLongContent(isSent) };
  return undefined;
}
