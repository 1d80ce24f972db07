import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAccess, type Grant } from "../access/access.ts";
import type { Person } from "../access/person.ts";
import { chooseAPerson } from "../identity/choose-a-person.tsx";
import { openAssets } from "./assets/assets.ts";
import { createWeb } from "./create-web.ts";
import type { Page } from "./page.ts";
import type { Web } from "./web.ts";

type Fields = Readonly<Record<string, string>>;

/** A page as somebody gets it. */
export interface SeenPage {
  readonly status: number;
  readonly html: string;
  /** What is read on it, without tags. */
  readonly words: string;
  readonly to: string | null;
  readonly type: string;
}

/** Pages as a web, and ways to visit it as one of some people, or signed out. */
export interface VisitedWeb {
  visit(address: string, as?: string): Promise<SeenPage>;
  /** Sends a form, with the token of whoever sends it. */
  send(address: string, fields: Fields, as: string): Promise<SeenPage>;
}

/** What a test says of the web it visits. */
export interface Visited<P extends string> {
  readonly grants: readonly Grant<P>[];
  readonly pages: readonly Page<P | "anyone">[];
  readonly people: readonly Person[];
  readonly now: () => Date;
  /** What is known of a person besides their posts, such as bars. */
  readonly known?: (person: Person) => Promise<Person>;
  readonly refused?: NonNullable<Web["refused"]>;
}

/** Opens pages as a web for a test. Whatever goes wrong in them is thrown. */
export async function visitedWeb<P extends string>(visited: Visited<P>): Promise<VisitedWeb> {
  const app = createWeb(await webOf(visited));
  const signedIn = signingIn(app, visited.now);
  return {
    visit: async (address, as) => {
      const { cookie } = await signedIn(as);
      return seen(await app.request(address, { headers: { Cookie: cookie } }));
    },
    send: async (address, fields, as) => {
      const { cookie, token } = await signedIn(as);
      const body = new URLSearchParams({ ...fields, _token: token });
      return seen(await app.request(address, { method: "POST", body, headers: { Cookie: cookie } }));
    },
  };
}

async function webOf<P extends string>({ grants, pages, people, now, known, refused }: Visited<P>): Promise<Web<P>> {
  const chosen = chooseAPerson({ sample: true, people: people.map((person) => ({ ...person, sees: "Something." })) });
  let made = 0;
  return {
    access: createAccess(grants),
    identify: async (asked) => {
      const person = chosen.identify(asked);
      return person && known ? known(person) : person;
    },
    visitor: { id: "visitor", name: "Visitor", posts: [{ role: "public", organisation: "" }] },
    layout: { service: "Chilford", home: "/", footer: [], owner: "Chilford", navigation: [], chooseAPerson: "/who" },
    pages: [...pages, ...chosen.pages],
    assets: await openAssets({ cache: join(tmpdir(), "chilford-test-assets") }),
    ...{ secret: "a secret that is long enough for a test", secure: false, now, newId: () => `id-${made++}` },
    ...(refused && { refused }),
    log: (entry) => {
      if (entry.kind === "bug") throw entry.error;
    },
  };
}

interface Session {
  readonly cookie: string;
  readonly token: string;
}

/** Says who one is as a browser would; a session ends when time is made to go by, and is then begun anew. */
function signingIn(app: ReturnType<typeof createWeb>, now: () => Date) {
  const sessions = new Map<string, Session>();
  const opened = async (cookie: string): Promise<Session> => {
    const page = await app.request("/who", { headers: { Cookie: cookie } });
    return { cookie: cookie === "" ? cookieOf(page) : cookie, token: tokenIn(await page.text()) };
  };
  return async (person: string | undefined): Promise<Session> => {
    const key = `${person ?? ""} ${now().toISOString().slice(0, 10)}`;
    const held = sessions.get(key);
    if (held !== undefined) return held;
    const visitor = await opened("");
    if (person === undefined) return visitor;
    const body = new URLSearchParams({ person, _token: visitor.token });
    const chosen = await app.request("/who", { method: "POST", body, headers: { Cookie: visitor.cookie } });
    if (chosen.status !== 303) throw new Error(`There is nobody called ${person} to be`);
    const session = await opened(cookieOf(chosen));
    sessions.set(key, session);
    return session;
  };
}

async function seen(response: Response): Promise<SeenPage> {
  const html = await response.text();
  const words = html
    .replaceAll(/<(?:script|style)[\s\S]*?<\/(?:script|style)>|<svg[\s\S]*?<\/svg>|<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll(/ ([.,;:?])/g, "$1");
  const [to, type] = [response.headers.get("Location"), response.headers.get("Content-Type") ?? ""];
  return { status: response.status, html, words, to, type };
}

function cookieOf(response: Response): string {
  return (response.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
}

function tokenIn(html: string): string {
  return /name="_token" value="([^"]*)"/.exec(html)?.[1] ?? "";
}
