import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { day } from "#kernel/period.ts";
import { codeAt, secretOn } from "#platform/identity/examples/authenticator.ts";
import { type Browser, browserFor } from "#platform/identity/examples/browser.ts";
import { type TestDatabase, testDatabase } from "#platform/record/testing.ts";
import type { Configuration } from "./configuration.ts";
import { openService, type Service } from "./service.ts";
import { openSignIn } from "./sign-in.ts";
import { openWeb } from "./web.ts";

const now = () => new Date();
const secret = "a secret of the test, which is long enough to be one";
const BY = { actor: "operator", at: now(), authority: "operator: The machine is theirs." };
const password = "a quiet heron by the weir";

let folder: string;
let database: TestDatabase;
let service: Service;
let web: Awaited<ReturnType<typeof openWeb>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "chilford-sign-in-"));
  database = await testDatabase();
  service = await openService(configured(), { mode: "server", now });
  let ids = 0;
  web = await openWeb(service, {
    identity: await openSignIn(service, { secret, now }),
    secret,
    secure: false,
    now,
    newId: () => `id-${ids++}`,
    log: () => undefined,
  });
});
afterAll(async () => {
  await service.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

function configured(more: Partial<Configuration> = {}): Configuration {
  const machine = { memory: "512MB", threads: 1, host: "127.0.0.1", port: 80, operator: "operator" };
  return { data: join(folder, "data"), keyFile: join(folder, "keys", "pseudonym.key"), database, ...machine, ...more };
}

/** Invites somebody to finance, who comes in by the link; gives their browser. */
async function member(name: string, email: string) {
  const from = day("2008-04-01");
  const post = {
    id: `post of ${email}`,
    role: "PCT finance",
    organisation: "5QV",
    kind: "pct",
    over: ["5QV"],
    from,
  } as const;
  const sent = await service.people.invite({ name, email, posts: [post], days: 14 }, BY);
  if ("refused" in sent) throw new Error(sent.refused[0].code);
  const browser = browserFor(web);
  const setUp = await browser.send(`/invitations/${sent.token}`, { password, again: password });
  await browser.send("/account/second-factor/set-up", { code: codeAt(secretOn(setUp.text), now()) });
  return { browser, person: sent.person, setUp };
}

const whoIn = async (browser: Browser) =>
  /nhsuk-header__account-link" href="\/account">(?:<svg.*?<\/svg>)?([^<]+)/.exec((await browser.open("/")).text)?.[1];

test("a visitor may not say who they are, and is asked to sign in where a page is not for everybody", async () => {
  const browser = browserFor(web);
  expect((await browser.open("/who")).status).toBe(404);
  expect((await browser.open("/")).text).toMatch(/href="\/sign-in"[^>]*>Sign in</);
  expect((await browser.open("/loads")).path).toBe("/sign-in?to=%2Floads");
});

test("somebody invited comes in by the link, and is who the record says, with the posts they hold today", async () => {
  const { browser, person } = await member("Robin <Sample>", "robin@pct.example");
  expect(await whoIn(browser)).toBe("Robin &lt;Sample&gt;, PCT finance");
  expect((await browser.open("/loads")).path).toBe("/loads");
  const events = await service.record.history({ stream: `sign-in/${person}`, limit: 10 });
  expect(events.map(({ type, actor }) => `${type} ${actor}`)).toEqual([
    `signed-in ${person}`,
    `second-factor-set ${person}`,
  ]);
  expect((await service.record.verify()).whole).toBe(true);
});

test("who leaves is out at once, and their sign-ins are gone", async () => {
  const { browser, person } = await member("Kim Leaver", "kim@pct.example");
  expect(await whoIn(browser)).toBe("Kim Leaver, PCT finance");
  const left = await service.people.perform(person, { kind: "leave" }, { ...BY, at: now() });
  expect("refused" in left).toBe(false);
  expect(await whoIn(browser)).toBeUndefined();
  expect((await browser.open("/account")).path).toBe("/sign-in?to=%2Faccount");
});

test("the server does not start where passwords would go in the open, or an issuer is not described", async () => {
  const at = (more: Partial<Configuration>) =>
    openSignIn({ ...service, configuration: configured(more) }, { secret, now });
  await expect(at({ address: "http://pbc.example" })).rejects.toThrow("passwords would go to it in the open");
  const issuers = join(folder, "issuers.yaml");
  writeFileSync(issuers, "issuers: [{ id: trust }]\n");
  await expect(at({ issuers })).rejects.toThrow("does not describe issuers. issuers.0.name");
});
