import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { Turns } from "#platform/web/turns/turns.ts";

/** How long the server waits for those who send slowly, and how much they may hold open. */
export interface SocketLimits {
  /** Milliseconds until all headers of a request must be there. */
  readonly headers: number;
  /** Milliseconds until all of a request must be there, its body included. */
  readonly request: number;
  /** Milliseconds that an idle connection is kept for the next request. */
  readonly idle: number;
  /** Milliseconds between two looks at all connections. */
  readonly look: number;
  readonly requestsPerConnection: number;
  readonly connections: number;
  /** Milliseconds that requests in work are given to end when the server stops. */
  readonly farewell: number;
}

/** Limits that a person at a slow line keeps, and a machine that holds connections open for the sake of it does not. */
export const SOCKET_LIMITS: SocketLimits = {
  ...{ headers: 10_000, request: 300_000, idle: 5_000, look: 2_000 },
  ...{ requestsPerConnection: 1_000, connections: 1_000, farewell: 20_000 },
};

/** The most bytes of all headers of a request. */
const HEADER_BYTES = 16 * 1024;

export interface Serving {
  readonly fetch: (request: Request, env: object) => Response | Promise<Response>;
  readonly host: string;
  readonly port: number;
  readonly turns: Turns;
  readonly limits: SocketLimits;
}

export interface HttpServer {
  readonly port: number;
  /** Takes no more requests, waits for those in work as long as the limits say, and closes all connections. */
  stop(): Promise<void>;
}

/** Serves a web over HTTP. */
export async function openHttpServer({ fetch, host, port, turns, limits }: Serving): Promise<HttpServer> {
  let isStopping = false;
  const answer = async (request: Request, env: object) => {
    const response = await fetch(request, env);
    // Whoever still has a connection open makes a new one, and so comes to another process.
    if (isStopping) response.headers.set("Connection", "close");
    return response;
  };
  const server = serve({
    fetch: answer as Parameters<typeof serve>[0]["fetch"],
    hostname: host,
    port,
    serverOptions: {
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      keepAliveTimeout: limits.idle,
      connectionsCheckingInterval: limits.look,
      maxHeaderSize: HEADER_BYTES,
    },
  });
  if (!("maxRequestsPerSocket" in server)) throw new TypeError("The server speaks another protocol than HTTP/1.1");
  server.maxRequestsPerSocket = limits.requestsPerConnection;
  server.maxConnections = limits.connections;
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", reject);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      isStopping = true;
      const closed = new Promise((resolve) => server.close(resolve));
      const force = setTimeout(() => server.closeAllConnections(), limits.farewell);
      await closed;
      // Work that outlived its answer still writes: it is given what is left of the time.
      const { promise: late, resolve: giveUp } = Promise.withResolvers<void>();
      const wait = setTimeout(giveUp, limits.farewell);
      await Promise.race([turns.idle(), late]);
      clearTimeout(force);
      clearTimeout(wait);
    },
  };
}
