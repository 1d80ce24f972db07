import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { access } from "#app/grants.ts";
import { ROLES } from "#features/people/index.ts";
import { matrixOf } from "./matrix.ts";

const REVIEWED = readFileSync(new URL("matrix.csv", import.meta.url), "utf8");

describe("who may do what", () => {
  test("is what was reviewed in test/permissions/matrix.csv; write it anew with test/permissions/write.ts and read what changed", () => {
    expect(matrixOf(access, ROLES)).toBe(REVIEWED);
  });

  test("names only roles that there are", () => {
    expect(
      access.grants.map(({ role }) => role).filter((role) => !(ROLES as readonly string[]).includes(role)),
    ).toEqual([]);
  });
});
