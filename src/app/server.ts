import { randomBytes } from "node:crypto";
import { serve } from "@hono/node-server";
import { readConfiguration } from "./configuration.ts";
import { foundFenmere } from "./found.ts";
import { secretOf } from "./secret.ts";
import { errorText, openService, type Service } from "./service.ts";
import { readSetting } from "./setting.ts";
import { openWeb } from "./web.ts";

const HELP = `Starts the product and says where to open it.

  --sample   makes the invented county first where the data folder is empty (as it does without any word)
  --empty    starts over an empty data folder without a sample

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
  const service = await openService(configuration, {
    mode: "server",
    reading: [sampleFolder(configuration.data)],
    now,
    onLost: (sentence) => {
      say(sentence);
      process.exit(1);
    },
  });
  const stop = stopper(service);
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  if (!words.includes("--empty")) await foundFenmere(service, sampleFolder(configuration.data), say);
  const setting = readSetting(configuration.data);
  const web = await openWeb(service, {
    ...(setting && { setting }),
    secret: secretOf(configuration.keyFile),
    secure: false,
    now,
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
}

function sampleFolder(data: string): string {
  return `${data}-sample`;
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
