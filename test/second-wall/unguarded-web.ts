import { access, type Permission } from "#app/grants.ts";
import { openWeb, pagesOver } from "#app/web.ts";
import type { Access } from "#platform/access/access.ts";
import type { Verdict } from "#platform/access/verdict.ts";
import { NOW, type TwoPcts } from "./two-pcts.ts";

const somebody = (id: string, role: string, organisation: string) => ({
  ...{ id, name: `Sam ${id}`, sees: "Something.", begins: "/" },
  posts: [{ role, organisation }],
});

/** People of one PCT, and others who see nothing of either. */
export const OUR_PEOPLE = [
  somebody("manager", "practice manager", "X81001"),
  somebody("chair", "locality chair", "9L1"),
  somebody("finance", "PCT finance", "9A1"),
  somebody("committee", "committee chair", "9A1"),
  somebody("lmc", "LMC", "9A1"),
  somebody("administrator", "administrator", "9A1"),
  somebody("provider", "provider", "RXA"),
  somebody("public", "public", ""),
] as const;
/** People of the other. */
export const THEIR_PEOPLE = [
  somebody("their-manager", "practice manager", "X82001"),
  somebody("their-finance", "PCT finance", "9A2"),
] as const;
/** Somebody of both. */
export const REGION = somebody("region", "region", "9R1");

/** The first wall turned off: whoever asks, and for whatever, may. */
export const OPEN_GATE: Access<Permission> = {
  ...access,
  may: (_person, permission) => yes(permission),
  demand: (_person, permission) => yes(permission),
  reach: () => ({ of: "everywhere", except: [] }),
  holds: () => true,
};

function yes(permission: string): Verdict {
  return { allowed: true, permission, rule: "The first wall is turned off.", heldBy: [] };
}

/** What came back: its status, and all its text. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** The product's own web behind an open gate. */
export interface UnguardedWeb {
  /** The paths of all pages, as declared. */
  readonly paths: readonly string[];
  get(address: string, as: string): Promise<Answer>;
  send(address: string, fields: Readonly<Record<string, string>>, as: string): Promise<Answer>;
}

const SETTING = {
  ...({ sample: "fenmere", name: "Two PCTs", madeUp: "All of it is made up.", today: "2008-05-06" } as const),
  people: [...OUR_PEOPLE, ...THEIR_PEOPLE, REGION],
};

/** Opens it; what goes wrong in it is thrown. */
export async function openUnguardedWeb({ service }: TwoPcts): Promise<UnguardedWeb> {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return String(ids).padStart(32, "0");
  };
  const world = { now: () => NOW, newId };
  const app = await openWeb(service, {
    ...{ ...world, setting: SETTING, access: OPEN_GATE, secure: false },
    secret: "a secret for tests alone, long enough to be one",
    log: (entry) => {
      if (entry.kind === "bug") throw entry.error;
    },
  });
  const cookies = new Map<string, string>();
  const signedIn = async (person: string): Promise<string> => {
    const known = cookies.get(person);
    if (known !== undefined) return known;
    const first = await app.request("/who");
    const body = new URLSearchParams({ person, _token: tokenIn(await first.text()) });
    const second = await app.request("/who", { method: "POST", body, headers: { Cookie: cookieOf(first) } });
    cookies.set(person, cookieOf(second));
    return cookieOf(second);
  };
  const answer = async (response: Response): Promise<Answer> => ({
    status: response.status,
    body: await response.text(),
  });
  const get: UnguardedWeb["get"] = async (address, as) =>
    answer(await app.request(address, { headers: { Cookie: await signedIn(as) } }));
  return {
    paths: pagesOver(service, SETTING, world).flatMap(({ kind, path }) => (kind === "page" ? [path] : [])),
    get,
    send: async (address, fields, as) => {
      const body = new URLSearchParams({ ...fields, _token: tokenIn((await get("/who", as)).body) });
      return answer(await app.request(address, { method: "POST", body, headers: { Cookie: await signedIn(as) } }));
    },
  };
}

function cookieOf(response: Response): string {
  return (response.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
}

function tokenIn(html: string): string {
  return /name="_token" value="([^"]+)"/.exec(html)?.[1] ?? "";
}
