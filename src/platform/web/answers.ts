import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { routePath } from "hono/route";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { NotAllowed, NotFound } from "../access/errors.ts";
import type { Subject } from "../access/person.ts";
import { OPEN_DATA } from "../access/sight.ts";
import { authorityOf, type Verdict } from "../access/verdict.ts";
import { enteredText, problemsOf, withoutToken } from "./entered.ts";
import type { Exchange, Exchanged } from "./exchange.ts";
import { foreignForm } from "./guard.ts";
import {
  bugContent,
  notAllowedContent,
  notFoundContent,
  problemsContent,
  refusedFormContent,
} from "./layout/error-content.tsx";
import { type Problem, type Redirect, redirect } from "./outcome.ts";
import type { ContentPage, FormPage, Visit } from "./page.ts";
import { createReplies } from "./replies.ts";
import { senderOf } from "./sender.ts";
import type { Seal } from "./session.ts";
import { TOKEN_FIELD } from "./view/form.tsx";
import type { Web } from "./web.ts";

/** The ways in which a request is answered. */
export interface Answers {
  show(page: ContentPage, c: Exchanged): Promise<Response>;
  take(form: FormPage, shownOn: ContentPage | undefined, c: Exchanged): Promise<Response>;
  limit(form: FormPage): MiddlewareHandler<Exchange>;
  missing(c: Exchanged): Response;
  failed(error: Error, c: Exchanged): Response;
}

class RefusedForm extends Error {
  override readonly name = "RefusedForm";
  readonly status: ContentfulStatusCode;

  constructor(message: string, status: ContentfulStatusCode) {
    super(message);
    this.status = status;
  }
}

/** What becomes of a form: on to another page, or shown again with what is wrong with it. */
type Taken = Redirect | { readonly problems: readonly Problem[]; readonly status?: 422 | 429 };

const MEGABYTE = 1024 * 1024;

/** Answers for one web: permission first, then the page; whatever goes wrong becomes a page too. */
export function createAnswers<P extends string>(web: Web<P>, seal: Seal): Answers {
  const { html, sent } = createReplies(web, seal);
  const refused = (error: NotAllowed, c: Exchanged) => {
    const { signIn, chooseAPerson } = web.layout;
    if (signIn === undefined || c.get("isKnown") || c.req.method !== "GET") {
      return html(notAllowedContent(error.verdict, chooseAPerson), 403, c);
    }
    const { pathname, search } = new URL(c.req.url);
    return sent(redirect(`${signIn}?to=${encodeURIComponent(pathname + search)}`), c);
  };
  return {
    show: async (page, c) => sent(await page.answer(await admitted(web, page, c)), c),
    take: async (form, shownOn, c) => {
      const fields = await c.req.parseBody({ all: true });
      checkToken(seal, fields[TOKEN_FIELD], c);
      const visit = await admitted(web, form, c);
      const own = withoutToken(fields);
      const values = await form.reads.safeParseAsync(own);
      const outcome: Taken = values.success
        ? await form.answer(visit, values.data)
        : { problems: problemsOf(values.error) };
      if (!("problems" in outcome)) return sent(outcome, c);
      const { problems, status = 422 } = outcome;
      if (shownOn === undefined) return html(problemsContent(problems), status, c);
      const again = { ...(await admitted(web, shownOn, c)), problems, entered: enteredText(own) };
      const content = await shownOn.answer(again);
      return content.kind === "redirect" || content.kind === "attachment" ? sent(content, c) : html(content, status, c);
    },
    limit: (form) => bodyLimit({ maxSize: form.limit ?? web.formLimit ?? MEGABYTE, onError: tooLarge }),
    missing: (c) => html(notFoundContent("There is nothing at this address."), 404, c),
    failed: (error, c) => {
      if (error instanceof NotFound) return html(notFoundContent(error.message), 404, c);
      if (error instanceof NotAllowed) return refused(error, c);
      if (error instanceof RefusedForm) return html(refusedFormContent(error.message), error.status, c);
      web.log({ kind: "bug", id: c.get("requestId"), route: routePath(c, -1), error });
      return html(bugContent(c.get("requestId")), 500, c);
    },
  };
}

function tooLarge(): never {
  throw new RefusedForm("It is larger than the service takes.", 413);
}

function checkToken(seal: Seal, token: unknown, c: Exchanged): void {
  const foreign = foreignForm(c);
  if (foreign !== undefined) throw new RefusedForm(foreign, 403);
  if (!seal.isFormToken(token, c.get("session"))) {
    throw new RefusedForm("It was made for another session, which may have ended.", 403);
  }
}

async function admitted<P extends string>(web: Web<P>, page: ContentPage | FormPage, c: Exchanged): Promise<Visit> {
  const { permission, subject } = page;
  const [person, params, query] = [c.get("person"), c.req.param(), new URL(c.req.url).searchParams];
  const sight = (await web.sight?.(person)) ?? OPEN_DATA;
  const verdict = await demanded(web, permission as P, await subject(params, query, sight, person), c);
  const now = web.now();
  const by = { actor: person.id, at: now, authority: authorityOf(verdict) };
  const may = (wanted: string, other?: Subject) => web.access.may(person, wanted as P, other).allowed;
  const sender = senderOf(c, web.proxies ?? []);
  return { person, sight, params, query, path: c.req.path, now, sender, by, problems: [], entered: {}, may };
}

/** The verdict, where it is yes. What a known person sent and may not do is told before it is refused. */
async function demanded<P extends string>(
  web: Web<P>,
  permission: P,
  subject: Subject | undefined,
  c: Exchanged,
): Promise<Verdict> {
  const person = c.get("person");
  const verdict = web.access.may(person, permission, subject);
  if (verdict.allowed) return verdict;
  if (c.req.method === "POST" && c.get("isKnown")) {
    await web.refused?.({ person, permission, rule: verdict.rule, at: web.now(), ...(subject && { subject }) });
  }
  throw new NotAllowed(verdict);
}
