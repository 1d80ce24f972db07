import { mkdtempSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { readConfiguration } from "#app/configuration.ts";
import { foundFenmere } from "#app/found.ts";
import { openService } from "#app/service.ts";
import { readSetting } from "#app/setting.ts";
import { openWeb } from "#app/web.ts";

/** A small Fenmere, founded and served on a free port of loopback. */
export interface ServedCounty {
  readonly address: string;
  /** What the server logged as bugs. */
  readonly bugs: readonly string[];
  close(): Promise<void>;
}

const SCALE = 0.05;

/** Founds the county in a temporary folder and serves it as the product does. */
export async function serveCounty(): Promise<ServedCounty> {
  const folder = mkdtempSync(join(tmpdir(), "chilford-browser-"));
  await chmod(folder, 0o755);
  const [data, sample] = [join(folder, "data"), join(folder, "sample")];
  const service = await openService(readConfiguration({ CHILFORD_DATA: data }), {
    mode: "server",
    reading: [sample],
    now: () => new Date(),
    sample: "fenmere",
  });
  await foundFenmere(service, { folder: sample, say: () => undefined, scale: SCALE });
  const setting = readSetting(data);
  const bugs: string[] = [];
  let ids = 0;
  const web = await openWeb(service, {
    ...(setting && { setting }),
    secret: "a secret for tests alone, long enough to be one",
    secure: false,
    now: () => new Date(),
    newId: () => {
      ids += 1;
      return `${process.pid}${String(ids).padStart(24, "0")}`;
    },
    log: (entry) => {
      if (entry.kind === "bug") bugs.push(String(entry.error));
    },
  });
  const server = serve({ fetch: web.fetch, hostname: "127.0.0.1", port: 0 });
  await new Promise<void>((resolve) => server.once("listening", () => resolve()));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bugs,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await service.close();
      rmSync(folder, { recursive: true });
    },
  };
}
