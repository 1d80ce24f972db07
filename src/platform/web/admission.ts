import { NotAllowed } from "../access/errors.ts";
import type { Subject } from "../access/person.ts";
import { OPEN_DATA } from "../access/sight.ts";
import { authorityOf, type Verdict } from "../access/verdict.ts";
import type { Exchanged } from "./exchange.ts";
import type { ContentPage, FormPage, Visit } from "./page.ts";
import { senderOf } from "./sender.ts";
import type { Web } from "./web.ts";

/** The visit of a person to a page, judged by its address alone; throws NotAllowed where it is not for them. */
export async function admitted<P extends string>(
  web: Web<P>,
  page: ContentPage | FormPage,
  c: Exchanged,
): Promise<Visit> {
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
