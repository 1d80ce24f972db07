import type { Sender } from "../web/sender.ts";
import { ADDRESS_HEADER, type Library } from "./library.ts";

/** What the library answered: a status as of HTTP, what it said, and the cookies that the browser is to keep. */
export interface Answered {
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly cookies: readonly string[];
}

/** Asks the library one thing on behalf of a sender, with those of the sender's cookies that it is to see. */
export type Ask = (
  path: string,
  body: object,
  from: Pick<Sender, "headers" | "address">,
  cookie?: string,
) => Promise<Answered>;

const LONGEST_AGENT = 200;

/** The headers that the library sees, made by us: nothing that a browser sends reaches it unread. */
export function headersFor({ headers, address }: Sender, cookie: string | undefined, origin: string): Headers {
  const agent = headers.get("User-Agent")?.slice(0, LONGEST_AGENT);
  return new Headers({
    Origin: origin,
    ...(cookie !== undefined && cookie !== "" && { Cookie: cookie }),
    ...(agent !== undefined && { "User-Agent": agent }),
    ...(address !== undefined && { [ADDRESS_HEADER]: address }),
  });
}

/** Asks through the library's own front, where it counts tries by address. */
export function asking(library: Library, address: URL): Ask {
  return async (path, body, from, cookie) => {
    const headers = headersFor(from, cookie, address.origin);
    headers.set("Content-Type", "application/json");
    const url = new URL(`/api/auth${path}`, address);
    const response = await library.handler(new Request(url, { method: "POST", headers, body: JSON.stringify(body) }));
    const data = (await response.json().catch(() => ({}))) as Answered["data"] | null;
    return { status: response.status, data: data ?? {}, cookies: cookiesOf(response.headers) };
  };
}

/** Cookies that last as long as the browser is open: at a shared desk, closing it is enough. */
export function cookiesOf(headers: Headers): readonly string[] {
  return headers.getSetCookie().map((cookie) => cookie.replace(/; Max-Age=[1-9]\d*/i, ""));
}
