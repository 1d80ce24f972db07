import { expect, test } from "vitest";
import { type Notebook, openNotebook } from "./examples/notebook.tsx";
import type { Health } from "./health/health.ts";
import { Busy, TooLong } from "./turns/no-turn.ts";
import { openTurns, type Turns } from "./turns/turns.ts";

const AS = { "X-As": "clerk" };
const FORM = "application/x-www-form-urlencoded";
const health: Health = { fitness: [], patience: 1, after: () => () => undefined };

/** One answer of every kind there is, by what it is. */
async function everyAnswer(
  more: Parameters<typeof openNotebook>[0] = {},
): Promise<readonly (readonly [string, Response])[]> {
  const notebook = await openNotebook({ health, ...more });
  const { app, asset } = notebook;
  const { cookie, token } = await notebook.signedIn();
  const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request("/notes/A1", {
      method: "POST",
      headers: { ...AS, Cookie: cookie, "Content-Type": FORM, ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  const heldUp = async (error: Error) => {
    const turns: Turns = { ...openTurns(), take: () => Promise.reject(error) };
    const { app: busy } = await openNotebook({ ...more, turns });
    return busy.request("/notes/A1", { headers: AS });
  };
  const asked = Object.entries({
    "page 200": app.request("/notes/A1", { headers: AS }),
    "form taken 303": send({ note: "milk", _token: token }),
    "form with problems 422": send({ note: "far too long", _token: token }),
    "form without token 403": send({ note: "milk" }),
    "form too large 413": send({ note: "milk", _token: token }, { "Content-Length": "99000000" }),
    "form of another sort 415": send({ note: "milk", _token: token }, { "Content-Type": "text/plain" }),
    "form that is broken 400": send({ note: "milk", _token: token }, { "Content-Type": "multipart/form-data" }),
    "not allowed 403": app.request("/notes/A1"),
    "download 200": app.request("/files/A1", { headers: AS }),
    "asset 200": app.request(asset),
    "missing asset 404": app.request("/assets/none.css"),
    "nowhere 404": app.request("/nowhere"),
    "no such note 404": app.request("/notes/A2", { headers: AS }),
    "another way of asking 405": app.request("/notes/A1", { method: "PUT", headers: AS }),
    "fault 500": app.request("/broken/A1", { headers: AS }),
    "busy 503": heldUp(new Busy()),
    "too long 503": heldUp(new TooLong()),
    "live 200": app.request("/health/live"),
    "ready 200": app.request("/health/ready"),
  });
  return Promise.all(asked.map(async ([what, response]) => [what, await response] as const));
}

/** The headers that OWASP's project on secure headers asks for, and what they must be. */
const EXPECTED: Readonly<Record<string, string | RegExp>> = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": /camera=\(\).*geolocation=\(\).*microphone=\(\).*payment=\(\).*usb=\(\)/,
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "X-Permitted-Cross-Domain-Policies": "none",
  "X-DNS-Prefetch-Control": "off",
  "X-XSS-Protection": "0",
};

test("every answer there is has the strict headers, is kept by nobody unless it is an asset, and names no server", async () => {
  const answers = await everyAnswer();
  for (const [what, { status, headers }] of answers) {
    expect(String(status), what).toBe(what.split(" ").at(-1));
    for (const [name, value] of Object.entries(EXPECTED)) {
      if (typeof value === "string") expect(headers.get(name), `${what}: ${name}`).toBe(value);
      else expect(headers.get(name), `${what}: ${name}`).toMatch(value);
    }
    const kept = what === "asset 200" ? "public, max-age=31536000, immutable" : "no-store";
    expect(headers.get("Cache-Control"), what).toBe(kept);
    for (const name of ["Server", "X-Powered-By", "Access-Control-Allow-Origin"])
      expect(headers.get(name), what).toBeNull();
    expect(headers.get("Strict-Transport-Security"), what).toBeNull();
  }
  expect(answers.length).toBeGreaterThan(15);
});

test("over HTTPS every answer holds browsers to it, and cookies go nowhere else", async () => {
  for (const [what, { headers }] of await everyAnswer({ secure: true })) {
    expect(headers.get("Strict-Transport-Security"), what).toBe("max-age=63072000; includeSubDomains");
    const cookie = headers.get("Set-Cookie");
    if (cookie !== null)
      expect(cookie, what).toMatch(/^__Host-session=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  }
});

test("what is sent says what it is, so that no browser has to guess", async () => {
  for (const [what, { status, headers }] of await everyAnswer()) {
    if (status === 303) continue;
    expect(headers.get("Content-Type"), what).toMatch(
      /^(?:text\/(?:html|plain|javascript); charset=utf-8|text\/csv|application\/json)$/i,
    );
  }
});

test("what is busy or took too long says when to try again, and whether anything was done", async () => {
  const answers = new Map(await everyAnswer());
  const busy = answers.get("busy 503");
  expect(busy?.headers.get("Retry-After")).toBe("10");
  expect(await busy?.text()).toContain("this was not begun. Nothing has been changed.");
  const late = answers.get("too long 503");
  expect(late?.headers.get("Retry-After")).toBe("10");
  expect(await late?.text()).toContain("stopped waiting for the answer");
});

test("no page tells the cause of a fault, and no log either", async () => {
  const notebook: Notebook = await openNotebook();
  const response = await notebook.app.request("/broken/A1", { headers: AS });
  expect(await response.text()).not.toContain("9434765919");
  expect(notebook.logged.filter(({ kind }) => kind === "bug")).toHaveLength(1);
});
