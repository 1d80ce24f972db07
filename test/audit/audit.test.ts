import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isSerious, readAdvisories } from "./advisories.ts";
import { isAllowed, type Locked, lockGaps, lockProblems } from "./licences.ts";

const answer = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities });

describe("what npm audit printed", () => {
  test("is read with what is wrong, also by way of another package and beside npm's own warnings", () => {
    const printed = answer({
      left: { severity: "high", via: [{ title: "Pads too far" }, "right"] },
      right: { severity: "low", via: [{}] },
    });
    const found = readAdvisories(`npm warn something\n${printed}\nnpm notice\n`);
    expect(found).toEqual({
      kind: "found",
      faults: [
        { name: "left", severity: "high", titles: ["Pads too far", "by way of right"] },
        { name: "right", severity: "low", titles: ["without a title"] },
      ],
    });
    expect(found.kind === "found" && found.faults.map(isSerious)).toEqual([true, false]);
  });

  test("with nothing found is an answer", () => {
    expect(readAdvisories(answer({}))).toEqual({ kind: "found", faults: [] });
  });

  test("of a severity that nobody knows counts as the worst", () => {
    const found = readAdvisories(answer({ left: { severity: "apocalyptic", via: [] } }));
    expect(found.kind === "found" && found.faults.every(isSerious)).toBe(true);
  });

  test.each([
    ["", "npm answered nothing that can be read"],
    ["npm error ENOTFOUND", "npm answered nothing that can be read"],
    ['{"message":"405 Method Not Allowed","error":{"summary":""}}', "405 Method Not Allowed"],
    ['{"error":{"summary":"request failed"}}', "request failed"],
    ["{}", "npm gave no reason"],
  ])("as %j is not taken for nothing found", (printed, why) => {
    expect(readAdvisories(printed)).toEqual({ kind: "unknown", why });
  });
});

describe("a licence", () => {
  test.each(["MIT", "(MIT OR Apache-2.0)", "GPL-3.0 OR MIT", "MIT AND ISC", "BSD-3-Clause"])(
    "%s is allowed",
    (licence) => {
      expect(isAllowed(licence)).toBe(true);
    },
  );

  test.each(["GPL-3.0", "AGPL-3.0-only", "MIT AND GPL-2.0", "SEE LICENSE IN x", "UNLICENSED", ""])(
    "%s is not",
    (licence) => {
      expect(isAllowed(licence)).toBe(false);
    },
  );
});

describe("a lock file", () => {
  const locked: Locked = {
    "": { version: "0.1.0" },
    "node_modules/a": { version: "1.0.0", license: "MIT", integrity: "sha512-x" },
    "node_modules/a/node_modules/@b/c": { version: "2.0.0", license: "GPL-3.0", integrity: "sha512-x" },
    "node_modules/d": { version: "3.0.0", integrity: "sha512-x" },
    "node_modules/e-mac": { version: "1.0.0", optional: true, os: ["darwin"] },
  };

  test("is told of packages whose licence is not on the list, or not said", () => {
    expect(lockProblems(locked)).toEqual([
      "@b/c 2.0.0 is under GPL-3.0, which is not on the list",
      "d 3.0.0 says nothing of its licence",
    ]);
    expect(lockGaps(locked)).toEqual([expect.stringContaining("e-mac")]);
  });

  test("of ours has only packages that may be used", () => {
    const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { readonly packages: Locked };
    expect(Object.keys(packages).length).toBeGreaterThan(100);
    expect(lockProblems(packages)).toEqual([]);
  });
});
