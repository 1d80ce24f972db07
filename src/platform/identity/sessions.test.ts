import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { connectSchema } from "../record/schema.ts";
import { type TestDatabase, testDatabase } from "../record/testing.ts";
import { keptAccounts } from "./erasure.ts";
import { codeAt, secretOn } from "./examples/authenticator.ts";
import { type Browser, browserFor } from "./examples/browser.ts";
import { type ExampleMember, exampleMember, PASSWORD } from "./examples/example-member.ts";
import { type ExampleService, openExample } from "./examples/example-service.ts";
import { type MemoryAccounts, memoryAccounts } from "./examples/memory-accounts.ts";
import { quickHashing } from "./examples/quick-hashing.ts";

const now = () => new Date();
const SIGN_IN = "chilford.session_token";

let database: TestDatabase;
let accounts: MemoryAccounts;
let service: ExampleService;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2008-04-28T09:00:00Z") });
  database = await testDatabase();
  accounts = memoryAccounts();
  service = await openExample({ url: database.url, accounts, now, hashing: quickHashing() });
});
beforeEach(() => later(24 * 60));
afterAll(async () => {
  vi.useRealTimers();
  await service.close();
  await database.drop();
});

const later = (minutes: number) => vi.setSystemTime(new Date(Date.now() + minutes * 60_000));
const member = async () => {
  const made = await exampleMember(service, accounts, now);
  later(3);
  return made;
};

/** Signs a member in in one more browser. */
async function elsewhere({ email, secret }: ExampleMember, agent = "Other") {
  const browser = browserFor(service.web, { agent });
  await browser.send("/sign-in", { email, password: PASSWORD });
  await browser.send("/sign-in/code", { code: codeAt(secret, now()) });
  later(3);
  return browser;
}

async function browserSignsIn(browser: Browser, { email, secret }: ExampleMember): Promise<void> {
  later(3);
  await browser.send("/sign-in", { email, password: PASSWORD });
  await browser.send("/sign-in/code", { code: codeAt(secret, now()) });
}

const isIn = async (browser: { open(path: string): Promise<{ path: string }> }) =>
  (await browser.open("/notes")).path === "/notes";

/** Whether what a cookie held at some time still opens anything. */
async function opens(cookie: string | undefined): Promise<boolean> {
  const browser = browserFor(service.web);
  browser.jar.set(SIGN_IN, cookie ?? "");
  return isIn(browser);
}

describe("a sign-in", () => {
  test("ends after half an hour without use, and not while it is used", async () => {
    const { browser } = await member();
    for (let each = 0; each < 5; each += 1) {
      later(26);
      expect(await isIn(browser)).toBe(true);
    }
    later(30);
    expect(await isIn(browser)).toBe(false);
  });

  test("ends after twelve hours, used or not", async () => {
    const { browser } = await member();
    for (let each = 0; each < 35; each += 1) {
      later(20);
      expect(await isIn(browser)).toBe(true);
    }
    later(20);
    expect(await isIn(browser)).toBe(false);
  });

  test("has another token after each proof, and the one before opens nothing", async () => {
    accounts.invite("rotating", { person: "p-rotating", name: "Robin", email: "rotating@x.example", posts: [] });
    const browser = browserFor(service.web);
    const setUp = await browser.send("/invitations/rotating", { password: PASSWORD, again: PASSWORD });
    const half = browser.jar.get(SIGN_IN);
    const secret = secretOn(setUp.text);
    await browser.send("/account/second-factor/set-up", { code: codeAt(secret, now()) });
    const whole = browser.jar.get(SIGN_IN);
    expect(new Set([half, whole, undefined]).size).toBe(3);
    expect([await opens(half), await opens(whole)]).toEqual([false, true]);
    const changed = {
      current: PASSWORD,
      password: "three otters under a bridge",
      again: "three otters under a bridge",
    };
    expect((await browser.send("/account/password", changed)).path).toBe("/account?done=password");
    expect([await opens(whole), await isIn(browser)]).toEqual([false, true]);
  });

  test("that was begun with a password alone does not become whole when a second factor is set up elsewhere", async () => {
    accounts.invite("thief", { person: "p-thief", name: "Robin", email: "thief@x.example", posts: [] });
    const [owner, thief] = [browserFor(service.web), browserFor(service.web)];
    await owner.send("/invitations/thief", { password: PASSWORD, again: PASSWORD });
    await thief.send("/sign-in", { email: "thief@x.example", password: PASSWORD });
    const setUp = await owner.send("/sign-in", { email: "thief@x.example", password: PASSWORD });
    const secret = secretOn(setUp.text);
    await owner.send("/account/second-factor/set-up", { code: codeAt(secret, now()) });
    expect([await isIn(owner), await isIn(thief)]).toEqual([true, false]);
    expect((await thief.open("/account")).path).toMatch(/^\/sign-in/);
  });

  test("ends with signing out, whatever a copy of its cookie says", async () => {
    const { browser, person } = await member();
    const held = browser.jar.get(SIGN_IN);
    expect((await browser.send("/sign-out", {}, "/account")).path).toBe("/");
    expect(browser.jar.has(SIGN_IN)).toBe(false);
    expect([await isIn(browser), await opens(held)]).toEqual([false, false]);
    expect(accounts.notices.at(-1)).toMatchObject({ person, what: "signed-out", how: "password" });
  });

  test("takes the place of the one before in the same browser", async () => {
    const [made, other] = [await member(), await member()];
    const held = made.browser.jar.get(SIGN_IN);
    await made.browser.send("/sign-in", { email: other.email, password: PASSWORD }, "/account/password");
    expect([await opens(held), await isIn(made.browser)]).toEqual([false, false]);
    await made.browser.send("/sign-in/code", { code: codeAt(other.secret, now()) });
    expect((await made.browser.open("/notes")).text).toContain(`Person ${other.person}`);
  });

  test("is refused with a cookie that was altered, or made of nothing", async () => {
    const { browser } = await member();
    const [token = "", signature = ""] = (browser.jar.get(SIGN_IN) ?? "").split(".");
    const turned = [...token].toReversed().join("");
    for (const cookie of [`${turned}.${signature}`, `${token}.`, token, "", "..", "%", `${token}.${signature}x`]) {
      expect(await opens(cookie)).toBe(false);
    }
    expect(await isIn(browser)).toBe(true);
  });

  test("does not take a form of the person who was signed in before", async () => {
    const made = await member();
    const { text } = await made.browser.open("/account");
    const token = /name="_token" value="([^"]+)"/.exec(text)?.[1] ?? "";
    await made.browser.send("/sign-out", {}, "/account");
    await browserSignsIn(made.browser, made);
    const cookie = [...made.browser.jar].map((pair) => pair.join("=")).join("; ");
    const body = new URLSearchParams({ _token: token });
    const stale = await service.web.request("/sign-out", { method: "POST", headers: { Cookie: cookie }, body });
    expect(stale.status).toBe(403);
    expect(await isIn(made.browser)).toBe(true);
  });
});

describe("one's own account", () => {
  test("shows where one is signed in, and ends one of them or all others", async () => {
    const made = await member();
    const [second, third] = [await elsewhere(made, "Second"), await elsewhere(made, "Third <script>")];
    const shown = await made.browser.open("/account");
    expect(shown.text).toContain("Third &lt;script&gt;, 192.0.2.1");
    expect(shown.text.match(/name="id"/g)).toHaveLength(3);
    const row = shown.text.slice(shown.text.indexOf("Second, 192"));
    const id = /name="id"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="id"/.exec(row)?.slice(1).find(Boolean) ?? "";
    await made.browser.send("/account/sign-ins/end", { id }, "/account");
    expect([await isIn(second), await isIn(third), await isIn(made.browser)]).toEqual([false, true, true]);
    await made.browser.send("/account/sign-ins/end-others", {}, "/account");
    expect([await isIn(third), await isIn(made.browser)]).toEqual([false, true]);
  });

  test("cannot end the sign-in of another", async () => {
    const [one, other] = [await member(), await member()];
    const shown = await other.browser.open("/account");
    const id =
      /name="id"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="id"/.exec(shown.text)?.slice(1).find(Boolean) ?? "";
    expect(id).not.toBe("");
    await one.browser.send("/account/sign-ins/end", { id }, "/account");
    expect(await isIn(other.browser)).toBe(true);
  });

  test("changes the password, and ends all other sign-ins with it", async () => {
    const made = await member();
    const second = await elsewhere(made);
    const wanted = "three otters under a bridge";
    const refused = await made.browser.send("/account/password", {
      current: "not it at all",
      password: wanted,
      again: wanted,
    });
    expect([refused.status, refused.text]).toEqual([
      422,
      expect.stringContaining("The password you have now is not right"),
    ]);
    await made.browser.send("/account/password", { current: PASSWORD, password: wanted, again: wanted });
    expect([await isIn(second), await isIn(made.browser)]).toEqual([false, true]);
    const old = await browserFor(service.web).send("/sign-in", { email: made.email, password: PASSWORD });
    expect(old.status).toBe(422);
    expect(accounts.notices.at(-1)).toMatchObject({ person: made.person, what: "password-changed" });
  });

  test("sets up another authenticator, before which nothing else opens", async () => {
    const made = await member();
    const second = await elsewhere(made);
    const setUp = await made.browser.send("/account/second-factor", { current: PASSWORD });
    expect(setUp.path).toBe("/account/second-factor/set-up");
    expect((await made.browser.open("/notes")).path).toMatch(/^\/sign-in/);
    const secret = secretOn(setUp.text);
    expect(secret).not.toBe(made.secret);
    await made.browser.send("/account/second-factor/set-up", { code: codeAt(secret, now()) });
    expect([await isIn(made.browser), await isIn(second)]).toEqual([true, false]);
  });
});

describe("an administrator", () => {
  test("ends all of somebody's sign-ins, and those of a leaver end by themselves", async () => {
    const [one, other] = [await member(), await member()];
    const second = await elsewhere(one);
    await service.identity.endAll(one.person);
    expect([await isIn(one.browser), await isIn(second), await isIn(other.browser)]).toEqual([false, false, true]);
    accounts.leave(other.person);
    expect(await isIn(other.browser)).toBe(false);
    const back = browserFor(service.web);
    await back.send("/sign-in", { email: other.email, password: PASSWORD });
    const refused = await back.send("/sign-in/code", { code: codeAt(other.secret, now()) });
    expect(refused.path).toMatch(/^\/sign-in\?/);
    expect(refused.text).toContain("This sign-in is closed");
    expect(await isIn(back)).toBe(false);
  });

  test.each(["password", "password and second factor"] as const)("gives a new link for a lost %s", async (renews) => {
    const { person, email, browser, secret } = await member();
    accounts.invite(`again-${person}`, { person, name: "Robin", email, posts: [], renews });
    const wanted = "three otters under a bridge";
    const fresh = browserFor(service.web);
    const next = await fresh.send(`/invitations/again-${person}`, { password: wanted, again: wanted });
    expect(next.path).toBe(renews === "password" ? "/sign-in/code" : "/account/second-factor/set-up");
    expect(await isIn(browser)).toBe(false);
    const shown = secretOn(next.text);
    await fresh.send(next.path, { code: codeAt(renews === "password" ? secret : shown, now()) });
    expect(await isIn(fresh)).toBe(true);
  });

  test("has everything forgotten that sign-in keeps of somebody", async () => {
    const { person, email, browser } = await member();
    await browserFor(service.web).send("/sign-in", { email, password: PASSWORD });
    const kept = keptAccounts(database.url);
    expect(await kept.people()).toContain(person);
    await kept.forget(person);
    expect(await kept.people()).not.toContain(person);
    expect(await isIn(browser)).toBe(false);
    const owner = connectSchema<never>(database.ownerUrl, "identity");
    const { rows } = await sql<{ text: string }>`
      SELECT query_to_xml('SELECT * FROM identity.' || quote_ident(table_name), true, false, '')::text AS text
      FROM information_schema.tables WHERE table_schema = 'identity'`.execute(owner);
    await owner.destroy();
    expect(rows).toHaveLength(6);
    expect(rows.filter(({ text }) => text.includes(email) || text.includes(`>${person}<`))).toEqual([]);
  });
});
