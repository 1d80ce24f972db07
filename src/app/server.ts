import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { sweepUploads } from "#features/activity/index.ts";
import { dayInLondon } from "#kernel/period.ts";
import { logLine } from "#platform/web/log/log-line.ts";
import { openTurns } from "#platform/web/turns/turns.ts";
import type { LogEntry } from "#platform/web/web.ts";
import { clockOf } from "./clock.ts";
import { readConfiguration } from "./configuration.ts";
import { foundFenmere, walkHertfordshire } from "./found.ts";
import { readDisk } from "./operations/index.ts";
import { secretOf } from "./secret.ts";
import { errorText, isExpected, openService, type Service } from "./service.ts";
import { openHttpServer } from "./serving/http-server.ts";
import { USUAL_LIMITS } from "./serving/limits.ts";
import { openParting } from "./serving/parting.ts";
import { readinessOf } from "./serving/readiness.ts";
import { readSetting, type SampleName, type Setting } from "./setting.ts";
import { openSignIn } from "./sign-in.ts";
import { openWeb } from "./web.ts";

const HELP = `Starts the product and says where to open it.

  --empty                   starts without making the invented county in an empty data folder
  --hertfordshire <folder>  takes Hertfordshire's public files through budgets instead (docs/real-input.md)

Settings are environment variables: CHILFORD_DATA (folder of all data, var/data), CHILFORD_KEY_FILE, CHILFORD_MEMORY (1GB),
CHILFORD_THREADS (2), DATABASE_URL and DATABASE_OWNER_URL (a PostgreSQL of your own), HOST (127.0.0.1), PORT (8080),
CHILFORD_ADDRESS (where browsers reach it), CHILFORD_PROXIES, CHILFORD_ISSUERS (docs/sign-in.md).
`;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function main(words: readonly string[]): Promise<void> {
  if (words.includes("--help")) return say(HELP);
  const configuration = readConfiguration(process.env);
  const limits = configuration.limits ?? USUAL_LIMITS;
  const turns = openTurns(limits.turns);
  const now = () => new Date();
  const sample = sampleAsked(words);
  const folder = `${configuration.data}-sample`;
  const shared = resolve(words[words.indexOf("--hertfordshire") + 1] ?? "");
  const service = await openService(configuration, {
    mode: "server",
    reading: sample === "hertfordshire" ? [folder, shared] : [folder],
    now,
    ...(sample && { sample }),
    onLost: (sentence) => {
      say(sentence);
      process.exit(1);
    },
    stopping: turns.signal,
  });
  const parting = openParting(service, log);
  await sweep(service, now());
  if (sample === "fenmere") await foundFenmere(service, { folder, say });
  if (sample === "hertfordshire") await walkHertfordshire(service, shared, { folder, say });
  const setting = readSetting(configuration.data);
  const web = await openWeb(service, {
    ...(await whoIsWho(service, setting, now)),
    now: clockOf(setting),
    newId: () => randomBytes(16).toString("hex"),
    log,
    turns,
    health: readinessOf({ service, today: () => dayInLondon(now()) }),
  });
  const { host, port } = configuration;
  const server = await openHttpServer({ fetch: web.fetch, host, port, turns, limits: limits.sockets });
  parting.serves(server);
  log({ kind: "start" });
  say(`Chilford is open at http://${host}:${server.port}/ Stop it with Ctrl+C.`);
  const { warning } = await readDisk(service, dayInLondon(now()));
  if (warning !== undefined) say(warning);
}

/** On made-up data anyone may choose who to be; on real data people sign in. */
async function whoIsWho(service: Service, setting: Setting | undefined, now: () => Date) {
  const { keyFile, address = "", proxies = [] } = service.configuration;
  const shared = { secret: secretOf(keyFile), secure: address.startsWith("https:"), proxies };
  if (setting !== undefined) return { ...shared, setting };
  return { ...shared, identity: await openSignIn(service, { secret: shared.secret, now }) };
}

function log(entry: LogEntry): void {
  say(logLine(entry, new Date()));
}

function sampleAsked(words: readonly string[]): SampleName | undefined {
  if (words.includes("--empty")) return undefined;
  return words.includes("--hertfordshire") ? "hertfordshire" : "fenmere";
}

/** Removes what loads that crashed and uploads that were forgotten left behind, a day after. */
async function sweep({ lake, folders }: Service, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 86_400_000);
  await lake.sweep(before);
  await sweepUploads(folders.uploads, before);
}

/** Ends by a fault that nobody caught: told by its sort and place, since what it says may name people. */
function end(error: unknown): void {
  if (isExpected(error)) process.stderr.write(`${errorText(error)}\n`);
  else log({ kind: "end", error });
  process.exit(1);
}

process.on("uncaughtException", end);
main(process.argv.slice(2)).catch(end);
