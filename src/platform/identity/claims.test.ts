import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claimedBy, fulfils } from "./claims.ts";
import type { IssuerClaims } from "./issuers.ts";

const plain: IssuerClaims = { name: "name", email: "email", userinfo: false, requires: [], roles: [] };

describe("an issuer's claims", () => {
  const cis2: IssuerClaims = {
    ...plain,
    userinfo: true,
    selected: { claim: "selected_roleid", among: "nhsid_nrbac_roles", by: "person_roleid" },
    roles: [
      { claim: "role_code", equals: "S0010:G0020:R0260", role: "GP lead", organisation: { claim: "org_code" } },
      { claim: "role_code", equals: "S8000:G8000:R8008", role: "PCT finance", organisation: { claim: "org_code" } },
    ],
  };
  const nhs = {
    name: "ROBIN EXAMPLE",
    selected_roleid: "555000000002",
    nhsid_nrbac_roles: [
      { person_roleid: "555000000001", role_code: "S8000:G8000:R8008", org_code: "5QV" },
      { person_roleid: "555000000002", role_code: "S0010:G0020:R0260", org_code: "E82001" },
    ],
  };

  test("of which one role was selected give that role alone, at its organisation", () => {
    expect(claimedBy(nhs, cis2).posts).toEqual([{ role: "GP lead", organisation: "E82001" }]);
  });

  test("give no role where none was selected, an unknown one was, or the choice is not clear", () => {
    const { selected_roleid: _, ...unselected } = nhs;
    const twice = {
      ...nhs,
      nhsid_nrbac_roles: [...nhs.nhsid_nrbac_roles, { ...nhs.nhsid_nrbac_roles[1], org_code: "X" }],
    };
    for (const claims of [unselected, { ...nhs, selected_roleid: "1" }, { ...nhs, nhsid_nrbac_roles: "all" }, twice]) {
      expect(claimedBy(claims, cis2).posts).toEqual([]);
    }
  });

  test("of groups give a role for each group that is named, and leave local posts alone where none is", () => {
    const entra: IssuerClaims = {
      ...plain,
      email: "preferred_username",
      roles: [
        { claim: "groups", equals: "finance", role: "PCT finance", organisation: { fixed: "5QV" } },
        { claim: "groups", equals: "finance", role: "PCT information", organisation: { fixed: "5QV" } },
        { claim: "roles", equals: "Region", role: "region", organisation: { claim: "strategic" } },
      ],
    };
    const claims = {
      name: "Kim",
      preferred_username: "kim@x.example",
      groups: ["staff", "finance"],
      roles: "Region",
      strategic: ["Q35"],
    };
    expect(claimedBy(claims, entra)).toEqual({
      name: "Kim",
      email: "kim@x.example",
      posts: [
        { role: "PCT finance", organisation: "5QV" },
        { role: "PCT information", organisation: "5QV" },
        { role: "region", organisation: "Q35" },
      ],
    });
    expect(claimedBy(claims, plain).posts).toBeUndefined();
  });

  test("of any form at all are read without a fault, and give only roles that the configuration names", () => {
    const known = cis2.roles.map(({ role }) => role);
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("selected_roleid", "nhsid_nrbac_roles", "name"), fc.anything()),
        (claims) => (claimedBy(claims, cis2).posts ?? []).every(({ role }) => known.includes(role)),
      ),
      { seed: 5 },
    );
  });

  test("may be required before anybody is let in", () => {
    const requires = [{ claim: "amr", equals: "mfa" }];
    expect(fulfils({ amr: ["pwd", "mfa"] }, { requires })).toBe(true);
    expect(fulfils({ amr: ["pwd"] }, { requires })).toBe(false);
    expect(fulfils({}, { requires })).toBe(false);
    expect(fulfils({}, { requires: [] })).toBe(true);
  });
});
