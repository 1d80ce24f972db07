import { getMigrations } from "better-auth/db/migration";
import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectSchema } from "../record/schema.ts";
import { type TestDatabase, testDatabase } from "../record/testing.ts";
import { browserFor } from "./examples/browser.ts";
import { exampleMember, PASSWORD } from "./examples/example-member.ts";
import { type ExampleService, openExample } from "./examples/example-service.ts";
import { memoryAccounts } from "./examples/memory-accounts.ts";
import { scryptHashing } from "./hashing.ts";
import { librarySettings } from "./library.ts";
import type { IdentityTables } from "./tables.ts";

const now = () => new Date();
const accounts = memoryAccounts();

let database: TestDatabase;
let db: Kysely<IdentityTables>;
beforeAll(async () => {
  database = await testDatabase();
  db = connectSchema(database.url, "identity");
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

async function open(address?: string): Promise<ExampleService> {
  return openExample({ url: database.url, accounts, now, ...(address !== undefined && { address }) });
}

describe("the library's tables", () => {
  test("are those that it says it needs, so that an upgrade which needs others is noticed", async () => {
    const secret = "a secret that is long enough to be one";
    const settings = librarySettings({ address: new URL("http://localhost"), secret, hashing: scryptHashing });
    const { toBeCreated, toBeAdded } = await getMigrations({ ...settings, database: { db, type: "postgres" } });
    expect([toBeCreated, toBeAdded]).toEqual([[], []]);
  });

  test.each([
    "CREATE TABLE identity.mine (id int)",
    'TRUNCATE identity."session"',
    'DROP TABLE identity."session"',
    'ALTER TABLE identity."user" ADD COLUMN mine text',
    'ALTER TABLE identity."user" OWNER TO application',
  ])("are not the application's own: %s", async (statement) => {
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(/permission denied|must be owner/);
  });

  test("hold no password, token, secret or recovery code in the clear", async () => {
    const service = await open();
    const { browser, secret, recovery } = await exampleMember(service, accounts, now);
    await service.close();
    const [token = ""] = (browser.jar.get("chilford.session_token") ?? "").split(".");
    const { rows } = await sql<{ text: string }>`
      SELECT query_to_xml('SELECT * FROM identity.' || quote_ident(table_name), true, false, '')::text AS text
      FROM information_schema.tables WHERE table_schema = 'identity'`.execute(db);
    const all = rows.map(({ text }) => text).join("");
    expect(all).toContain("<how>code</how>");
    for (const hidden of [PASSWORD, token, secret, ...recovery]) {
      expect(hidden.length).toBeGreaterThan(10);
      expect(all).not.toContain(hidden);
    }
  });
});

describe("what browsers see", () => {
  test("is cookies that scripts cannot read, kept to this host and to HTTPS where there is HTTPS", async () => {
    const service = await open("https://pbc.example");
    accounts.invite("https", { person: "p-https", name: "Robin", email: "https@x.example", posts: [] });
    const first = await service.web.request("https://pbc.example/invitations/https");
    const token = /name="_token" value="([^"]+)"/.exec(await first.text())?.[1] ?? "";
    const taken = await service.web.request("https://pbc.example/invitations/https", {
      method: "POST",
      headers: { Cookie: first.headers.getSetCookie()[0]?.split(";")[0] ?? "" },
      body: new URLSearchParams({ password: PASSWORD, again: PASSWORD, _token: token }),
    });
    await service.close();
    const cookies = taken.headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split("=")[0])).toEqual(["__Host-session", "__Host-chilford.session_token"]);
    for (const cookie of cookies) {
      expect(cookie.split("; ").slice(1).toSorted()).toEqual(["HttpOnly", "Path=/", "SameSite=Lax", "Secure"]);
    }
  });

  test("is none of the library's own addresses", async () => {
    const service = await open();
    const paths = ["sign-in/email", "sign-up/email", "get-session", "two-factor/disable", "callback/any", "ok"];
    for (const path of paths.flatMap((each) => [`/api/auth/${each}`, `/${each}`])) {
      expect((await service.web.request(path)).status).toBe(404);
      expect((await service.web.request(path, { method: "POST", body: "{}" })).status).toBe(404);
    }
    await service.close();
  });

  test("leaves nothing of a person in the log", async () => {
    const service = await open();
    const { email, person } = await exampleMember(service, accounts, now);
    await browserFor(service.web).send("/sign-in", { email, password: "some other words" });
    await service.close();
    const text = JSON.stringify(service.logged);
    expect(text).toContain("/invitations/:token");
    for (const hidden of [email, person, `token-${person}`, PASSWORD, "192.0.2.1"]) expect(text).not.toContain(hidden);
  });
});
