import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { readSetting, type Setting } from "#app/setting.ts";
import { openWeb } from "#app/web.ts";
import { foundSmallCounty, type SmallCounty } from "./small-county.ts";

/** A small Fenmere, founded and served on a free port of loopback. */
export interface ServedCounty {
  readonly county: SmallCounty;
  readonly address: string;
  /** What the server logged as bugs. */
  readonly bugs: readonly string[];
  close(): Promise<void>;
}

/** Founds the county and serves it as the product does; to more people than its own where some are named. */
export async function serveCounty(more: Setting["people"] = []): Promise<ServedCounty> {
  const county = await foundSmallCounty();
  const setting = readSetting(county.data);
  const bugs: string[] = [];
  let ids = 0;
  const web = await openWeb(county.service, {
    ...(setting && { setting: { ...setting, people: [...setting.people, ...more] } }),
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
    ...{ county, bugs },
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await county.close();
      county.remove();
    },
  };
}
