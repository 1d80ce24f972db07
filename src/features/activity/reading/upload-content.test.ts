import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentRefusal } from "./upload-content.ts";

const blob = (...parts: (string | Uint8Array)[]) => new Blob(parts as ConstructorParameters<typeof Blob>[0]);
const bytes = (hex: string) => Buffer.from(hex, "hex");
const CSV = "spell_id,provider\n1,RXA\n";

describe("content that can be loaded", () => {
  test.each([
    ["text", blob(CSV)],
    ["text with a mark and characters beyond ASCII", blob("\ufeffcode,name\n1,Café “Ü”\n")],
    ["text in Latin-1, which loading reads too", blob(Buffer.from("code,name\n1,Caf\u00e9\n", "latin1"))],
    ["text with tabs and returns", blob("a\tb\r\n1\t2\r\n")],
    ["packed text", blob(gzipSync(CSV))],
    ["packed text in two members", blob(gzipSync(CSV), gzipSync(CSV))],
    ["Parquet", blob("PAR1", Buffer.alloc(40), "PAR1")],
    ["text whose first name looks like a sort of file", blob("MZ,BZ,PK\n1,2,3\n")],
  ])("is %s", async (_, file) => {
    expect(await contentRefusal(file)).toBeUndefined();
  });
});

describe("content that cannot, whatever its name says", () => {
  test.each([
    ["archive", blob(bytes("504b0304"), CSV)],
    ["archive", blob(bytes("377abcaf271c"), CSV)],
    ["workbook", blob(bytes("d0cf11e0a1b11ae1"), Buffer.alloc(9))],
    ["document", blob("%PDF-1.7\n")],
    ["document", blob(bytes("89504e470d0a1a0a"))],
    ["web-page", blob("<!doctype html><script>alert(1)</script>")],
    ["web-page", blob("\ufeff\n  <?xml version='1.0'?>")],
    ["programme", blob("MZ", bytes("900003000000"))],
    ["programme", blob(bytes("7f454c46"), CSV)],
    ["locked", blob("PARE", Buffer.alloc(40), "PARE")],
    ["sixteen-bit", blob(Buffer.from(`\ufeff${CSV}`, "utf16le"))],
    ["not-text", blob(CSV, bytes("00"), CSV)],
    ["not-text", blob(CSV, bytes("1b"), "[31m")],
    ["damaged", blob("PAR1", Buffer.alloc(40))],
    ["damaged", blob("PAR1")],
    ["damaged", blob(gzipSync(CSV).subarray(0, 20))],
    ["packed-twice", blob(gzipSync(gzipSync(CSV)))],
    ["packed-twice", blob(gzipSync(Buffer.concat([bytes("504b0304"), Buffer.from(CSV)])))],
    ["packed-twice", blob(gzipSync("<html>"))],
    ["packed-twice", blob(gzipSync(`${CSV}\u0000`))],
  ] as const)("is %s", async (refusal, file) => {
    expect(await contentRefusal(file)).toBe(refusal);
  });
});

describe("a file that unpacks without end", () => {
  const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024, "1,2\n"));

  test("is refused by how many times its size it has", async () => {
    expect(bomb.length).toBeLessThan(100_000);
    expect(await contentRefusal(blob(bomb))).toBe("unpacks-too-large");
  });

  test("is refused by its size, and before it is unpacked whole", async () => {
    const many = blob(...Array.from({ length: 500 }, () => bomb));
    const limits = { most: 2_000_000, ratio: 1e9, beyond: 0 };
    expect(await contentRefusal(many, limits)).toBe("unpacks-too-large");
  });
});

test("no bytes are taken for text that have a NUL in them", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(300), async (any, at) => {
      const withNul = Buffer.concat([any.subarray(0, at), Buffer.from([0]), any.subarray(at)]);
      expect(await contentRefusal(blob(withNul))).toBeDefined();
    }),
    { numRuns: 200, seed: 2008 },
  );
});
