import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createAccess } from "../access/access.ts";
import { type Assets, openAssets } from "./assets/assets.ts";
import { createWeb } from "./create-web.ts";
import { leaveFor, redirect } from "./outcome.ts";
import { form, page } from "./page.ts";
import type { Asked } from "./web.ts";

const access = createAccess([{ permission: "note.read", role: "clerk", reach: "within", rule: "Clerks read notes." }]);
const subject = () => ({ organisation: "A1", within: ["A1"] });
const guard = { permission: "note.read", subject } as const;
const pages = [
  page("/notes", guard, ({ sender }) => ({ title: "Notes", body: `Sent from ${sender.address ?? "nowhere"}` })),
  form("/notes", { ...guard, reads: z.object({}) }, () => redirect("/notes")),
  page("/out", { permission: "anyone" }, () => leaveFor(new URL("https://issuer.example/sign-in?x=1"))),
  page("/in", { permission: "anyone" }, () =>
    redirect("/notes", { signedInAs: null, cookies: ["a=1; Path=/; HttpOnly", "b=2; Path=/"] }),
  ),
];

let assets: Assets;
beforeAll(async () => {
  assets = await openAssets({ cache: path.join(tmpdir(), "chilford-test-assets") });
});

function made(signIn?: string) {
  const clerk = { id: "pat", name: "Pat Clerk", posts: [{ role: "clerk", organisation: "A1" }] };
  const sam = { id: "sam", name: "Sam Else", posts: [] };
  return createWeb({
    access,
    identify: ({ headers }: Asked) => [clerk, sam].find(({ id }) => headers.get("Cookie")?.includes(`who=${id}`)),
    visitor: { id: "", name: "Visitor", posts: [] },
    layout: {
      service: "Notebook",
      home: "/",
      navigation: [],
      footer: [],
      owner: "",
      signOut: "/sign-out",
      ...links(signIn),
    },
    pages,
    assets,
    secret: "a secret that is long enough to be one",
    secure: false,
    proxies: ["10.0.0.1", "10.0.0.2"],
    now: () => new Date("2008-04-28T09:00:00Z"),
    newId: () => "an id",
    log: () => undefined,
  });
}

const links = (signIn: string | undefined) => (signIn === undefined ? {} : { signIn, account: "/account" });
const pat = { headers: { Cookie: "who=pat" } };
const socket = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

test("a page that a visitor may not open leads to signing in, with the way back to it", async () => {
  const response = await made("/sign-in").request("/notes?year=2008&as=b");
  expect([response.status, response.headers.get("Location")]).toEqual([
    303,
    "/sign-in?to=%2Fnotes%3Fyear%3D2008%26as%3Db",
  ]);
});

test("it is refused as before to a visitor where nobody can sign in, and to somebody who is known", async () => {
  expect((await made().request("/notes")).status).toBe(403);
  expect((await made("/sign-in").request("/notes", { headers: { Cookie: "who=sam" } })).status).toBe(403);
  expect((await made("/sign-in").request("/notes", { ...pat, method: "POST" })).status).toBe(403);
});

test("a person is found by the headers of each request, and sees who they are and the way to their account", async () => {
  const html = await (await made("/sign-in").request("/notes", pat)).text();
  expect(html).toContain("Pat Clerk, clerk");
  expect(html).toContain('href="/account"');
  expect(html).not.toContain("Sign in");
  const visitor = await (await made("/sign-in").request("/nowhere")).text();
  expect(visitor).toMatch(/href="\/sign-in"[^>]*>Sign in</);
});

test("a redirect may set cookies, and begin the session of forms anew", async () => {
  const response = await made("/sign-in").request("/in");
  expect(response.headers.getSetCookie()).toEqual(
    expect.arrayContaining(["a=1; Path=/; HttpOnly", "b=2; Path=/", expect.stringMatching(/^session=/)]),
  );
});

test("a reader leaves the service only by the one named way", async () => {
  expect(() => redirect("https://issuer.example/")).toThrow("may not leave the service");
  const response = await made("/sign-in").request("/out");
  expect([response.status, response.headers.get("Location")]).toEqual([303, "https://issuer.example/sign-in?x=1"]);
});

test.each([
  ["no socket at all", undefined, "1.1.1.1", "nowhere"],
  ["a stranger who forges the header", socket("6.6.6.6"), "1.1.1.1", "6.6.6.6"],
  ["our proxy", socket("10.0.0.1"), "1.1.1.1", "1.1.1.1"],
  ["a stranger who forges it, by way of our proxies", socket("10.0.0.1"), "9.9.9.9, 6.6.6.6, 10.0.0.2", "6.6.6.6"],
  ["our proxy itself", socket("10.0.0.1"), "", "10.0.0.1"],
])("where a request comes from: %s", async (_case, env, forwarded, address) => {
  const headers = { Cookie: "who=pat", "X-Forwarded-For": forwarded };
  const html = await (await made("/sign-in").request("/notes", { headers }, env)).text();
  expect(html).toContain(`Sent from ${address}`);
});
