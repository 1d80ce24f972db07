import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAccess } from "#platform/access/access.ts";
import { chooseAPerson } from "#platform/identity/choose-a-person.tsx";
import { openAssets } from "#platform/web/assets/assets.ts";
import { createWeb } from "#platform/web/create-web.ts";
import type { BudgetsDesk } from "../desk.ts";
import { grants } from "../grants.ts";
import { pages } from "../pages/budget-pages.ts";

const somebody = (id: string, role: string, organisation: string) => ({
  ...{ id, name: `Sam ${id}`, sees: "Something." },
  posts: [{ role, organisation }],
});

/** A few invented people, one for each that a page tells apart. */
export const EXAMPLE_PEOPLE = [
  somebody("manager", "practice manager", "X81001"),
  somebody("peer", "practice manager", "X81003"),
  somebody("elsewhere", "practice manager", "X82001"),
  somebody("chair", "locality chair", "G01"),
  somebody("finance", "PCT finance", "5QX"),
  {
    ...somebody("finance-with-interest", "PCT finance", "5QX"),
    bars: [{ permissions: ["budgets.review", "budgets.move"], organisation: "X81002", rule: "An interest in X81002." }],
  },
  somebody("finance-elsewhere", "PCT finance", "5QY"),
  somebody("region", "region", "Q99"),
  somebody("reader", "public", ""),
] as const;

export type PersonId = (typeof EXAMPLE_PEOPLE)[number]["id"];
type Fields = Readonly<Record<string, string>>;

/** A page as somebody gets it. */
export interface Seen {
  readonly status: number;
  readonly html: string;
  /** What is read on it, without tags. */
  readonly words: string;
  readonly to: string | null;
  readonly type: string;
}

/** The pages of budgets as a web, and ways to visit it as one of the people. */
export interface ExampleWeb {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  visit(address: string, as?: PersonId): Promise<Seen>;
  /** Sends the form of a page, with what stands hidden on it. */
  send(page: string, fields: Fields, as: PersonId): Promise<Seen>;
}

export const EXAMPLE_NOW = new Date("2007-05-10T09:00:00Z");

/** Opens the web over a desk. Whatever goes wrong is thrown. */
export async function openExampleWeb(desk: BudgetsDesk): Promise<ExampleWeb> {
  const chosen = chooseAPerson({ sample: true, people: EXAMPLE_PEOPLE });
  let made = 0;
  const app = createWeb({
    access: createAccess(grants, "public"),
    identify: chosen.identify,
    visitor: { id: "visitor", name: "Visitor", posts: [{ role: "public", organisation: "" }] },
    layout: {
      ...{ service: "Chilford", home: "/", footer: [], owner: "Chilford", chooseAPerson: "/who", signOut: "/sign-out" },
      navigation: [{ section: "money", text: "Money", href: "/money", permission: "budgets.totals" }],
    },
    pages: [...pages(desk), ...chosen.pages],
    assets: await openAssets({ cache: join(tmpdir(), "chilford-test-assets") }),
    ...{ secret: "a secret that is long enough for a test", secure: false, now: () => EXAMPLE_NOW },
    newId: () => `id-${made++}`,
    log: (entry) => {
      if (entry.kind === "bug") throw entry.error;
    },
  });
  const cookies = new Map<string, string>();
  const signedIn = async (person: PersonId | undefined): Promise<string> => {
    if (person === undefined) return "";
    const known = cookies.get(person);
    if (known !== undefined) return known;
    const first = await app.request("/who");
    const body = new URLSearchParams({ person, _token: hiddenIn(await first.text())._token ?? "" });
    const second = await app.request("/who", { method: "POST", body, headers: { Cookie: cookieOf(first) } });
    cookies.set(person, cookieOf(second));
    return cookieOf(second);
  };
  const visit: ExampleWeb["visit"] = async (address, as) =>
    seen(await app.request(address, { headers: { Cookie: await signedIn(as) } }));
  return {
    visit,
    fetch: (request) => app.fetch(request),
    send: async (page, fields, as) => {
      const body = new URLSearchParams({ ...hiddenIn((await visit(page, as)).html), ...fields });
      return seen(await app.request(page, { method: "POST", body, headers: { Cookie: await signedIn(as) } }));
    },
  };
}

async function seen(response: Response): Promise<Seen> {
  const html = await response.text();
  const words = html
    .replaceAll(/<(?:script|style)[\s\S]*?<\/(?:script|style)>|<svg[\s\S]*?<\/svg>|<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll(/ ([.,;?])/g, "$1");
  const [to, type] = [response.headers.get("Location"), response.headers.get("Content-Type") ?? ""];
  return { status: response.status, html, words, to, type };
}

function cookieOf(response: Response): string {
  return (response.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
}

function hiddenIn(html: string): Fields {
  const inputs = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = "", value = ""]) => [name, value]));
}

/** States the loaded envelope of West Fen, makes a draft and issues it, each by its form. */
export async function issueFirst(web: ExampleWeb): Promise<void> {
  const at = "/money/pct/5QX/2007-08";
  const sent = [
    await web.send(`${at}/envelope`, {}, "finance"),
    await web.send(`${at}/draft`, { id: "first", asAt: "1/4/2007" }, "finance"),
    await web.send(`${at}/issue/first`, { inForceFrom: "1/4/2007" }, "finance"),
  ];
  const refused = sent.find(({ status }) => status !== 303);
  if (refused !== undefined) throw new Error(refused.words);
}
