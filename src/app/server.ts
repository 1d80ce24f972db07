import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { serve } from "@hono/node-server";
import { sweepUploads } from "#features/activity/index.ts";
import { dayInLondon } from "#kernel/period.ts";
import { clockOf } from "./clock.ts";
import { readConfiguration } from "./configuration.ts";
import { foundFenmere, walkHertfordshire } from "./found.ts";
import { readDisk } from "./operations/index.ts";
import { secretOf } from "./secret.ts";
import { errorText, openService, type Service } from "./service.ts";
import { readSetting, type SampleName } from "./setting.ts";
import { openWeb } from "./web.ts";

const HELP = `Starts the product and says where to open it.

  --empty                   starts without making the invented county in an empty data folder
  --hertfordshire <folder>  takes Hertfordshire's public files through budgets instead (docs/real-input.md)

Settings are environment variables: CHILFORD_DATA (folder of all data, var/data), CHILFORD_KEY_FILE, CHILFORD_MEMORY (1GB),
CHILFORD_THREADS (2), DATABASE_URL and DATABASE_OWNER_URL (a PostgreSQL of your own), HOST (127.0.0.1), PORT (8080).
`;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function main(words: readonly string[]): Promise<void> {
  if (words.includes("--help")) return say(HELP);
  const configuration = readConfiguration(process.env);
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
  });
  const stop = stopper(service);
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  await sweep(service, now());
  if (sample === "fenmere") await foundFenmere(service, { folder, say });
  if (sample === "hertfordshire") await walkHertfordshire(service, shared, { folder, say });
  const setting = readSetting(configuration.data);
  const web = await openWeb(service, {
    ...(setting && { setting }),
    secret: secretOf(configuration.keyFile),
    secure: false,
    now: clockOf(setting),
    newId: () => randomBytes(16).toString("hex"),
    log: (entry) => {
      if (entry.kind === "bug") process.stderr.write(`${entry.id} ${entry.route} ${errorText(entry.error)}\n`);
      else say(JSON.stringify(entry));
    },
  });
  const { host: hostname, port } = configuration;
  serve({ fetch: web.fetch, hostname, port }, ({ port: open }) => {
    say(`Chilford is open at http://${hostname}:${open}/ Stop it with Ctrl+C.`);
  });
  const { warning } = await readDisk(service, dayInLondon(now()));
  if (warning !== undefined) say(warning);
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

function stopper(service: Service): () => void {
  return () => {
    service.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${errorText(error)}\n`);
  process.exit(1);
});
