import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { claiming, unsigned } from "../../../test/issuer/forging.ts";
import { type Issuing, startIssuer } from "../../../test/issuer/front.ts";
import { CLIENT } from "../../../test/issuer/provider.ts";
import { connectSchema } from "../record/schema.ts";
import { type TestDatabase, testDatabase } from "../record/testing.ts";
import { browserFor } from "./examples/browser.ts";
import { type ExampleService, openExample } from "./examples/example-service.ts";
import { memoryAccounts } from "./examples/memory-accounts.ts";
import type { Issuer } from "./issuers.ts";

const now = () => new Date();
const RETURN = "http://localhost/sign-in/from/nhs";
const NHS = {
  name: "ROBIN SAMPLE",
  email: "robin@nhs.example",
  selected_roleid: "555000000002",
  nhsid_nrbac_roles: [
    { person_roleid: "555000000001", role_code: "R8008", org_code: "A2" },
    { person_roleid: "555000000002", role_code: "R0260", org_code: "A1" },
  ],
};

const accounts = memoryAccounts();
let database: TestDatabase;
let issuing: Issuing;
let service: ExampleService;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2008-04-28T09:00:00Z") });
  database = await testDatabase();
  issuing = await startIssuer(RETURN);
  service = await openExample({ url: database.url, accounts, now, issuers: [nhs()] });
});
beforeEach(() => {
  vi.setSystemTime(new Date(Date.now() + 3_600_000));
  issuing.provider.signsIn = { subject: "910000000001", claims: NHS };
});
afterEach(() => Object.assign(issuing, { forging: undefined, asking: undefined, telling: undefined }));
afterAll(async () => {
  vi.useRealTimers();
  await Promise.all([service.close(), issuing.close()]);
  await database.drop();
});

/** An issuer with selected roles, as NHS CIS2 is. */
function nhs(more: Partial<Issuer["claims"]> = {}): Issuer {
  return {
    id: "nhs",
    name: "NHS Care Identity",
    issuer: issuing.issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    authentication: "client_secret_post",
    signedWith: "RS256",
    scopes: ["openid", "profile", "email", "nhs"],
    parameters: {},
    admits: "claims",
    claims: {
      name: "name",
      email: "email",
      userinfo: true,
      requires: [],
      selected: { claim: "selected_roleid", among: "nhsid_nrbac_roles", by: "person_roleid" },
      roles: [
        { claim: "role_code", equals: "R8008", role: "chief", organisation: { claim: "org_code" } },
        { claim: "role_code", equals: "R0260", role: "clerk", organisation: { claim: "org_code" } },
      ],
      ...more,
    },
  };
}

/** Signs in, and gives the page on which that ends. */
async function around({ web }: Pick<ExampleService, "web"> = service) {
  const browser = browserFor(web);
  const out = (await browser.open("/sign-in/with/nhs?to=%2Fnotes")).to ?? "";
  if (!out.startsWith("http"))
    return { browser, status: 403, path: "", text: (await browser.open("/sign-in/with/nhs")).text };
  const back = new URL(await issuing.journey(out));
  return { browser, ...(await browser.open(`${back.pathname}${back.search}`)) };
}

describe("an issuer's claims", () => {
  test("admit whoever has a role by them, whom people then know by name", async () => {
    const { text } = await around();
    expect(text).toContain("Notes for Person nhs-910000000001: clerk");
    expect(accounts.joinings.at(-1)).toMatchObject({
      issuer: "nhs",
      subject: "910000000001",
      name: "ROBIN SAMPLE",
      email: "robin@nhs.example",
      posts: [{ role: "clerk", organisation: "A1" }],
    });
  });

  test("count only for the role that was selected, at each sign-in anew, and only in that sign-in", async () => {
    const clerk = await around();
    issuing.provider.signsIn = { subject: "910000000001", claims: { ...NHS, selected_roleid: "555000000001" } };
    const chief = await around();
    expect([chief.status, chief.text]).toEqual([403, expect.stringContaining("You may not open this page")]);
    const headers = (jar: ReadonlyMap<string, string>) =>
      new Headers({ Cookie: [...jar].map((pair) => pair.join("=")).join("; ") });
    const [first, second] = await Promise.all(
      [clerk, chief].map(({ browser }) => service.identity.identify(headers(browser.jar))),
    );
    expect(first).toMatchObject({ person: "nhs-910000000001", claimed: [{ role: "clerk", organisation: "A1" }] });
    expect(second).toMatchObject({ person: "nhs-910000000001", claimed: [{ role: "chief", organisation: "A2" }] });
  });

  test("admit nobody whose selected role gives nothing", async () => {
    const known = accounts.joinings.length;
    for (const selected_roleid of ["555000000009", undefined]) {
      issuing.provider.signsIn = { subject: "910000000002", claims: { ...NHS, selected_roleid } };
      const { status, text, browser } = await around();
      expect([status, text]).toEqual([403, expect.stringContaining("the role you signed in with gives nothing here")]);
      expect(browser.jar.has("chilford.session_token")).toBe(false);
    }
    expect(accounts.joinings).toHaveLength(known);
  });

  test("are not taken from a userinfo address that speaks of somebody else", async () => {
    issuing.telling = (path, told) => (path === "/me" ? { ...told, sub: "910000000099" } : told);
    const { status, text } = await around();
    expect([status, text]).toEqual([403, expect.stringContaining("does not prove who you are")]);
  });

  test("in the ID token, which is signed, count before those of the userinfo address", async () => {
    issuing.forging = claiming({ selected_roleid: "555000000001" });
    expect((await around()).status).toBe(403);
  });

  test("may be required, of a second factor say, before anybody is let in", async () => {
    const strict = nhs({ requires: [{ claim: "amr", equals: "mfa" }] });
    const stricter = await openExample({ url: database.url, accounts, now, issuers: [strict] });
    issuing.forging = claiming({ amr: ["pwd"] });
    const weak = await around(stricter);
    expect([weak.status, weak.text]).toEqual([403, expect.stringContaining("is not enough here")]);
    issuing.forging = claiming({ amr: ["pwd", "mfa"] });
    expect((await around(stricter)).path).toBe("/notes");
    await stricter.close();
  });

  test("keep nothing of the issuer's tokens, and no address by which another could be taken for them", async () => {
    const { browser } = await around();
    expect(browser.jar.size).toBeGreaterThan(0);
    const db = connectSchema<never>(database.url, "identity");
    const { rows } = await sql`
      SELECT count(*)::int AS accounts, count("accessToken")::int + count("refreshToken")::int + count("idToken")::int AS tokens
      FROM identity."account" WHERE "providerId" = ${issuing.issuer}`.execute(db);
    await db.destroy();
    expect(rows).toEqual([{ accounts: 1, tokens: 0 }]);
    accounts.invite("same-address", { person: "local", name: "Local", email: "robin@nhs.example", posts: [] });
    const password = "a quiet heron by the weir";
    const taken = await browserFor(service.web).send("/invitations/same-address", { password, again: password });
    expect(taken.path).toBe("/account/second-factor/set-up");
  });
});

describe("an issuer's description of itself", () => {
  test.each([
    ["names another issuer", { issuer: "https://other-issuer.example" }],
    ["allows tokens without a signature", { id_token_signing_alg_values_supported: ["none"] }],
  ])("that %s leads to no sign-in", async (_what, other) => {
    issuing.telling = (path, told) => (path.startsWith("/.well-known/") ? { ...told, ...other } : told);
    issuing.forging = "issuer" in other ? undefined : unsigned;
    const fresh = await openExample({ url: database.url, accounts, now, issuers: [nhs()] });
    const { status, text, browser } = await around(fresh);
    expect([status, text]).toEqual([403, expect.stringContaining("You are not signed in")]);
    expect(browser.jar.has("chilford.session_token")).toBe(false);
    await fresh.close();
  });
});
