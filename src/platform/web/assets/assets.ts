import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { NHSUK_FRONTEND, nhsStylesheet } from "./stylesheet.ts";

/** A file that pages load, as it is sent. */
export interface Asset {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** All that pages load beside themselves, from this server alone; each address holds the hash of its content. */
export interface Assets {
  readonly stylesheets: readonly string[];
  readonly script: string;
  readonly icon: string;
  /** The asset at an address, or nothing. */
  at(address: string): Asset | undefined;
}

/** What the design system has no component for; the last has the last word. */
const OWN_STYLES = ["figures.css", "tables.css", "charts.css", "paper.css"];

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};
const NHSUK_IMAGE = /\/assets\/images\/([a-z0-9-]+\.svg)/g;

/** Reads the assets and makes the stylesheet; what is made is kept in the cache folder. */
export async function openAssets({ cache }: { readonly cache: string }): Promise<Assets> {
  const assets = new Map<string, Asset>();
  const add = (name: string, content: string): string => {
    const { name: stem, ext } = path.parse(name);
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
    const address = `/assets/${stem}.${hash}${ext}`;
    assets.set(address, { type: TYPES[ext] ?? "application/octet-stream", body: new TextEncoder().encode(content) });
    return address;
  };
  const nhsuk = (file: string) => readFile(path.join(NHSUK_FRONTEND, "dist/nhsuk", file), "utf8");
  const own = (file: string) => readFile(new URL(file, import.meta.url), "utf8");
  const css = await nhsStylesheet(cache);
  const images = new Map<string, string>();
  for (const image of new Set(Array.from(css.matchAll(NHSUK_IMAGE), ([, name]) => name ?? ""))) {
    images.set(image, add(image, await nhsuk(`assets/images/${image}`)));
  }
  const library = add("nhsuk-frontend.js", withoutMap(await nhsuk("nhsuk-frontend.min.js")));
  return {
    stylesheets: [
      add(
        "nhsuk.css",
        css.replace(NHSUK_IMAGE, (whole, name) => images.get(name) ?? whole),
      ),
      add("service.css", (await Promise.all(OWN_STYLES.map(own))).join("\n")),
    ],
    script: add(
      "service.js",
      (await own("service.js")).replace("nhsuk-frontend", `.${library.slice("/assets".length)}`),
    ),
    icon: add("favicon.svg", await nhsuk("assets/images/favicon.svg")),
    at: (address) => assets.get(address),
  };
}

function withoutMap(script: string): string {
  return script.replace(/\/\/# sourceMappingURL=.*$/, "");
}
