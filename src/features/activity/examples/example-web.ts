import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAccess } from "#platform/access/access.ts";
import type { Person } from "#platform/access/person.ts";
import type { RefusedAttempt } from "#platform/access/refused-attempt.ts";
import { OPEN_DATA, type Sight } from "#platform/access/sight.ts";
import { chooseAPerson } from "#platform/identity/choose-a-person.tsx";
import { openAssets } from "#platform/web/assets/assets.ts";
import { createWeb } from "#platform/web/create-web.ts";
import type { LogEntry } from "#platform/web/web.ts";
import { grants } from "../grants.ts";
import { pages } from "../pages/activity-pages.ts";
import type { ActivityWiring } from "../wiring.ts";
import { EXAMPLE_NOW } from "./example-desk.ts";

const somebody = (id: string, role: string, organisation: string) => ({
  ...{ id, name: `Sam ${id}`, sees: "Something." },
  posts: [{ role, organisation }],
});

/** A few invented people, one for each that a page tells apart. */
export const EXAMPLE_PEOPLE = [
  somebody("manager", "practice manager", "X81001"),
  somebody("lead", "GP lead", "X81001"),
  somebody("group-lead", "GP lead", "9L1"),
  somebody("peer", "practice manager", "X81002"),
  somebody("elsewhere", "practice manager", "X82001"),
  somebody("chair", "locality chair", "9L1"),
  somebody("finance", "PCT finance", "9A1"),
  somebody("finance-elsewhere", "PCT finance", "9A2"),
  somebody("information", "PCT information", "9A1"),
  somebody("director", "PCT director", "9A1"),
  somebody("committee", "committee member", "9A1"),
  somebody("region", "region", "9R1"),
  somebody("reader", "public", "9R1"),
] as const;

/** The PCT whose files each of their organisations sees; the region sees both. */
const SIGHTS: Readonly<Record<string, Sight>> = {
  ...{ X81001: ["9A1"], X81002: ["9A1"], "9L1": ["9A1"], "9A1": ["9A1"], X82001: ["9A2"], "9A2": ["9A2"] },
  "9R1": ["9A1", "9A2"],
};

/** Whose files one of them may be given. */
export function exampleSight({ posts }: Person): Sight {
  const [post] = posts;
  return post === undefined || post.role === "public" ? OPEN_DATA : (SIGHTS[post.organisation] ?? OPEN_DATA);
}

type PersonId = (typeof EXAMPLE_PEOPLE)[number]["id"];
type Fields = Readonly<Record<string, string | File>>;

/** A page as somebody gets it. */
export interface Seen {
  readonly status: number;
  readonly html: string;
  readonly to: string | null;
}

/** The pages of activity as a web, and ways to visit it as one of the people. */
export interface ExampleWeb {
  readonly logged: readonly LogEntry[];
  /** What known people sent and may not do. */
  readonly refusals: readonly RefusedAttempt[];
  readonly fetch: (request: Request) => Response | Promise<Response>;
  visit(address: string, as?: PersonId): Promise<Seen>;
  /** Sends the form of a page, with the token that stands on it or another. */
  send(page: string, fields: Fields, as: PersonId, token?: string): Promise<Seen>;
}

const LAYOUT = {
  ...{ service: "Chilford", home: "/", footer: [], owner: "Chilford", chooseAPerson: "/who", signOut: "/sign-out" },
  navigation: [{ section: "care", text: "Data", href: "/loads", permission: "loads.view" }],
} as const;

/** Opens the web over a wiring. */
export async function openExampleWeb(wiring: ActivityWiring, now = EXAMPLE_NOW): Promise<ExampleWeb> {
  const refusals: RefusedAttempt[] = [];
  const logged: LogEntry[] = [];
  const chosen = chooseAPerson({ sample: true, people: EXAMPLE_PEOPLE });
  let made = 0;
  const app = createWeb({
    access: createAccess(grants, "public"),
    identify: chosen.identify,
    visitor: { id: "visitor", name: "Visitor", posts: [{ role: "public", organisation: "" }] },
    sight: exampleSight,
    layout: LAYOUT,
    pages: [...pages(wiring), ...chosen.pages],
    assets: await openAssets({ cache: join(tmpdir(), "chilford-test-assets") }),
    ...{ secret: "a secret that is long enough for a test", secure: false, now: () => now },
    newId: () => `id-${made++}`,
    log: (entry) => logged.push(entry),
    refused: async (attempt) => {
      refusals.push(attempt);
    },
  });
  const cookies = new Map<string, string>();
  const signedIn = async (person: PersonId | undefined): Promise<string> => {
    if (person === undefined) return "";
    const known = cookies.get(person);
    if (known !== undefined) return known;
    const first = await app.request("/who");
    const body = new URLSearchParams({ person, _token: tokenIn(await first.text()) });
    const second = await app.request("/who", { method: "POST", body, headers: { Cookie: cookieOf(first) } });
    cookies.set(person, cookieOf(second));
    return cookieOf(second);
  };
  const visit: ExampleWeb["visit"] = async (address, as) =>
    seen(await app.request(address, { headers: { Cookie: await signedIn(as) } }));
  return {
    logged,
    refusals,
    visit,
    fetch: (request) => app.fetch(request),
    send: async (page, fields, as, token) => {
      const body = new FormData();
      body.append("_token", token ?? tokenIn((await visit(page, as)).html));
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return seen(await app.request(page, { method: "POST", body, headers: { Cookie: await signedIn(as) } }));
    },
  };
}

async function seen(response: Response): Promise<Seen> {
  return { status: response.status, html: await response.text(), to: response.headers.get("Location") };
}

function cookieOf(response: Response): string {
  return (response.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
}

function tokenIn(html: string): string {
  return /name="_token" value="([^"]+)"/.exec(html)?.[1] ?? "";
}
