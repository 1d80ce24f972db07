import { Hono, type MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { createAnswers } from "./answers.ts";
import type { Assets } from "./assets/assets.ts";
import type { Exchange, Exchanged } from "./exchange.ts";
import { knownMethods, strictHeaders } from "./guard.ts";
import { healthPages } from "./health/health.ts";
import { type ContentPage, type FormPage, isForm, type Page } from "./page.ts";
import { createSeal } from "./session.ts";
import { openTurns } from "./turns/turns.ts";
import type { Web } from "./web.ts";

/**
 * The web as one Hono application, for a server or for `app.request()` in tests. Throws where two pages share a
 * path or one names a permission that nobody is granted.
 */
export function createWeb<Permission extends string>(web: Web<Permission>): Hono<Exchange> {
  checkPages(web.pages, [...web.access.permissions, "anyone"]);
  const app = new Hono<Exchange>();
  const seal = createSeal(web.secret);
  const answers = createAnswers(web, seal, web.turns ?? openTurns());
  app.use(strictHeaders(web.secure));
  if (web.health) app.route("/", healthPages(web.health, web.log));
  app.use(logged(web));
  app.use(knownMethods);
  app.get("/assets/*", (c) => assetSent(web.assets, c));
  for (const each of mostPreciseFirst(web.pages)) {
    if (isForm(each)) app.post(each.path, (c) => answers.take(each, pageFor(each, web.pages), c));
    else app.get(each.path, (c) => answers.show(each, c));
  }
  app.notFound((c) => answers.missing(c));
  app.onError((error, c) => answers.failed(error, c));
  return app;
}

function logged({ now, newId, log }: Pick<Web, "now" | "newId" | "log">): MiddlewareHandler<Exchange> {
  return async (c, next) => {
    const [began, id] = [now().getTime(), newId()];
    c.set("requestId", id);
    await next();
    c.header("X-Request-Id", id);
    const milliseconds = now().getTime() - began;
    log({ kind: "request", id, method: c.req.method, route: routePath(c, -1), status: c.res.status, milliseconds });
  };
}

function assetSent(assets: Assets, c: Exchanged): Response | Promise<Response> {
  const asset = assets.at(c.req.path);
  if (asset === undefined) return c.notFound();
  const kept = "public, max-age=31536000, immutable";
  return c.body(asset.body, 200, { "Content-Type": asset.type, "Cache-Control": kept });
}

function checkPages(pages: readonly Page[], permissions: readonly string[]): void {
  const seen = new Set<string>();
  for (const { kind, path, permission } of pages) {
    if (!permissions.includes(permission)) throw new Error(`No grant gives “${permission}”, which ${path} needs`);
    if (seen.has(`${kind} ${path}`)) throw new Error(`Two ${kind}s have the path ${path}`);
    seen.add(`${kind} ${path}`);
  }
}

/** So that `/practices/new` is not taken for a practice called new. */
function mostPreciseFirst<P extends string>(pages: readonly Page<P>[]): readonly Page<P>[] {
  const key = ({ path }: Page<P>) => path.replaceAll(/:[^/]+/g, "\uffff");
  return pages.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The page that shows a form, to show it again with its problems. */
function pageFor(form: FormPage, pages: readonly Page[]): ContentPage | undefined {
  return pages.find((each): each is Page & ContentPage => each.kind === "page" && each.path === form.path);
}
