import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  altered,
  byClientSecret,
  byPublicKey,
  byStranger,
  claiming,
  type Forging,
  leftOut,
  unsigned,
} from "../../../test/issuer/forging.ts";
import { type Issuing, startIssuer } from "../../../test/issuer/front.ts";
import { CLIENT } from "../../../test/issuer/provider.ts";
import { type TestDatabase, testDatabase } from "../record/testing.ts";
import { type Browser, browserFor } from "./examples/browser.ts";
import { type ExampleService, openExample } from "./examples/example-service.ts";
import { memoryAccounts } from "./examples/memory-accounts.ts";
import type { Issuer } from "./issuers.ts";

const now = () => new Date();
const ADDRESS = "http://localhost";
const RETURN = `${ADDRESS}/sign-in/from/trust`;
const SIGN_IN = "chilford.session_token";

const accounts = memoryAccounts();
let database: TestDatabase;
let issuing: Issuing;
let service: ExampleService;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2008-04-28T09:00:00Z") });
  database = await testDatabase();
  issuing = await startIssuer(RETURN);
  const invited = trusted({ id: "trust", admits: "invited" });
  const other = trusted({ id: "other", admits: "invited", issuer: "http://127.0.0.1:9" });
  service = await openExample({ url: database.url, accounts, now, address: ADDRESS, issuers: [invited, other] });
  issuing.provider.signsIn = { subject: "s1", claims: { name: "Robin Sample", email: "robin@trust.example" } };
  accounts.invite("robin", { person: "robin", name: "Robin Sample", email: "robin@x.example", posts: [] });
  await around(browserFor(service.web), "/invitations/robin/with/trust");
});
beforeEach(() => vi.setSystemTime(new Date(Date.now() + 3_600_000)));
afterEach(() => Object.assign(issuing, { forging: undefined, asking: undefined, telling: undefined }));
afterAll(async () => {
  vi.useRealTimers();
  await Promise.all([service.close(), issuing.close()]);
  await database.drop();
});

function trusted(more: Partial<Issuer>): Issuer {
  return {
    id: "trust",
    name: "Fenmere Trust",
    issuer: issuing.issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    authentication: "client_secret_basic",
    signedWith: "RS256",
    scopes: ["openid", "profile", "email"],
    parameters: {},
    claims: { name: "name", email: "email", userinfo: false, requires: [], roles: [] },
    admits: "invited",
    ...more,
  };
}

/** Where the service sends a reader who wants to sign in with the issuer. */
const outTo = async (browser: Browser, from = "/sign-in/with/trust?to=%2Fnotes") => (await browser.open(from)).to ?? "";
const pathOf = (address: string) => address.slice(ADDRESS.length);

/** All the way: to the issuer, through it, and back. */
async function around(browser: Browser, from?: string) {
  return browser.open(pathOf(await issuing.journey(await outTo(browser, from))));
}

/** What became of somebody who came back: the page they got, and whether they are signed in. */
async function verdictOn(came: { status: number; text: string }, browser: Browser, words = "") {
  const page = await browser.open("/notes");
  return {
    status: came.status,
    says: came.text.includes("You are not signed in") && came.text.includes(words),
    isIn: page.path === "/notes",
    has: browser.jar.has(SIGN_IN),
  };
}
const REFUSED = { status: 403, says: true, isIn: false, has: false };
const UNPROVEN = "does not prove who you are";

describe("signing in with an issuer", () => {
  test("leads by the code flow, with PKCE, state and nonce, to the page that was wanted", async () => {
    const browser = browserFor(service.web);
    const out = new URL(await outTo(browser));
    expect(out.origin).toBe(issuing.issuer);
    const asked = Object.fromEntries(out.searchParams);
    expect(asked).toMatchObject({
      response_type: "code",
      client_id: CLIENT.id,
      redirect_uri: RETURN,
      code_challenge_method: "S256",
    });
    expect(asked.scope).toBe("openid profile email");
    for (const secret of ["code_challenge", "state", "nonce"]) expect(asked[secret]).toMatch(/^[\w-]{40,}$/);
    const page = await browser.open(pathOf(await issuing.journey(out.href)));
    expect([page.path, page.text]).toEqual(["/notes", expect.stringContaining("Notes for Person robin")]);
    expect(accounts.notices.at(-1)).toMatchObject({ person: "robin", what: "signed-in", how: "trust" });
    const account = await browser.open("/account");
    expect(account.text).toContain("with Fenmere Trust");
    expect((await browser.open("/account/password")).path).toBe("/account");
  });

  test("takes an invitation up, which is then gone, and gives its person to nobody else", async () => {
    accounts.invite("kim", { person: "kim", name: "Kim", email: "kim@x.example", posts: [] });
    const robin = browserFor(service.web);
    const taken = await around(robin, "/invitations/kim/with/trust");
    expect(await verdictOn(taken, robin, "belongs to another member")).toEqual(REFUSED);
    issuing.provider.signsIn = { subject: "s2", claims: { name: "Kim" } };
    const kim = browserFor(service.web);
    expect((await around(kim, "/invitations/kim/with/trust")).path).toBe("/");
    expect((await kim.open("/notes")).text).toContain("Notes for Person kim");
    issuing.provider.signsIn = { subject: "s3", claims: { name: "Kim" } };
    const third = browserFor(service.web);
    expect(await verdictOn(await around(third, "/invitations/kim/with/trust"), third, "it was used")).toEqual(REFUSED);
    expect(await verdictOn(await around(third), third, "you are not a member here")).toEqual(REFUSED);
    issuing.provider.signsIn = { subject: "s1", claims: {} };
  });

  test("is refused to a leaver, and to whoever the issuer refuses", async () => {
    issuing.provider.signsIn = { subject: "s4", claims: {} };
    accounts.invite("lou", { person: "lou", name: "Lou", email: "lou@x.example", posts: [] });
    await around(browserFor(service.web), "/invitations/lou/with/trust");
    accounts.leave("lou");
    const left = browserFor(service.web);
    expect(await verdictOn(await around(left), left, "This sign-in is closed")).toEqual(REFUSED);
    issuing.provider.signsIn = { subject: "", claims: {} };
    const denied = browserFor(service.web);
    expect(await verdictOn(await around(denied), denied, "did not sign you in")).toEqual(REFUSED);
    issuing.provider.signsIn = { subject: "s1", claims: {} };
  });

  test("is offered where it can be used, and says so where the issuer cannot be reached", async () => {
    const shown = (await browserFor(service.web).open("/sign-in?to=%2Fnotes")).text;
    expect(shown).toContain('href="/sign-in/with/trust?to=%2Fnotes"');
    const browser = browserFor(service.web);
    const gone = await browser.open("/sign-in/with/other");
    expect(await verdictOn(gone, browser, "could not be reached")).toEqual(REFUSED);
    expect((await browser.open("/sign-in/with/nobody")).status).toBe(404);
  });
});

describe("coming back from an issuer is refused", () => {
  test("with a state that was made up, or none", async () => {
    const browser = browserFor(service.web);
    const back = new URL(await issuing.journey(await outTo(browser)));
    back.searchParams.set("state", "x".repeat(43));
    expect(await verdictOn(await browser.open(pathOf(back.href)), browser, "no such sign-in")).toEqual(REFUSED);
    back.searchParams.delete("state");
    expect(await verdictOn(await browser.open(pathOf(back.href)), browser, "no such sign-in")).toEqual(REFUSED);
  });

  test("a second time with the same state, whether or not the first succeeded", async () => {
    const browser = browserFor(service.web);
    const back = pathOf(await issuing.journey(await outTo(browser)));
    expect((await browser.open(back)).path).toBe("/notes");
    const again = browserFor(service.web);
    for (const [name, value] of browser.jar) if (name !== SIGN_IN) again.jar.set(name, value);
    expect(await verdictOn(await again.open(back), again, "no such sign-in")).toEqual(REFUSED);
  });

  test("in a browser that did not begin it, so that nobody is signed in as somebody else unawares", async () => {
    const [attacker, victim] = [browserFor(service.web), browserFor(service.web)];
    const back = pathOf(await issuing.journey(await outTo(attacker)));
    await outTo(victim);
    expect(await verdictOn(await victim.open(back), victim, "begun in another browser")).toEqual(REFUSED);
  });

  test("at the address of another issuer, and after ten minutes", async () => {
    const browser = browserFor(service.web);
    const back = pathOf(await issuing.journey(await outTo(browser)));
    const mixed = await browser.open(back.replace("/from/trust", "/from/other"));
    expect(await verdictOn(mixed, browser, "begun with another service")).toEqual(REFUSED);
    const late = pathOf(await issuing.journey(await outTo(browser)));
    vi.setSystemTime(new Date(Date.now() + 601_000));
    expect(await verdictOn(await browser.open(late), browser, "no such sign-in")).toEqual(REFUSED);
  });

  test("with a code from another sign-in, whose PKCE verifier is another", async () => {
    const [thief, browser] = [browserFor(service.web), browserFor(service.web)];
    const stolen = new URL(await issuing.journey(await outTo(thief))).searchParams.get("code") ?? "";
    const back = new URL(await issuing.journey(await outTo(browser)));
    back.searchParams.set("code", stolen);
    expect(await verdictOn(await browser.open(pathOf(back.href)), browser, "did not sign you in")).toEqual(REFUSED);
  });

  test("with a PKCE verifier that is wrong, or left out", async () => {
    for (const verifier of ["y".repeat(43), ""]) {
      issuing.asking = (body) => {
        body.set("code_verifier", verifier);
        if (verifier === "") body.delete("code_verifier");
        return body;
      };
      const browser = browserFor(service.web);
      expect(await verdictOn(await around(browser), browser, "did not sign you in")).toEqual(REFUSED);
    }
  });

  test("from an issuer that names itself otherwise in what it sends along", async () => {
    const browser = browserFor(service.web);
    const back = new URL(await issuing.journey(await outTo(browser)));
    back.searchParams.set("iss", "https://other-issuer.example");
    expect(await verdictOn(await browser.open(pathOf(back.href)), browser, UNPROVEN)).toEqual(REFUSED);
  });

  const seconds = () => Math.floor(Date.now() / 1000);
  const forgeries: readonly (readonly [string, () => Forging])[] = [
    ["another nonce", () => claiming({ nonce: "a nonce of an earlier sign-in" })],
    ["no nonce", () => claiming({ nonce: undefined })],
    ["another issuer", () => claiming({ iss: "https://other-issuer.example" })],
    ["another audience", () => claiming({ aud: "another-service" })],
    [
      "several audiences, and issued for another",
      () => claiming({ aud: ["chilford", "another-service"], azp: "another-service" }),
    ],
    ["a time that is over", () => claiming({ exp: seconds() - 60, iat: seconds() - 600 })],
    ["a time that has not come", () => claiming({ nbf: seconds() + 600 })],
    ["no end", () => claiming({ exp: undefined })],
    ["nobody's name", () => claiming({ sub: undefined })],
    ["a stranger's signature", () => byStranger],
    ["other words than were signed", () => altered],
    ["no signature", () => unsigned],
    ["the client's secret for a key", () => byClientSecret],
    ["the public key for a secret", () => byPublicKey],
    ["nothing at all in the token's place", () => leftOut],
  ];
  test.each(forgeries)("with an ID token that has %s", async (_what, forging) => {
    issuing.forging = forging();
    const browser = browserFor(service.web);
    expect(await verdictOn(await around(browser), browser, UNPROVEN)).toEqual(REFUSED);
  });

  test("but not with a token that was taken apart and put together unchanged", async () => {
    issuing.forging = claiming({});
    expect((await around(browserFor(service.web))).path).toBe("/notes");
  });
});
