import decodeQR from "qr/decode.js";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type TestDatabase, testDatabase } from "../record/testing.ts";
import { codeAt } from "./examples/authenticator.ts";
import { type Arrived, type Browser, browserFor } from "./examples/browser.ts";
import { codesOn, exampleMember, PASSWORD } from "./examples/example-member.ts";
import { type ExampleService, openExample } from "./examples/example-service.ts";
import { type MemoryAccounts, memoryAccounts } from "./examples/memory-accounts.ts";
import { quickHashing } from "./examples/quick-hashing.ts";

const now = () => new Date();
const hashing = quickHashing();

let database: TestDatabase;
let accounts: MemoryAccounts;
let service: ExampleService;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2008-04-28T09:00:00Z") });
  database = await testDatabase();
  accounts = memoryAccounts();
  service = await openExample({ url: database.url, accounts, now, hashing });
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
const given = (browser: Browser, email: string, password = PASSWORD, to = "/notes") =>
  browser.send(`/sign-in?to=${encodeURIComponent(to)}`, { email, password });
const enter = (browser: Browser, code: string) => browser.send("/sign-in/code?to=%2Fnotes", { code });
const seen = ({ status, text }: Arrived) => ({ status, text: text.replaceAll(/value="[^"]*"|id-\d+/g, "") });

describe("an invitation", () => {
  test("leads by way of a password and a second factor to the pages", async () => {
    const { person, browser, setUp, codes, recovery } = await member();
    expect(setUp.path).toBe("/account/second-factor/set-up");
    expect(codes.path).toBe("/account/recovery-codes");
    expect(recovery).toHaveLength(10);
    const page = await browser.open("/notes");
    expect(page.text).toContain(`Notes for Person ${person}: clerk`);
    expect(page.text).toContain('href="/account"');
    const noticed = accounts.notices.filter((notice) => notice.person === person);
    expect(noticed.map(({ what, how }) => `${what} by ${how}`)).toEqual([
      "second-factor-set by password",
      "signed-in by password",
    ]);
  });

  test("says who invites whom to what, and is gone once it was taken up", async () => {
    const posts = ["lay member at Fenmere PCT"];
    accounts.invite("once", {
      person: "p-once",
      name: "Robin Sample",
      email: "once@x.example",
      posts,
      by: "Pat Sample",
    });
    const shown = await browserFor(service.web).open("/invitations/once");
    expect(shown.text).toContain("Robin Sample, Pat Sample invites you to be:");
    expect(shown.text).toContain("lay member at Fenmere PCT");
    await browserFor(service.web).send("/invitations/once", { password: PASSWORD, again: PASSWORD });
    const gone = await browserFor(service.web).open("/invitations/once");
    expect([gone.status, gone.text]).toEqual([
      404,
      expect.stringContaining("it was used, it lapsed, or another took its place"),
    ]);
    expect((await browserFor(service.web).open("/invitations/never")).status).toBe(404);
  });

  test.each([
    [{ password: "too short", again: "too short" }, "at least 12 characters"],
    [{ password: "Password1234", again: "Password1234" }, "Very many people use a password like that"],
    [{ password: "robin sample likes tea", again: "robin sample likes tea" }, "may not hold your name"],
    [{ password: PASSWORD, again: `${PASSWORD}.` }, "The two passwords are not the same"],
    [{ password: "", again: "" }, "Choose a password"],
  ])("is not taken up with %j", async (fields, words) => {
    accounts.invite("weak", { person: "p-weak", name: "Robin Sample", email: "weak@x.example", posts: [] });
    const again = await browserFor(service.web).send("/invitations/weak", fields);
    expect([again.status, again.text]).toEqual([422, expect.stringContaining(words)]);
    expect(again.text).not.toMatch(/type="password"[^>]* value=/);
    expect(await accounts.invitation("weak")).toBeDefined();
  });

  test("does not give one person's address to another", async () => {
    const { email } = await member();
    accounts.invite("same", { person: "p-same", name: "Another", email: email.toUpperCase(), posts: [] });
    const refused = await browserFor(service.web).send("/invitations/same", { password: PASSWORD, again: PASSWORD });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining("Somebody else signs in")]);
    expect(await accounts.invitation("same")).toBeDefined();
  });
});

describe("the second factor", () => {
  test("is needed before a password opens anything", async () => {
    accounts.invite("half", { person: "p-half", name: "Robin Sample", email: "half@x.example", posts: [] });
    const browser = browserFor(service.web);
    await browser.send("/invitations/half", { password: PASSWORD, again: PASSWORD });
    expect((await browser.open("/notes")).path).toBe("/sign-in?to=%2Fnotes");
    for (const path of ["/account", "/account/password", "/account/recovery-codes", "/account/second-factor"]) {
      expect((await browser.open(path)).path).toMatch(/^\/account\/second-factor\/set-up/);
    }
    const other = await given(browserFor(service.web), "half@x.example");
    expect(other.path).toBe("/account/second-factor/set-up?to=%2Fnotes");
  });

  test("is shown as text and as a picture that a camera reads to the same", async () => {
    const { setUp, secret, email } = await member();
    const [, size = "", marks = ""] = /viewBox="0 0 (\d+) \d+".*?fill="#212b32" d="([^"]+)"/.exec(setUp.text) ?? [];
    const [side, scale] = [Number(size), 4];
    const dark = new Set([...marks.matchAll(/M(\d+) (\d+)h1/g)].map(([, x, y]) => `${x} ${y}`));
    const data = new Uint8ClampedArray((side * scale) ** 2 * 4).map((_, at) => {
      const [x, y] = [Math.floor(at / 4) % (side * scale), Math.floor(at / 4 / (side * scale))];
      return at % 4 < 3 && dark.has(`${Math.floor(x / scale)} ${Math.floor(y / scale)}`) ? 0 : 255;
    });
    const uri = new URL(decodeQR({ width: side * scale, height: side * scale, data }));
    expect(uri.protocol).toBe("otpauth:");
    expect(uri.searchParams.get("secret")).toBe(secret);
    expect(decodeURIComponent(uri.pathname)).toContain(email);
  });

  test("takes a code once, and no wrong one", async () => {
    const { email, secret } = await member();
    const browser = browserFor(service.web);
    expect((await given(browser, email)).path).toBe("/sign-in/code?to=%2Fnotes");
    expect((await browser.open("/notes")).path).toBe("/sign-in?to=%2Fnotes");
    const code = codeAt(secret, now());
    const wrong = await enter(browser, String((Number(code) + 1) % 1_000_000).padStart(6, "0"));
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining("The code is not right")]);
    expect((await enter(browser, `${code.slice(0, 3)} ${code.slice(3)}`)).path).toBe("/notes");
    const second = browserFor(service.web);
    await given(second, email);
    const replayed = await enter(second, code);
    expect([replayed.status, replayed.text]).toEqual([422, expect.stringContaining("or was used already")]);
    later(2);
    expect((await enter(second, codeAt(secret, now()))).path).toBe("/notes");
  });

  test("takes each recovery code once", async () => {
    const { email, person, recovery } = await member();
    const code = recovery[3] ?? "";
    const browser = browserFor(service.web);
    await given(browser, email);
    expect((await browser.send("/sign-in/recovery-code?to=%2Fnotes", { code })).path).toBe("/notes");
    expect(accounts.notices.filter((each) => each.person === person).map(({ what }) => what)).toContain(
      "recovery-code-used",
    );
    expect((await browser.open("/account")).text).toMatch(/of which 9 are left/);
    const second = browserFor(service.web);
    await given(second, email);
    const refused = await second.send("/sign-in/recovery-code", { code });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining("The recovery code is not right")]);
    expect((await second.open("/notes")).path).toBe("/sign-in?to=%2Fnotes");
  });

  test("is asked for anew after five wrong codes, and closed for a quarter of an hour after ten", async () => {
    const { email, secret } = await member();
    const browser = browserFor(service.web);
    const wrong = async (count: number) => {
      for (let each = 0; each < count; each += 1) await enter(browser, `00000${each}`);
    };
    await given(browser, email);
    await wrong(5);
    expect((await enter(browser, codeAt(secret, now()))).path).toMatch(/^\/sign-in\?/);
    later(3);
    await given(browser, email);
    await wrong(5);
    later(3);
    await given(browser, email);
    expect((await enter(browser, codeAt(secret, now()))).status).toBe(429);
    later(16);
    await given(browser, email);
    expect((await enter(browser, codeAt(secret, now()))).path).toBe("/notes");
  });

  test("shows recovery codes once, and makes others on the password alone being right", async () => {
    const { browser, recovery } = await member();
    const again = await browser.open("/account/recovery-codes");
    expect([codesOn(again.text), again.text]).toEqual([[], expect.stringContaining("Make new recovery codes")]);
    expect((await browser.send("/account/recovery-codes", { current: "not my password" })).status).toBe(422);
    const renewed = codesOn((await browser.send("/account/recovery-codes", { current: PASSWORD })).text);
    expect(new Set([...renewed, ...recovery]).size).toBe(20);
  });
});

describe("a password", () => {
  test("that is wrong, and an address that nobody has, look the same and cost the same", async () => {
    const { email } = await member();
    const [known, unknown] = [browserFor(service.web), browserFor(service.web)];
    const before = hashing.worked();
    const wrong = await given(known, email, "some other words entirely");
    const between = hashing.worked();
    const nobody = await given(unknown, "nobody@patients.example", "some other words entirely");
    expect(wrong.status).toBe(422);
    expect(seen(wrong)).toEqual(seen(nobody));
    expect([between - before, hashing.worked() - between]).toEqual([1, 1]);
    expect([...known.jar.keys()]).toEqual([...unknown.jar.keys()]);
    expect(await given(browserFor(service.web), "no address at all")).toMatchObject({ status: 422 });
  });

  test("may be tried ten times for one address, whoever's it is, and starting anew forgives nobody", async () => {
    const { email, secret } = await member();
    for (const address of [email, "nobody@elsewhere.example"]) {
      for (let each = 0; each < 10; each += 1) {
        const from = { address: `198.51.100.${each}` };
        expect((await given(browserFor(service.web, from), address, "wrong words again")).status).toBe(422);
      }
      const refused = await given(browserFor(service.web, { address: "203.0.113.9" }), address);
      expect([refused.status, refused.text]).toEqual([429, expect.stringContaining("Wait 15 minutes")]);
    }
    const reopened = await openExample({ url: database.url, accounts, now, hashing });
    expect((await given(browserFor(reopened.web), email)).status).toBe(429);
    later(15);
    const browser = browserFor(reopened.web);
    await given(browser, email);
    expect((await enter(browser, codeAt(secret, now()))).path).toBe("/notes");
    await reopened.close();
  });

  test("may be tried fifty times from one place of the network, and starting anew forgives nobody", async () => {
    const { email } = await member();
    const crowd = { address: "203.0.113.77" };
    for (let each = 0; each < 50; each += 1) {
      expect((await given(browserFor(service.web, crowd), `guess${each}@x.example`)).status).toBe(422);
    }
    const reopened = await openExample({ url: database.url, accounts, now, hashing });
    expect((await given(browserFor(reopened.web, crowd), email)).status).toBe(429);
    expect((await given(browserFor(reopened.web), email)).path).toBe("/sign-in/code?to=%2Fnotes");
    await reopened.close();
  });

  test("leads back only to pages of ours", async () => {
    const { email, secret } = await member();
    const browser = browserFor(service.web);
    const shown = await given(browser, email, PASSWORD, "https://evil.example/");
    expect(shown.path).toBe("/sign-in/code");
    const sent = await browser.send("/sign-in/code?to=%2F%2Fevil.example", { code: codeAt(secret, now()) });
    expect([sent.path, sent.text]).toEqual(["/", expect.stringContaining("The front page")]);
  });
});
