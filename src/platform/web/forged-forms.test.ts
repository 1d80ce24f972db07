import { beforeEach, describe, expect, test } from "vitest";
import { type Notebook, openNotebook } from "./examples/notebook.tsx";

const AS = { "X-As": "clerk" };

let notebook: Notebook;
let own: { readonly cookie: string; readonly token: string };
beforeEach(async () => {
  notebook = await openNotebook();
  own = await notebook.signedIn();
});

interface Sent {
  readonly fields?: Readonly<Record<string, string>> | [string, string][];
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly path?: string;
}

const send = ({ fields = {}, headers = {}, method = "POST", path = "/notes/A1" }: Sent) =>
  notebook.app.request(path, {
    method,
    headers: { ...AS, Cookie: own.cookie, ...headers },
    ...(method === "POST" && { body: new URLSearchParams(fields) }),
  });
const good = () => ({ note: "milk", _token: own.token });

describe("a form is taken", () => {
  test("with its token, and from a browser that says it comes from a page of ours or says nothing", async () => {
    for (const headers of [{}, { Origin: "http://localhost" }, { "Sec-Fetch-Site": "same-origin" }]) {
      expect((await send({ fields: good(), headers })).status).toBe(303);
    }
    expect(notebook.taken).toEqual(["milk", "milk", "milk"]);
  });
});

describe("a form is refused, with nothing done,", () => {
  test("without the token of its very session, in every way of lacking it", async () => {
    const other = await notebook.signedIn();
    const tokens: readonly Sent["fields"][] = [
      { note: "a" },
      { note: "a", _token: "" },
      { note: "a", _token: other.token },
      { note: "a", _token: own.token.slice(0, -1) },
      { note: "a", _token: own.token.toUpperCase() },
      { note: "a", "_token[]": own.token },
      { note: "a", _TOKEN: own.token },
      [
        ["_token", own.token],
        ["_token", other.token],
        ["note", "a"],
      ],
      [
        ["_token", other.token],
        ["_token", own.token],
        ["note", "a"],
      ],
    ];
    for (const fields of tokens) expect((await send({ fields: fields ?? {} })).status).toBe(403);
    expect((await send({ fields: good(), headers: { Cookie: other.cookie } })).status).toBe(403);
    expect((await send({ fields: { note: "a" }, path: `/notes/A1?_token=${own.token}` })).status).toBe(403);
    expect((await send({ fields: { note: "a" }, headers: { "X-CSRF-Token": own.token } })).status).toBe(403);
    expect(notebook.taken).toEqual([]);
  });

  test("where the browser says that it comes from elsewhere, even with the token", async () => {
    for (const headers of [
      { Origin: "https://evil.example" },
      { Origin: "null" },
      { Origin: "http://localhost.evil.example" },
      { Origin: "http://localhost:9999" },
      { Origin: "" },
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site" },
      { "Sec-Fetch-Site": "none" },
      { "Sec-Fetch-Site": "same-origin", Origin: "https://evil.example" },
    ]) {
      expect((await send({ fields: good(), headers })).status, JSON.stringify(headers)).toBe(403);
    }
    expect(notebook.taken).toEqual([]);
  });

  test("in an encoding that another site's script could send without asking", async () => {
    for (const type of ["text/plain", "application/json", "application/x-www-form-urlencoded-not", ""]) {
      expect((await send({ fields: good(), headers: { "Content-Type": type } })).status, type).toBe(415);
    }
    expect(notebook.taken).toEqual([]);
  });

  test("by any other way of asking, and no field or header makes one way pass for another", async () => {
    const query = `/notes/A1?note=a&_token=${own.token}`;
    for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const response = await send({ method, path: query });
      expect([response.status, response.headers.get("Allow")]).toEqual([405, "GET, HEAD, POST"]);
    }
    for (const method of ["GET", "HEAD"]) {
      const overrides = { "X-HTTP-Method-Override": "POST", "X-Method-Override": "POST", "X-HTTP-Method": "POST" };
      expect((await send({ method, path: `${query}&_method=POST`, headers: overrides })).status).toBe(200);
    }
    const posted = await send({ fields: { ...good(), _method: "DELETE" }, path: "/files/A1" });
    expect(posted.status).toBe(404);
    expect(notebook.taken).toEqual([]);
  });
});
