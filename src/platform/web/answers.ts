import { tmpdir } from "node:os";
import { admitted } from "./admission.ts";
import { type FormBody, readFormBody } from "./body/form-body.ts";
import { RefusedForm } from "./body/refused-form.ts";
import { enteredText, type Fields, problemsOf } from "./entered.ts";
import type { Exchanged } from "./exchange.ts";
import { createFailures } from "./failures.ts";
import { foreignForm } from "./guard.ts";
import { notFoundContent, problemsContent } from "./layout/error-content.tsx";
import type { Problem, Redirect } from "./outcome.ts";
import type { ContentPage, FormPage, Visit } from "./page.ts";
import { createReplies, type Replies } from "./replies.ts";
import type { Seal } from "./session.ts";
import { openSession } from "./session-cookie.ts";
import type { Lane, Turns } from "./turns/turns.ts";
import type { Web } from "./web.ts";

/** The ways in which a request is answered. */
export interface Answers {
  show(page: ContentPage, c: Exchanged): Promise<Response>;
  take(form: FormPage, shownOn: ContentPage | undefined, c: Exchanged): Promise<Response>;
  missing(c: Exchanged): Promise<Response>;
  failed(error: Error, c: Exchanged): Response;
}

const MEGABYTE = 1024 * 1024;

/**
 * Answers for one web. Where a form came from, whose session it is and what they may do are judged by its address and
 * head, before its body is read; whatever goes wrong becomes a page too.
 */
export function createAnswers<P extends string>(web: Web<P>, seal: Seal, turns: Turns): Answers {
  const replies = createReplies(web, seal);
  const failed = createFailures(web, replies);
  const session = openSession(web, seal);
  const opened = (c: Exchanged) => session(c, async () => undefined);
  const visitTo = async (page: ContentPage | FormPage, c: Exchanged) => {
    await opened(c);
    return admitted(web, page, c);
  };
  const arrived = (form: FormPage, c: Exchanged) => {
    const isToken = (token: string) => seal.isFormToken(token, c.get("session"));
    const rules = { limit: form.limit ?? web.formLimit ?? MEGABYTE, folder: web.arriving ?? tmpdir(), isToken };
    return turns.take("arriving", () => readFormBody(c.req.raw, { ...rules, signal: turns.signal() }));
  };
  return {
    failed,
    show: async (page, c) => {
      const shownTo = async (visitor: Visit) => replies.sent(await page.answer(visitor), c);
      if (page.lane === undefined) return turns.take("ordinary", async () => shownTo(await visitTo(page, c)));
      const visit = await turns.take("ordinary", () => visitTo(page, c));
      return turns.take(page.lane, () => shownTo(visit));
    },
    take: async (form, shownOn, c) => {
      const foreign = foreignForm(c);
      if (foreign !== undefined) throw new RefusedForm(foreign, 403);
      const visit = await turns.take("ordinary", () => visitTo(form, c));
      const again = shownOn && { page: shownOn, visit: () => admitted(web, shownOn, c) };
      return withBody(await arrived(form, c), turns, form.lane ?? "ordinary", (fields) =>
        taken({ form, visit, fields, ...(again && { again }) }, replies, c),
      );
    },
    missing: (c) => {
      const page = async () => {
        await opened(c);
        return replies.html(notFoundContent("There is nothing at this address."), 404, c);
      };
      return turns.take("ordinary", page).catch((error: Error) => failed(error, c));
    },
  };
}

/** A form that came in, whole and from where it should. */
interface SentForm {
  readonly form: FormPage;
  readonly visit: Visit;
  readonly fields: Fields;
  /** The page it is shown on again where it cannot be taken, and the visit to that. */
  readonly again?: { readonly page: ContentPage; readonly visit: () => Promise<Visit> };
}

/** What becomes of a form: on to another page, or shown again with what is wrong with it. */
type Taken = Redirect | { readonly problems: readonly Problem[]; readonly status?: 422 | 429 };

async function taken({ form, visit, fields, again }: SentForm, replies: Replies, c: Exchanged): Promise<Response> {
  const values = await form.reads.safeParseAsync(fields);
  const outcome: Taken = values.success
    ? await form.answer(visit, values.data)
    : { problems: problemsOf(values.error) };
  if (!("problems" in outcome)) return replies.sent(outcome, c);
  const { problems, status = 422 } = outcome;
  if (again === undefined) return replies.html(problemsContent(problems), status, c);
  const content = await again.page.answer({ ...(await again.visit()), problems, entered: enteredText(fields) });
  if (content.kind === "redirect" || content.kind === "attachment") return replies.sent(content, c);
  return replies.html(content, status, c);
}

/** Works on a body in its lane, and lets it go when the work has ended, which may be after its answer. */
async function withBody(
  body: FormBody,
  turns: Turns,
  lane: Lane,
  work: (fields: Fields) => Promise<Response>,
): Promise<Response> {
  let isBegun = false;
  try {
    return await turns.take(lane, async () => {
      isBegun = true;
      try {
        return await work(body.fields);
      } finally {
        await body.letGo();
      }
    });
  } finally {
    if (!isBegun) await body.letGo();
  }
}
