/** What a web is for a browser that sits in a test. */
interface Served {
  request(path: string, init?: RequestInit, env?: object): Response | Promise<Response>;
}

/** A page as it arrived. */
export interface Arrived {
  readonly status: number;
  readonly text: string;
  readonly path: string;
  /** Where it sends on to, for a redirect that was not followed. */
  readonly to: string | undefined;
}

/** A browser for tests: it keeps cookies, follows redirects within the service, and sends forms with their token. */
export interface Browser {
  readonly jar: Map<string, string>;
  open(path: string): Promise<Arrived>;
  /** Fills in a form on the page of its own path, or on another. */
  send(path: string, fields: Readonly<Record<string, string>>, on?: string): Promise<Arrived>;
}

interface Surroundings {
  readonly address?: string;
  readonly agent?: string;
}

const REDIRECTS = 5;

/** A new browser, without cookies, at an address of the network. */
export function browserFor(web: Served, { address = "192.0.2.1", agent = "Firefox" }: Surroundings = {}): Browser {
  const jar = new Map<string, string>();
  const env = { incoming: { socket: { remoteAddress: address } } };
  const ask = async (path: string, init: RequestInit = {}): Promise<Arrived> => {
    const headers = { Cookie: [...jar].map((pair) => pair.join("=")).join("; "), "User-Agent": agent };
    const response = await web.request(path, { ...init, headers }, env);
    for (const cookie of response.headers.getSetCookie()) keep(jar, cookie);
    const to = response.headers.get("Location") ?? undefined;
    return { status: response.status, text: await response.text(), path, to };
  };
  const follow = async (first: Arrived): Promise<Arrived> => {
    let at = first;
    for (let hop = 0; hop < REDIRECTS && at.to?.startsWith("/"); hop += 1) at = await ask(at.to);
    return at;
  };
  return {
    jar,
    open: async (path) => follow(await ask(path)),
    send: async (path, fields, on = path) => {
      const { text } = await follow(await ask(on));
      const token = /name="_token" value="([^"]+)"/.exec(text)?.[1] ?? "";
      return follow(await ask(path, { method: "POST", body: new URLSearchParams({ ...fields, _token: token }) }));
    },
  };
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [pair = "", ...attributes] = cookie.split("; ");
  const [name = "", value = ""] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
  if (attributes.includes("Max-Age=0")) jar.delete(name);
  else jar.set(name, value);
}
