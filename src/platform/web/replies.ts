import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Exchanged } from "./exchange.ts";
import { documentText } from "./layout/document.tsx";
import { navigationFor } from "./layout/layout.ts";
import type { Attachment, Content, Redirect } from "./outcome.ts";
import type { Seal } from "./session.ts";
import { beginSession } from "./session-cookie.ts";
import type { Web } from "./web.ts";

/** Turns what pages say into responses. */
export interface Replies {
  html(content: Content, status: ContentfulStatusCode, c: Exchanged): Response;
  sent(outcome: Content | Redirect | Attachment, c: Exchanged): Response;
}

/** Replies in the layout of one web. */
export function createReplies<P extends string>(web: Web<P>, seal: Seal): Replies {
  const html: Replies["html"] = (content, status, c) => {
    const person = c.get("person") ?? web.visitor;
    const text = documentText({
      content,
      layout: web.layout,
      navigation: navigationFor(web.layout.navigation, web.access, person),
      assets: web.assets,
      person: c.get("isKnown") ? person : undefined,
      formToken: seal.formToken(c.get("session") ?? { id: "", began: 0 }),
    });
    return c.html(text, status, { "Cache-Control": "no-store" });
  };
  const sent: Replies["sent"] = (outcome, c) => {
    switch (outcome.kind) {
      case "redirect":
        if (outcome.signedInAs !== undefined) beginSession(c, web, seal, outcome.signedInAs);
        for (const cookie of outcome.cookies ?? []) c.header("Set-Cookie", cookie, { append: true });
        return c.redirect(outcome.to, 303);
      case "attachment":
        return fileSent(outcome, c);
      default:
        return html(outcome, outcome.status ?? 200, c);
    }
  };
  return { html, sent };
}

function fileSent({ name, type, body }: Attachment, c: Context): Response {
  const plain = name.replaceAll(/[^A-Za-z0-9._ -]/g, "-");
  return c.body(body, 200, {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    "Cache-Control": "no-store",
  });
}
