import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TOKEN_FIELD } from "../view/form.tsx";
import { readFormBody } from "./form-body.ts";
import { RefusedForm } from "./refused-form.ts";

const TOKEN = "the token of this session";
const MULTIPART = "multipart/form-data; boundary=edge";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chilford-bodies-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const rules = (limit = 100_000) => ({ limit, folder, isToken: (token: string) => token === TOKEN });
const post = (type: string, body: ConstructorParameters<typeof Response>[0]) =>
  new Request("http://localhost/x", {
    method: "POST",
    headers: { "Content-Type": type },
    body,
    duplex: "half",
  } as RequestInit);
const urlEncoded = (fields: Record<string, string> | [string, string][]) =>
  post("application/x-www-form-urlencoded", new URLSearchParams(fields).toString());
const part = (head: string, content: string) =>
  `--edge\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
const tokenPart = part(`name="${TOKEN_FIELD}"`, TOKEN);
const filePart = (name: string, content = "a,b\n") => part(`name="file"; filename="${name}"`, content);
const multipart = (...parts: string[]) => post(MULTIPART, `${parts.join("")}--edge--\r\n`);

/** Pieces without end, and how many of them were asked for. */
function endless(first: string) {
  const asked = { pieces: 0 };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        controller.enqueue(asked.pieces === 0 ? Buffer.from(first) : Buffer.alloc(16_384, "x"));
        asked.pieces += 1;
      },
    },
    { highWaterMark: 0 },
  );
  return { asked, stream };
}

async function refusalOf(request: Request, limit?: number): Promise<RefusedForm> {
  const error = await readFormBody(request, rules(limit)).catch((thrown: unknown) => thrown);
  if (!(error instanceof RefusedForm)) throw new Error(`not refused: ${String(error)}`);
  if (readdirSync(folder).length > 0) throw new Error("something is left behind");
  return error;
}

describe("a form", () => {
  test("is read in either encoding, several values where a field came more than once", async () => {
    const plain = [
      [TOKEN_FIELD, TOKEN],
      ["note", "milk & café"],
      ["line", "1"],
      ["line", "2"],
      ["empty", ""],
    ] as [string, string][];
    const asParts = plain.map(([name, value]) => part(`name="${name}"`, value));
    for (const request of [urlEncoded(plain), multipart(...asParts)]) {
      const { fields, letGo } = await readFormBody(request, rules());
      expect(fields).toEqual({ note: "milk & café", line: ["1", "2"], empty: "" });
      await letGo();
    }
  });

  test("keeps its files on disk under a number, for the service alone, until it is let go", async () => {
    const { fields, letGo } = await readFormBody(multipart(tokenPart, filePart("../../é.csv", "code\nX1\n")), rules());
    const [own = ""] = readdirSync(folder);
    expect(readdirSync(join(folder, own))).toEqual(["1"]);
    expect([statSync(join(folder, own)).mode & 0o777, statSync(join(folder, own, "1")).mode & 0o777]).toEqual([
      0o700, 0o600,
    ]);
    const file = fields.file as File;
    expect([file.name, file.size, await file.text()]).toEqual(["é.csv", 8, "code\nX1\n"]);
    await letGo();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("with an empty file has one of no bytes", async () => {
    const { fields, letGo } = await readFormBody(multipart(tokenPart, filePart("", "")), rules());
    expect((fields.file as File).size).toBe(0);
    await letGo();
  });
});

describe("a form is refused, with nothing kept,", () => {
  test("without its token, with a false one, or with two", async () => {
    for (const fields of [
      [],
      [[TOKEN_FIELD, "other"]],
      [
        [TOKEN_FIELD, TOKEN],
        [TOKEN_FIELD, TOKEN],
      ],
    ] as [string, string][][]) {
      expect((await refusalOf(urlEncoded([...fields, ["note", "x"]]))).status).toBe(403);
    }
    expect((await refusalOf(multipart(filePart("a.csv"), tokenPart))).status).toBe(403);
    expect((await refusalOf(post(MULTIPART, "--edge--\r\n"))).status).toBe(403);
  });

  test("where a file comes before the token, after a few pieces of it", async () => {
    const { asked, stream } = endless(filePart("large.csv", "").slice(0, -2));
    expect((await refusalOf(post(MULTIPART, stream), 1e9)).status).toBe(403);
    expect(asked.pieces).toBeLessThan(20);
  });

  test("where it is over its limit: said so, before any of it is read; not said, as soon as it is over", async () => {
    const said = endless("");
    const headers = { "Content-Type": MULTIPART, "Content-Length": "200000" };
    const request = new Request("http://localhost/x", {
      method: "POST",
      headers,
      body: said.stream,
      duplex: "half",
    } as RequestInit);
    const before = said.asked.pieces;
    expect((await refusalOf(request)).status).toBe(413);
    expect(said.asked.pieces).toBe(before);
    const unsaid = endless(`${tokenPart}${filePart("large.csv", "").slice(0, -2)}`);
    expect((await refusalOf(post(MULTIPART, unsaid.stream))).status).toBe(413);
    expect(unsaid.asked.pieces).toBeLessThan(30);
  });

  test("in another encoding than a page sends", async () => {
    for (const type of ["application/json", "text/plain", "text/xml", "application/x-www-form-urlencodedx", ""]) {
      expect((await refusalOf(post(type, `{"${TOKEN_FIELD}":"${TOKEN}"}`))).status, type).toBe(415);
    }
  });

  test("broken off, without a boundary, or in more parts than any page has", async () => {
    expect((await refusalOf(post(MULTIPART, `${tokenPart}${filePart("a.csv")}`))).status).toBe(400);
    expect((await refusalOf(post("multipart/form-data", tokenPart))).status).toBe(400);
    const many = Array.from({ length: 6 }, (_, at) => filePart(`${at}.csv`));
    expect((await refusalOf(multipart(tokenPart, ...many))).status).toBe(413);
  });
});

test("a form that nobody waits for any more is let go while it is still coming in", async () => {
  const slow = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from(`${tokenPart}${filePart("a.csv", "a").slice(0, -2)}`)),
  });
  const waiting = new AbortController();
  const asked = readFormBody(post(MULTIPART, slow), { ...rules(), signal: waiting.signal });
  waiting.abort();
  await expect(asked).rejects.toBeInstanceOf(RefusedForm);
  expect(readdirSync(folder)).toEqual([]);
});

test("a disk that cannot be written is a fault of ours, not of the form", async () => {
  const request = multipart(tokenPart, filePart("a.csv"));
  const asked = readFormBody(request, { ...rules(), folder: "/dev/null/none" });
  await expect(asked).rejects.toMatchObject({ code: "ENOTDIR" });
});
