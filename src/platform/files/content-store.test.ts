import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ContentMissing, hashOf, openContentStore } from "./content-store.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "chilford-files-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("what was kept is read back the same, by anyone who opens the folder", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const hash = openContentStore(folder).keep(bytes);
      expect(hash).toBe(hashOf(bytes));
      expect(new Uint8Array(openContentStore(folder).read(hash))).toEqual(bytes);
      expect(openContentStore(folder).keep(bytes)).toBe(hash);
    }),
    { numRuns: 30 },
  );
});

test("what is not held, not a hash, or changed behind the store's back is told", () => {
  const store = openContentStore(folder);
  const hash = store.keep(Buffer.from("a budget"));
  expect(store.has(hash)).toBe(true);
  expect(() => store.read(hashOf(Buffer.from("another")))).toThrow(ContentMissing);
  expect(() => store.read("../../etc/passwd")).toThrow(ContentMissing);
  writeFileSync(join(folder, hash.slice(0, 2), hash), "a larger budget");
  expect(() => store.read(hash)).toThrow("is not what was kept");
});
