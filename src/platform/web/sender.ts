import type { Exchanged } from "./exchange.ts";

/** Who sends a request, as far as the request itself tells. */
export interface Sender {
  readonly headers: Headers;
  /** The address it was sent from; unknown where no socket is, as in a test. */
  readonly address: string | undefined;
}

/** The end of a connection as Hono's adapter for Node hands it on. */
interface Connected {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/**
 * Where a request comes from. `X-Forwarded-For` is believed only from one of our own proxies, and only the part that
 * proxies added: the last address in it that is not one of theirs.
 */
export function senderOf(c: Exchanged, proxies: readonly string[]): Sender {
  const socket = (c.env as Connected | undefined)?.incoming?.socket?.remoteAddress;
  const { headers } = c.req.raw;
  if (socket === undefined || !proxies.includes(socket)) return { headers, address: socket };
  const hops = (headers.get("X-Forwarded-For") ?? "").split(",").map((hop) => hop.trim());
  return { headers, address: hops.findLast((hop) => hop !== "" && !proxies.includes(hop)) ?? socket };
}
