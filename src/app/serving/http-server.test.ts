import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { Hono } from "hono";
import { afterEach, describe, expect, test } from "vitest";
import { openTurns, type Turns } from "#platform/web/turns/turns.ts";
import { type HttpServer, openHttpServer, SOCKET_LIMITS, type SocketLimits } from "./http-server.ts";

/** A server whose one slow page is answered when the test says so. */
async function served(limits: Partial<SocketLimits> = {}) {
  const begun = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const turns: Turns = openTurns();
  const app = new Hono();
  app.get("/quick", (c) => c.text("quick"));
  app.get("/slow", (c) =>
    turns.take("ordinary", async () => {
      begun.resolve();
      await released.promise;
      return c.text("slow");
    }),
  );
  const server = await openHttpServer({
    ...{ fetch: app.fetch, host: "127.0.0.1", port: 0, turns },
    limits: { ...SOCKET_LIMITS, ...limits },
  });
  servers.push(server);
  return { server, turns, begun: begun.promise, release: released.resolve, at: `http://127.0.0.1:${server.port}` };
}

const servers: HttpServer[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

/** A connection that sends some bytes and then only waits. */
async function sender(port: number, bytes: string): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  await once(socket, "connect");
  socket.write(bytes);
  return socket;
}

describe("whoever sends slowly", () => {
  test("is cut off when the headers are not there in time", async () => {
    const { server } = await served({ headers: 40, request: 10_000, look: 10 });
    const socket = await sender(server.port, "GET /quick HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
  });

  test("is cut off when the body is not there in time", async () => {
    const { server } = await served({ headers: 40, request: 60, look: 10 });
    const head = "POST /quick HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc";
    const socket = await sender(server.port, head);
    await text(socket);
    expect(socket.destroyed || socket.readableEnded).toBe(true);
  });

  test("may not send headers without end", async () => {
    const { server } = await served();
    const socket = await sender(server.port, `GET /quick HTTP/1.1\r\nHost: x\r\nX-Long: ${"x".repeat(20_000)}\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 431 /);
  });

  test("may not send a request within a request", async () => {
    const { server } = await served();
    const both = "POST /quick HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    const socket = await sender(server.port, `${both}GET /quick HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
  });
});

test("a connection is given up after so many requests", async () => {
  const { server } = await served({ requestsPerConnection: 2 });
  const ask = "GET /quick HTTP/1.1\r\nHost: x\r\n\r\n";
  const socket = await sender(server.port, ask.repeat(3));
  const answers = await text(socket);
  expect(answers.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
  expect(answers).toMatch(/connection: close/i);
});

test("connections over the limit are closed at once", async () => {
  const { server } = await served({ connections: 1 });
  await sender(server.port, "");
  const second = await sender(server.port, "GET /quick HTTP/1.1\r\nHost: x\r\n\r\n");
  expect(await text(second).catch(() => "")).toBe("");
});

describe("stopping", () => {
  test("takes no more requests, and ends those in work", async () => {
    const { server, begun, release, at } = await served();
    const slow = fetch(`${at}/slow`);
    await begun;
    const stopped = server.stop();
    await expect(fetch(`${at}/quick`)).rejects.toThrow();
    release();
    expect(await (await slow).text()).toBe("slow");
    await stopped;
  });

  test("waits no longer than the limit for what does not end", async () => {
    const { server, turns, begun, release, at } = await served({ farewell: 30 });
    const slow = fetch(`${at}/slow`).catch(() => "cut off");
    await begun;
    await server.stop();
    expect(await slow).toBe("cut off");
    expect(turns.isIdle()).toBe(false);
    release();
  });

  test("closes connections that wait for their next request", async () => {
    const { server, at } = await served({ idle: 60_000 });
    expect(await (await fetch(`${at}/quick`)).text()).toBe("quick");
    await server.stop();
  });
});
