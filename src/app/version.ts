import { readFileSync } from "node:fs";

/** The version of this program, as package.json states it. */
export const VERSION = (
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { readonly version: string }
).version;
