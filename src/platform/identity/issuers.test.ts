import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readIssuers } from "./issuers.ts";

const ROLES = ["PCT finance", "GP lead"];
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "issuers-"));
  writeFileSync(join(folder, "client.secret"), "a secret\n");
  writeFileSync(join(folder, "empty.secret"), "\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

const PLAIN = {
  id: "trust",
  name: "Fenmere Trust",
  issuer: "https://sso.trust.example",
  clientId: "chilford",
  clientSecretFile: "client.secret",
  admits: "invited",
};

function read(issuers: unknown, text = JSON.stringify({ issuers })) {
  const path = join(folder, "issuers.yaml");
  writeFileSync(path, text);
  return readIssuers(path, ROLES);
}

describe("a file of issuers", () => {
  test("may say little: the rest is what most issuers need, and the secret stands in a file of its own", () => {
    expect(read([PLAIN])).toEqual([
      {
        id: "trust",
        name: "Fenmere Trust",
        issuer: "https://sso.trust.example",
        clientId: "chilford",
        clientSecret: "a secret",
        authentication: "client_secret_basic",
        signedWith: "RS256",
        scopes: ["openid", "profile", "email"],
        parameters: {},
        claims: { name: "name", email: "email", userinfo: false, requires: [], roles: [] },
        admits: "invited",
      },
    ]);
  });

  test("may be YAML", () => {
    const lines = Object.entries(PLAIN).map(([key, value]) => `    ${key}: ${value}`);
    expect(read([], `issuers:\n  -\n${lines.join("\n")}\n`)[0]?.id).toBe("trust");
  });

  const finance = { claim: "groups", equals: "fin", role: "PCT finance", organisation: { fixed: "5QV" } };
  test.each([
    [[{ ...PLAIN, issuer: "http://sso.trust.example" }], "issuers.0.issuer: must be an https address"],
    [[{ ...PLAIN, admits: "anyone" }], "issuers.0.admits"],
    [[{ ...PLAIN, admits: "claims" }], "issuers.0.claims.roles: must give at least one role"],
    [[{ ...PLAIN, scopes: ["profile"] }], "issuers.0.scopes: must have openid"],
    [[{ ...PLAIN, signedWith: "none" }], "issuers.0.signedWith"],
    [[{ ...PLAIN, clientSecret: "in the open" }], "Unrecognized key"],
    [[{ ...PLAIN, id: "The Trust" }], "use small letters, digits and hyphens"],
    [[PLAIN, { ...PLAIN, id: "other" }], "must each have an id and an address of their own"],
    [[{ ...PLAIN, clientSecretFile: "gone.secret" }], "is not there, is empty or cannot be read"],
    [[{ ...PLAIN, clientSecretFile: "empty.secret" }], "is not there, is empty or cannot be read"],
    [[{ ...PLAIN, claims: { roles: [{ ...finance, role: "king" }] } }], "gives the role “king”, which there is not"],
    [[{ ...PLAIN, claims: { roles: [{ ...finance, organisation: {} }] } }], "issuers.0.claims.roles.0.organisation"],
  ])("that cannot be used is refused with where and what: %#", (issuers, words) => {
    expect(() => read(issuers)).toThrow(words);
  });

  test("is as the documentation shows it", () => {
    const text = readFileSync("docs/sign-in.md", "utf8");
    const examples = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, example = ""]) => example);
    for (const name of ["cis2.secret", "trust.secret"]) writeFileSync(join(folder, name), "secret");
    const roles = [...ROLES, "practice manager"];
    const shown = examples.flatMap((example) => {
      writeFileSync(join(folder, "shown.yaml"), example);
      return readIssuers(join(folder, "shown.yaml"), roles);
    });
    expect(shown.map(({ id, admits }) => `${id} ${admits}`)).toEqual(["cis2 claims", "trust claims"]);
  });

  test("that is not there, or is no YAML, is refused", () => {
    expect(() => readIssuers(join(folder, "nothing.yaml"), ROLES)).toThrow("cannot be read");
    expect(() => read([], "issuers: [")).toThrow("cannot be read");
    expect(() => read([], "")).toThrow("does not describe issuers");
  });
});
