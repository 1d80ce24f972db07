import { Busboy, type BusboyHeaders, type BusboyInstance } from "@fastify/busboy";
import type { Fields } from "../entered.ts";
import { TOKEN_FIELD } from "../view/form.tsx";
import { type ArrivingFiles, openArrivingFiles } from "./arriving-files.ts";
import { RefusedForm, tooLarge } from "./refused-form.ts";

/** A form as it was sent. Its files lie on disk, and are gone once it is let go. */
export interface FormBody {
  readonly fields: Fields;
  letGo(): Promise<void>;
}

export interface BodyRules {
  /** The most bytes it may have in all. */
  readonly limit: number;
  /** Whether a token is that of the session; asked once, before any file is kept. */
  readonly isToken: (token: string) => boolean;
  /** Where its files are kept meanwhile. */
  readonly folder: string;
  /** Given where nobody waits for it any more from some time on. */
  readonly signal?: AbortSignal | undefined;
}

const KINDS = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)(?:;|$)/i;
const MOST = { fields: 5_000, files: 5, parts: 5_005, headerPairs: 20, headerSize: 8 * 1024, fieldNameSize: 200 };
const FOREIGN = "It was made for another session, which may have ended.";
const BROKEN = "It came in broken off or not as a form is sent.";

/**
 * Reads a form as it comes in and keeps no more of it in memory than its texts. It must carry its token before its files,
 * as our pages send it: otherwise reading stops there, so that nobody makes us read a large file without one. Throws
 * RefusedForm with nothing left behind.
 */
export async function readFormBody(request: Request, rules: BodyRules): Promise<FormBody> {
  checkHead(request, rules);
  const files = openArrivingFiles(rules.folder);
  try {
    const fields = await fieldsOf(request, rules, files);
    return { fields, letGo: files.remove };
  } catch (error) {
    await files.remove();
    throw error;
  }
}

function checkHead({ headers, body }: Request, { limit }: BodyRules): void {
  if (body === null) throw new RefusedForm(FOREIGN, 403);
  if (!KINDS.test(headers.get("Content-Type") ?? "")) {
    throw new RefusedForm("It was not sent as a form of a page is.", 415);
  }
  if (Number(headers.get("Content-Length") ?? "0") > limit) throw tooLarge();
}

type Value = string | Promise<File>;

async function fieldsOf(request: Request, rules: BodyRules, files: ArrivingFiles): Promise<Fields> {
  const found = new Map<string, Value[]>();
  const add = (name: string, value: Value) => found.set(name, [...(found.get(name) ?? []), value]);
  const parser = parserFor(request, rules);
  const { promise: over, resolve: end, reject: stop } = Promise.withResolvers<unknown>();
  over.catch(() => undefined);
  const token = tokenCheck(rules);
  const broken = () => stop(new RefusedForm(BROKEN, 400));
  rules.signal?.addEventListener("abort", broken);
  parser.on("field", (name, value) => {
    if (name !== TOKEN_FIELD) add(name, value);
    else if (!token.take(value)) stop(new RefusedForm(FOREIGN, 403));
  });
  parser.on("file", (name, content, fileName, _encoding, type) => {
    content.on("error", broken);
    if (!token.isTaken()) {
      stop(new RefusedForm(FOREIGN, 403));
      return;
    }
    const kept = files.keep(content, fileName, type);
    kept.catch(stop);
    add(name, kept);
  });
  for (const limit of ["fieldsLimit", "filesLimit", "partsLimit"] as const) parser.on(limit, () => stop(tooLarge()));
  parser.on("error", broken);
  parser.on("finish", () => end(undefined));
  await pour(request.body ?? new Blob([]).stream(), rules.limit, parser, over);
  if (!token.isTaken()) throw new RefusedForm(FOREIGN, 403);
  return whole(found);
}

function parserFor({ headers }: Request, { limit }: BodyRules): BusboyInstance {
  try {
    const given = Object.fromEntries(headers) as unknown as BusboyHeaders;
    return new Busboy({ headers: given, limits: { ...MOST, fieldSize: limit } });
  } catch {
    throw new RefusedForm(BROKEN, 400);
  }
}

/** Hands a body over piece by piece, waiting for each to be taken; what goes wrong anywhere ends it at once. */
async function pour(
  body: ReadableStream<Uint8Array>,
  limit: number,
  parser: BusboyInstance,
  over: Promise<unknown>,
): Promise<void> {
  const reader = body.getReader();
  let read = 0;
  try {
    for (;;) {
      const piece = (await Promise.race([over, nextOf(reader)])) as Uint8Array | undefined;
      if (piece === undefined) break;
      read += piece.length;
      if (read > limit) throw tooLarge();
      await Promise.race([over, new Promise((taken) => parser.write(piece, taken))]);
    }
    parser.end();
    await over;
  } finally {
    // What was not read is left unread: the server closes the connection over it once the answer is sent.
    reader.releaseLock();
  }
}

async function nextOf(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    return (await reader.read()).value;
  } catch {
    throw new RefusedForm(BROKEN, 400);
  }
}

async function whole(found: ReadonlyMap<string, readonly Value[]>): Promise<Fields> {
  const entries = await Promise.all(
    [...found].map(async ([name, values]) => [name, await Promise.all(values)] as const),
  );
  return Object.fromEntries(
    entries.map(([name, [first = "", ...more]]) => [name, more.length === 0 ? first : [first, ...more]]),
  );
}

/** One token, and the right one: a second is as wrong as a false one. */
function tokenCheck({ isToken }: BodyRules) {
  let taken = false;
  return {
    isTaken: () => taken,
    take: (token: string): boolean => {
      if (taken || !isToken(token)) return false;
      taken = true;
      return true;
    },
  };
}
