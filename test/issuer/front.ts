import { request as ask, createServer, type IncomingMessage, type Server } from "node:http";
import { decodeJwt } from "jose";
import type { Forging } from "./forging.ts";
import { closed, listening, type RunningProvider, startProvider } from "./provider.ts";

/** A reader's way through the issuer, from the address they were sent to, to the one they are sent back to. */
export type Journey = (to: string) => Promise<string>;

/** An issuer whose answers can be forged on their way to the service, as if somebody sat between the two. */
export interface Issuing {
  readonly issuer: string;
  readonly provider: RunningProvider;
  readonly journey: Journey;
  /** What is done to the next ID tokens; nothing unless set. */
  forging: Forging | undefined;
  /** What is done to the question for the token. */
  asking: ((body: URLSearchParams) => URLSearchParams) | undefined;
  /** What is done to what the issuer says at its userinfo address, and in its own description. */
  telling: ((path: string, told: Readonly<Record<string, unknown>>) => object) | undefined;
  close(): Promise<void>;
}

/** Starts both; a reader and the service see one address. */
export async function startIssuer(returnTo: string): Promise<Issuing> {
  const faults: Pick<Issuing, "forging" | "asking" | "telling"> = {
    forging: undefined,
    asking: undefined,
    telling: undefined,
  };
  const held: { provider?: RunningProvider } = {};
  const server: Server = createServer((request, response) => {
    passedOn(request, faults, held.provider).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      () => response.destroy(),
    );
  });
  const issuer = `http://127.0.0.1:${await listening(server)}`;
  const provider = await startProvider(issuer, returnTo);
  held.provider = provider;
  const close = async () => {
    await Promise.all([closed(server), provider.close()]);
  };
  return Object.assign(faults, { issuer, provider, journey: journeyBack(returnTo), close });
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string;
}

async function passedOn(
  request: IncomingMessage,
  faults: Pick<Issuing, "forging" | "asking" | "telling">,
  provider: RunningProvider | undefined,
): Promise<Answer> {
  if (provider === undefined) throw new Error("The issuer is not there yet");
  const path = request.url ?? "/";
  const read = await bodyOf(request);
  const body = path === "/token" && faults.asking ? faults.asking(new URLSearchParams(read)).toString() : read;
  const answer = await asked(provider.port, request, body);
  if (!String(answer.headers["content-type"]).startsWith("application/json") || answer.status !== 200) return answer;
  const told = JSON.parse(answer.body) as Record<string, unknown>;
  if (path === "/token" && faults.forging !== undefined) {
    const forged = await forgedBy(faults.forging, String(told.id_token), provider);
    return { ...answer, body: JSON.stringify({ ...told, id_token: forged }) };
  }
  return { ...answer, body: JSON.stringify(faults.telling?.(path, told) ?? told) };
}

function forgedBy(forging: Forging, token: string, { key }: RunningProvider): Promise<string | undefined> {
  return forging({ claims: decodeJwt(token), key });
}

function asked(port: number, { method, url, headers }: IncomingMessage, body: string): Promise<Answer> {
  const length = Buffer.byteLength(body);
  const passed = { ...headers, ...(method === "POST" && { "content-length": String(length) }) };
  return new Promise((resolve, reject) => {
    const question = ask({ host: "127.0.0.1", port, method, path: url, headers: passed }, (answer) => {
      const { "content-length": _, "transfer-encoding": __, ...kept } = answer.headers;
      bodyOf(answer).then(
        (text) => resolve({ status: answer.statusCode ?? 500, headers: kept as Answer["headers"], body: text }),
        reject,
      );
    });
    question.on("error", reject);
    question.end(body);
  });
}

async function bodyOf(stream: AsyncIterable<unknown>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

const HOPS = 10;

/** Follows redirects with a browser's cookies for the issuer until they lead back. */
function journeyBack(returnTo: string): Journey {
  return async (to) => {
    const jar = new Map<string, string>();
    let at = to;
    for (let hop = 0; hop < HOPS; hop += 1) {
      if (at.startsWith(returnTo)) return at;
      const headers = { Cookie: [...jar].map((pair) => pair.join("=")).join("; ") };
      const response = await fetch(at, { redirect: "manual", headers });
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = ""] = cookie.split(";");
        jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
      }
      at = new URL(response.headers.get("Location") ?? "/", at).href;
    }
    throw new Error(`The issuer does not lead back, but to ${at}`);
  };
}
