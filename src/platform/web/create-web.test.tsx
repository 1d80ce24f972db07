import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createAccess } from "../access/access.ts";
import { NotFound } from "../access/errors.ts";
import type { Subject } from "../access/person.ts";
import { chooseAPerson } from "../identity/choose-a-person.tsx";
import { type Assets, openAssets } from "./assets/assets.ts";
import { createWeb } from "./create-web.ts";
import { attachment, redirect } from "./outcome.ts";
import { download, form, page } from "./page.ts";
import { Form, ProblemSummary, SubmitButton, TextField } from "./view/form.tsx";
import type { LogEntry } from "./web.ts";

const access = createAccess([
  { permission: "note.read", role: "clerk", reach: "within", rule: "Clerks read the notes of their place." },
  { permission: "note.write", role: "chief", reach: "within", rule: "Chiefs write the notes of their place." },
]);
const subject = ({ place }: { readonly place: string }): Subject => ({ organisation: place, within: [place] });
const saved: string[] = [];
const logged: LogEntry[] = [];

const notePage = page("/notes/:place", { permission: "note.read", subject }, ({ params, entered, problems, now }) => {
  if (params.place === "A9") throw new NotFound("There are no notes of A9.");
  if (params.place === "A8") throw new Error("secret stack of A8");
  return {
    title: `Notes of ${params.place}`,
    section: "notes",
    trail: [{ text: "Start", href: "/" }],
    place: { name: "Riverside <Surgery>", detail: params.place },
    madeUp: true,
    body: (
      <>
        <ProblemSummary problems={problems} />
        <h1>Notes on {now.getUTCFullYear()}</h1>
        <Form action={`/notes/${params.place}`}>
          <TextField name="note" label="Note" problems={problems} entered={entered.note} />
          <SubmitButton>Save</SubmitButton>
        </Form>
      </>
    ),
  };
});
const reads = z.object({ note: z.string().min(1, "Enter a note").max(20, "Enter at most 20 letters") });
const noteForm = form(
  "/notes/:place",
  { permission: "note.read", subject, reads, limit: 2000 },
  ({ params }, { note }) => {
    if (note === "again") return { problems: [{ field: "note", message: "Enter another note" }] };
    saved.push(note);
    return redirect(`/notes/${params.place}?saved=1`);
  },
);
const noteFile = download("/notes/:place/notes.csv", { permission: "note.read", subject }, () =>
  attachment({ name: 'notes "1".csv', type: "text/csv; charset=utf-8", body: "note\n" }),
);

const people = [
  {
    id: "p1",
    name: "Pat Clerk",
    posts: [{ role: "clerk", organisation: "A1" }],
    sees: "Notes of A1.",
    begins: "/notes/A1",
  },
  { id: "p2", name: "Sam Else", posts: [{ role: "chief", organisation: "A2" }], sees: "Nothing of A1." },
  {
    id: "p8",
    name: "Al Eight",
    posts: ["A8", "A9"].map((organisation) => ({ role: "clerk", organisation })),
    sees: "",
  },
];
let assets: Assets;
let nextId = 0;
const made = () => {
  const { pages, identify } = chooseAPerson({ sample: true, people });
  return createWeb({
    access,
    identify,
    visitor: { id: "", name: "Visitor", posts: [] },
    layout: {
      service: "Notebook",
      home: "/",
      navigation: [
        { section: "notes", text: "Notes", href: "/notes/A1", permission: "note.read" },
        { section: "write", text: "Writing", href: "/write", permission: "note.write" },
      ],
      footer: [{ text: "Accessibility", href: "/accessibility" }],
      owner: "Nobody in particular",
      chooseAPerson: "/who",
      signOut: "/sign-out",
    },
    pages: [notePage, noteForm, noteFile, ...pages],
    assets,
    secret: "a secret that is long enough to be one",
    secure: false,
    now: () => new Date("2008-04-28T09:00:00Z"),
    newId: () => `id-${nextId++}`,
    log: (entry) => logged.push(entry),
  });
};
let app: ReturnType<typeof made>;

const cookieOf = (response: Response) => (response.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
const tokenIn = (html: string) => /name="_token" value="([^"]+)"/.exec(html)?.[1] ?? "";
const sendForm = (to: string, fields: Record<string, string>, headers: Record<string, string>) =>
  app.request(to, { method: "POST", headers, body: new URLSearchParams(fields) });

async function signedInAs(person: string) {
  const first = await app.request("/who");
  const token = tokenIn(await first.text());
  const chosen = await sendForm("/who", { person, _token: token }, { Cookie: cookieOf(first) });
  return { cookie: cookieOf(chosen), to: chosen.headers.get("Location"), before: { cookie: cookieOf(first), token } };
}

beforeAll(async () => {
  assets = await openAssets({ cache: path.join(tmpdir(), "chilford-test-assets") });
  app = made();
});

describe("a page", () => {
  it("is drawn in the layout, with what the person may open, who they are and that figures are made up", async () => {
    const { cookie, to } = await signedInAs("p1");
    expect(to).toBe("/notes/A1");
    const response = await app.request("/notes/A1", { headers: { Cookie: cookie } });
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/);
    expect(html).toContain("<title>Notes of A1 - Notebook</title>");
    expect(html).toContain("Pat Clerk, clerk");
    expect(html).toContain("Sample figures, made up.");
    expect(html).toContain('href="#maincontent"');
    expect(html).toContain('<a class="nhsuk-header__navigation-link" aria-current="true" href="/notes/A1">Notes</a>');
    expect(html).not.toContain("Writing");
  });

  it("escapes what it shows", async () => {
    const { cookie } = await signedInAs("p1");
    const html = await (await app.request("/notes/A1", { headers: { Cookie: cookie } })).text();
    expect(html).toContain("Riverside &lt;Surgery&gt;");
    expect(html).not.toContain("<Surgery>");
  });

  it("sends strict headers and keeps no copy", async () => {
    const { headers } = await app.request("/who");
    expect(headers.get("Content-Security-Policy")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(headers.get("Set-Cookie")).toMatch(/^session=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it("has no script or style of its own and loads nothing from elsewhere", async () => {
    const html = await (await app.request("/who")).text();
    expect(html).not.toMatch(/ style=|<style|<script(?! type="module" src="\/assets\/)| on[a-z]+=/);
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});

describe("permission", () => {
  it("is refused to a visitor, with the permission, whom to ask and no page", async () => {
    const response = await app.request("/notes/A1");
    const html = await response.text();
    expect(response.status).toBe(403);
    expect(html).toContain("<strong>note.read</strong>");
    expect(html).toContain("It is held by: clerk.");
    expect(html).toContain('<a href="/who">Say who you are</a>');
    expect(html).not.toContain("Notes on 2008");
  });

  it("is refused for another place, for the file as for the page", async () => {
    const headers = { Cookie: (await signedInAs("p2")).cookie };
    expect((await app.request("/notes/A1", { headers })).status).toBe(403);
    expect((await app.request("/notes/A1/notes.csv", { headers })).status).toBe(403);
  });

  it("is not given by a cookie that was altered", async () => {
    const { cookie } = await signedInAs("p2");
    const forged = Buffer.from(JSON.stringify({ id: "x", person: "p1", began: 1_209_373_200 })).toString("base64url");
    const headers = { Cookie: `session=${forged}.${cookie.split(".")[1]}` };
    expect((await app.request("/notes/A1", { headers })).status).toBe(403);
  });

  it("ends with signing out", async () => {
    const { cookie } = await signedInAs("p1");
    const token = tokenIn(await (await app.request("/notes/A1", { headers: { Cookie: cookie } })).text());
    const out = await sendForm("/sign-out", { _token: token }, { Cookie: cookie });
    expect(out.headers.get("Location")).toBe("/who");
    expect((await app.request("/notes/A1", { headers: { Cookie: cookieOf(out) } })).status).toBe(403);
  });
});

describe("a form", () => {
  async function opened() {
    const { cookie, before } = await signedInAs("p1");
    const token = tokenIn(await (await app.request("/notes/A1", { headers: { Cookie: cookie } })).text());
    return { cookie, token, before };
  }

  it("is taken with the token of its session, and sends on", async () => {
    const { cookie, token } = await opened();
    const headers = { Cookie: cookie, Origin: "http://localhost", "Sec-Fetch-Site": "same-origin" };
    const response = await sendForm("/notes/A1", { note: "milk", _token: token }, headers);
    expect([response.status, response.headers.get("Location")]).toEqual([303, "/notes/A1?saved=1"]);
    expect(saved).toEqual(["milk"]);
  });

  it("is refused without its token, with that of another session, or from another site", async () => {
    const { cookie, token, before } = await opened();
    const kept = saved.length;
    const tries = [
      sendForm("/notes/A1", { note: "a" }, { Cookie: cookie }),
      sendForm("/notes/A1", { note: "b", _token: before.token }, { Cookie: cookie }),
      sendForm("/notes/A1", { note: "d", _token: token }, { Cookie: cookie, Origin: "https://evil.example" }),
      sendForm("/notes/A1", { note: "e", _token: token }, { Cookie: cookie, Origin: "null" }),
      sendForm("/notes/A1", { note: "f", _token: token }, { Cookie: cookie, "Sec-Fetch-Site": "same-site" }),
    ];
    for (const response of await Promise.all(tries)) {
      expect(response.status).toBe(403);
      expect(await response.text()).toContain("Nothing has been changed.");
    }
    const visitors = [
      sendForm("/notes/A1", { note: "c", _token: token }, { Cookie: before.cookie }),
      sendForm("/notes/A1", { note: "g", _token: token }, {}),
    ];
    for (const response of await Promise.all(visitors)) expect(response.status).toBe(403);
    expect(saved).toHaveLength(kept);
  });

  it("is shown again with its problems and what was entered", async () => {
    const { cookie, token } = await opened();
    const long = '"><script>alert(1)</script>';
    const response = await sendForm("/notes/A1", { note: long, _token: token }, { Cookie: cookie });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain('<a href="#note">Enter at most 20 letters</a>');
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    const refused = await sendForm("/notes/A1", { note: "again", _token: token }, { Cookie: cookie });
    expect(await refused.text()).toContain("Enter another note");
  });

  it("is refused when it is too large, before it is read", async () => {
    const { cookie, token } = await opened();
    const response = await sendForm("/notes/A1", { note: "x".repeat(3000), _token: token }, { Cookie: cookie });
    expect(response.status).toBe(413);
    expect(await response.text()).toContain("It is larger than the service takes.");
  });
});

describe("what goes wrong", () => {
  it("becomes a page: not found, and a fault with its number but nothing of its cause", async () => {
    const headers = { Cookie: (await signedInAs("p8")).cookie };
    const missing = await app.request("/notes/A9", { headers });
    expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining("There are no notes of A9.")]);
    expect((await app.request("/no/such/page")).status).toBe(404);
    const bug = await app.request("/notes/A8", { headers });
    const html = await bug.text();
    expect(bug.status).toBe(500);
    expect(html).toContain(bug.headers.get("X-Request-Id") ?? "no id");
    expect(html).not.toMatch(/secret|stack of|\.tsx?:/);
    expect(logged.findLast(({ kind }) => kind === "bug")).toMatchObject({ route: "/notes/:place" });
  });

  it("is logged without anything that names a place or a person", async () => {
    const { cookie } = await signedInAs("p1");
    await app.request("/notes/A1?q=Pat", { headers: { Cookie: cookie } });
    const line = logged.findLast(({ kind }) => kind === "request");
    const id = expect.stringMatching(/^id-\d+$/);
    expect(line).toEqual({ kind: "request", id, method: "GET", route: "/notes/:place", status: 200, milliseconds: 0 });
  });
});

describe("files", () => {
  it("are sent under a safe name", async () => {
    const { cookie } = await signedInAs("p1");
    const response = await app.request("/notes/A1/notes.csv", { headers: { Cookie: cookie } });
    expect(response.headers.get("Content-Disposition")).toBe(
      `attachment; filename="notes -1-.csv"; filename*=UTF-8''notes%20%221%22.csv`,
    );
    expect(await response.text()).toBe("note\n");
  });

  it("that pages load are kept for a year, and there are no others", async () => {
    const response = await app.request(assets.script);
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
    expect((await app.request("/assets/nothing.css")).status).toBe(404);
  });
});

describe("choosing a person", () => {
  it("is refused for somebody who is not on the list", async () => {
    const first = await app.request("/who");
    const token = tokenIn(await first.text());
    const response = await sendForm("/who", { person: "p99", _token: token }, { Cookie: cookieOf(first) });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("Choose one of the people");
  });

  it("cannot be had on a server that is no sample", () => {
    // @ts-expect-error it does not compile either
    expect(() => chooseAPerson({ sample: false, people: [] })).toThrow("only on a sample server");
  });
});
