import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openUploads, plainName, sweepUploads, type Upload } from "./uploads.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chilford-uploads-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const said = { status: "final" } as const;
const file = (name: string, bytes = 10) => new File(["x".repeat(bytes)], name);

describe("a name that a sender gave", () => {
  test.each([
    ["../../etc/passwd", "passwd"],
    ["..\\..\\boot.ini", "boot.ini"],
    ["spells\u0000.csv.exe", "spells-.csv.exe"],
    ["CON.csv", "file-CON.csv"],
    ["lpt1", "file-lpt1"],
    ["console.csv", "console.csv"],
    ["...", "file"],
    ["", "file"],
    ["\u202efdp.csv", "-fdp.csv"],
    ["June spells (final).csv", "June spells -final-.csv"],
    ["août.csv", "août.csv"],
    [`${"a".repeat(400)}.csv`, `${"a".repeat(116)}.csv`],
  ])("%j is shown as %j", (given, shown) => {
    expect(plainName(given)).toBe(shown);
  });

  test("is made plain whatever it holds: no folder, no control sign, no device, not long, never nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (given) => {
        const shown = plainName(given);
        expect(shown).toMatch(/^[\p{L}\p{N}_ -][\p{L}\p{N}._ -]*$/u);
        expect([...shown].length).toBeLessThanOrEqual(120);
        expect(shown).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(shown.isWellFormed()).toBe(true);
      }),
      { numRuns: 500, seed: 2008 },
    );
  });

  test("is never that of a file here", async () => {
    const uploads = openUploads(folder);
    for (const name of ["../../up.csv", "a/b\u0000c", "NUL", "n".repeat(5000)]) {
      const kept = (await uploads.keep("p1", file(name), said)) as Upload;
      expect(kept.file).toBe(join(folder, kept.id, "content"));
      expect(readdirSync(join(folder, kept.id)).toSorted()).toEqual(["content", "upload.json"]);
    }
    expect(readdirSync(folder).every((id) => id.startsWith("upload-"))).toBe(true);
  });
});

describe("files that wait", () => {
  test("are so many for each person, and no more until one goes", async () => {
    const uploads = openUploads(folder, { filesEach: 2, bytes: 1000 });
    const first = (await uploads.keep("p1", file("1.csv"), said)) as Upload;
    await uploads.keep("p1", file("2.csv"), said);
    expect(await uploads.keep("p1", file("3.csv"), said)).toEqual({ refused: "too-many-wait" });
    expect(await uploads.keep("p2", file("3.csv"), said)).toHaveProperty("id");
    await uploads.drop(first);
    expect(await uploads.keep("p1", file("3.csv"), said)).toHaveProperty("id");
  });

  test("take so much room in all, whoever sent them", async () => {
    const uploads = openUploads(folder, { filesEach: 9, bytes: 100 });
    await uploads.keep("p1", file("1.csv", 60), said);
    expect(await uploads.keep("p2", file("2.csv", 41), said)).toEqual({ refused: "no-room" });
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await uploads.keep("p2", file("2.csv", 40), said)).toHaveProperty("id");
  });

  test("are swept, with what a crash left of files that were coming in, and nothing else is", async () => {
    await openUploads(folder).keep("p1", file("1.csv"), said);
    mkdirSync(join(folder, "arriving-abc"));
    writeFileSync(join(folder, "arriving-abc", "1"), "half a file");
    mkdirSync(join(folder, "other"));
    const long = new Date("2001-01-01");
    utimesSync(join(folder, "other"), long, long);
    expect(await sweepUploads(folder, new Date("2999-01-01"))).toBe(2);
    expect(readdirSync(folder)).toEqual(["other"]);
  });
});
