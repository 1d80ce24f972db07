import { describe, expect, test } from "vitest";
import { openNotebook } from "./examples/notebook.tsx";
import { openTurns, TURN_LIMITS } from "./turns/turns.ts";

const AS = { "X-As": "clerk" };
const small = { atOnce: 1, waiting: 1, milliseconds: 1000 };

/** A notebook whose pages end when the test lets them, and whose time passes when it says so. */
async function heldUp() {
  const released = Promise.withResolvers<void>();
  const timers = new Set<() => void>();
  const turns = openTurns({ ...TURN_LIMITS, ordinary: small, heavy: small }, (_, then) => {
    timers.add(then);
    return () => timers.delete(then);
  });
  let isHeld = false;
  const begun: (() => void)[] = [];
  const notebook = await openNotebook(
    { turns, health: { fitness: [], patience: 1, after: () => () => undefined } },
    () => {
      for (const tell of begun.splice(0)) tell();
      return isHeld ? released.promise : Promise.resolve();
    },
  );
  const { cookie, token } = await notebook.signedIn();
  isHeld = true;
  const send = (path: string) =>
    notebook.app.request(path, {
      method: "POST",
      headers: { ...AS, Cookie: cookie },
      body: new URLSearchParams({ note: "milk", _token: token }),
    });
  return {
    ...{ notebook, turns, timers, send },
    get: () => notebook.app.request("/notes/A1", { headers: AS }),
    workBegun: () => new Promise<void>((tell) => begun.push(tell)),
    release: () => released.resolve(),
  };
}

describe("under load", () => {
  test("so many are answered, so many wait, and the next is told at once to come again", async () => {
    const { notebook, get, workBegun, release } = await heldUp();
    const begun = workBegun();
    const first = get();
    await begun;
    const second = get();
    const third = await get();
    expect([third.status, third.headers.get("Retry-After")]).toEqual([503, "10"]);
    expect((await notebook.app.request("/nowhere")).status).toBe(503);
    expect((await notebook.app.request("/health/live")).status).toBe(200);
    expect((await notebook.app.request("/health/ready")).status).toBe(200);
    expect((await notebook.app.request(notebook.asset)).status).toBe(200);
    release();
    expect([(await first).status, (await second).status]).toEqual([200, 200]);
    expect((await get()).status).toBe(200);
  });

  test("heavy work waits for heavy work, and pages wait for neither", async () => {
    const { send, get, workBegun, release, turns } = await heldUp();
    const begun = workBegun();
    const first = send("/heavy/A1");
    await begun;
    const second = send("/heavy/A1");
    const third = send("/heavy/A1");
    const busy = await Promise.race([second, third]);
    expect(busy.status).toBe(503);
    const page = get();
    release();
    expect((await page).status).toBe(200);
    const statuses = (await Promise.all([first, second, third])).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([303, 303, 503]);
    await turns.idle();
  });

  test("what takes too long is answered without it, and a form says that it may still be carried out", async () => {
    const { notebook, send, workBegun, release, timers, turns } = await heldUp();
    const begun = workBegun();
    const sent = send("/notes/A1");
    await begun;
    for (const then of [...timers]) then();
    const late = await sent;
    expect([late.status, late.headers.get("Retry-After")]).toEqual([503, "10"]);
    expect(await late.text()).toContain("look whether it was before you send it again");
    release();
    await turns.idle();
    expect(notebook.taken).toEqual(["milk"]);
    expect(notebook.logged.filter(({ kind }) => kind === "bug")).toEqual([]);
  });
});

describe("a body", () => {
  /** A body of fifty megabytes, and how much of it was asked for. */
  function large(head: string) {
    const asked = { bytes: 0 };
    const piece = Buffer.alloc(65_536, "x");
    const stream = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (asked.bytes > 50_000_000) return controller.close();
          controller.enqueue(asked.bytes === 0 ? Buffer.from(head) : piece);
          asked.bytes += piece.length;
        },
      },
      { highWaterMark: 0 },
    );
    return { asked, stream };
  }
  const edge = (head: string, content = "") => `--edge\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}`;
  const post = (body: ReadableStream, headers: Record<string, string>) =>
    ({
      method: "POST",
      body,
      duplex: "half",
      headers: { "Content-Type": "multipart/form-data; boundary=edge", ...headers },
    }) as RequestInit;

  test("is not read at all for a visitor, from another site, or for a page that takes none", async () => {
    const { app, signedIn } = await openNotebook();
    const { cookie } = await signedIn();
    for (const [path, headers, status] of [
      ["/notes/A1", {}, 403],
      ["/notes/B1", { ...AS, Cookie: cookie }, 403],
      ["/notes/A1", { ...AS, Cookie: cookie, "Sec-Fetch-Site": "cross-site" }, 403],
      ["/notes/A1", { ...AS, Cookie: cookie, Origin: "https://evil.example" }, 403],
      ["/files/A1", { ...AS, Cookie: cookie }, 404],
    ] as const) {
      const { asked, stream } = large(edge('name="file"; filename="a.csv"'));
      const response = await app.request(path, post(stream, headers));
      expect([path, response.status, asked.bytes]).toEqual([path, status, 0]);
    }
  });

  test("is read no further than its first file for somebody without the token, and no further than its limit with it", async () => {
    const { app, signedIn, taken } = await openNotebook();
    const { cookie, token } = await signedIn();
    const without = large(edge('name="file"; filename="a.csv"', "\r\n"));
    expect((await app.request("/notes/A1", post(without.stream, { ...AS, Cookie: cookie }))).status).toBe(403);
    expect(without.asked.bytes).toBeLessThan(1_000_000);
    const over = large(`${edge('name="_token"', token)}\r\n${edge('name="file"; filename="a.csv"', "\r\n")}`);
    expect((await app.request("/heavy/A1", post(over.stream, { ...AS, Cookie: cookie }))).status).toBe(413);
    expect(over.asked.bytes).toBeLessThan(3_000_000);
    expect(taken).toEqual([]);
  });
});
