import { basename } from "node:path";
import type { PriceFiles } from "#features/activity/index.ts";
import { OPEN_DATA } from "#platform/access/sight.ts";
import { loadRefusalWords } from "#platform/lake/index.ts";
import { openService, type Service } from "../service.ts";
import { LIMITS, placesIn } from "./places.ts";
import type { Tell } from "./tell.ts";

export interface StandingJob {
  readonly work: string;
  readonly standing: readonly string[];
}

/** Loads what months are read against and priced by, and says where the price lists lie. */
export async function loadStanding({ work, standing }: StandingJob, tell: Tell): Promise<PriceFiles> {
  const service = await openBenchService(work);
  try {
    for (const file of standing) {
      tell(`Loading ${basename(file)}`);
      await loadOne(service, { file, batch: "bench" });
    }
    const { lake } = service;
    return {
      admitted: await lake.files({ dataset: "prices-admitted", sight: OPEN_DATA }),
      outpatient: await lake.files({ dataset: "prices-outpatient", sight: OPEN_DATA }),
      emergency: await lake.files({ dataset: "prices-emergency", sight: OPEN_DATA }),
      marketForces: await lake.files({ dataset: "market-forces", sight: OPEN_DATA }),
    };
  } finally {
    await service.close();
  }
}

/** The product as a server opens it, over the folder of a benchmark and a database of its own. */
export function openBenchService(work: string): Promise<Service> {
  const { data, key: keyFile, files } = placesIn(work);
  const configuration = { data, keyFile, ...LIMITS, host: "127.0.0.1", port: 0, operator: "bench" };
  return openService(configuration, { mode: "server", reading: [files], now: () => new Date() });
}

/** Loads a file through the same door as any other; throws where it is refused. */
export async function loadOne({ lake }: Service, { file, batch }: { readonly file: string; readonly batch: string }) {
  const outcome = await lake.load({
    file,
    batch,
    status: "final",
    madeUp: true,
    rejectedTo: `${file}.rejected.csv`,
    actor: "bench",
    at: new Date(),
  });
  if (outcome.kind === "refused") throw new Error(`${file}: ${outcome.refused.map(loadRefusalWords).join(" ")}`);
  return outcome;
}
