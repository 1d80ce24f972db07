import type { Page } from "#platform/web/page.ts";
import { type Visitor, visitorOf } from "../county/visitor.ts";
import { TARGETS, type TargetName } from "./county-people.ts";
import { WHOSE, type Whose, type World } from "./whose.ts";

/** What came of asking: shown or taken, or neither. A page that is not there for somebody is not open to them. */
export type Answer = "open" | "closed";

/** A page asked for in the affairs of one place. */
interface Question {
  readonly page: Page;
  readonly whose: Whose;
  readonly target: TargetName;
  readonly address: string;
}

/** Every page for every place there is to ask about; once only where it is about nobody in particular. */
export function questionsOf(pages: readonly Page[], world: World): readonly Question[] {
  return pages.flatMap((page) => {
    const whose = WHOSE[page.path];
    if (whose === undefined) return [];
    const targets = whose.about === "nobody" ? (["own"] as const) : (Object.keys(TARGETS) as TargetName[]);
    return targets.map((target) => ({ page, whose, target, address: addressOf(page, whose, target, world) }));
  });
}

function addressOf({ path }: Page, { fill, query }: Whose, target: TargetName, world: World): string {
  const values = fill?.(TARGETS[target], world) ?? {};
  const filled = path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`test/permissions/whose.ts does not say what ${name} is in ${path}`);
    return value.split("/").map(encodeURIComponent).join("/");
  });
  return `${filled}${query?.(TARGETS[target], world) ?? ""}`;
}

/** Signs a visitor in as one of the invented people; nobody stays signed out. */
export async function visitorAs(address: string, person: string | undefined): Promise<Visitor> {
  const visitor = visitorOf(address);
  await visitor.get("/who");
  if (person !== undefined) await visitor.send("/who", { person });
  // The token belongs to the session that signing in began.
  await visitor.get("/who");
  return visitor;
}

/** Opens a page, or sends its form with nothing filled in, and says whether that was open to the visitor. */
export async function ask(visitor: Visitor, page: Page, address: string): Promise<Answer> {
  const response = page.kind === "form" ? await visitor.send(address, {}) : await visitor.get(address);
  await response.body?.cancel();
  const { status } = response;
  const leads = response.headers.get("location") ?? "";
  if ([401, 403, 404].includes(status) || /^\/(?:who|sign-in)(?:[/?]|$)/.test(leads)) return "closed";
  if ([200, 202, 303, 422].includes(status)) return "open";
  throw new Error(`${page.kind} ${address} answered ${status}`);
}
