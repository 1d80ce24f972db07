import { mkdtempSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Configuration, readConfiguration } from "#app/configuration.ts";
import { foundFenmere } from "#app/found.ts";
import { openService, type Service } from "#app/service.ts";

const SCALE = 0.05;

/** A small Fenmere in a temporary folder of its own. */
export interface SmallCounty {
  readonly data: string;
  readonly configuration: Configuration;
  readonly service: Service;
  /** Closes what is open over it, and leaves its data. */
  close(): Promise<void>;
  /** Takes its data away. */
  remove(): void;
}

/** Founds the county through the same door as the product does, and leaves it open. */
export async function foundSmallCounty(): Promise<SmallCounty> {
  const folder = mkdtempSync(join(tmpdir(), "chilford-county-"));
  // PostgreSQL runs as an unprivileged account where the tests are root's.
  await chmod(folder, 0o755);
  const [data, sample] = [join(folder, "data"), join(folder, "sample")];
  const configuration = readConfiguration({ CHILFORD_DATA: data });
  const service = await openService(configuration, {
    ...{ mode: "server", reading: [sample], sample: "fenmere" },
    now: () => new Date(),
  });
  await foundFenmere(service, { folder: sample, say: () => undefined, scale: SCALE });
  return {
    ...{ data, configuration, service },
    close: () => service.close(),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
