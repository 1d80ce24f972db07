import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const FROM_SASS = `@use "nhsuk-frontend/dist/nhsuk" with ($nhsuk-include-font-face: false);`;

/** Where the NHS design system is installed. */
export const NHSUK_FRONTEND = path.dirname(createRequire(import.meta.url).resolve("nhsuk-frontend/package.json"));

/**
 * The NHS stylesheet without its font, which only its own host may serve. Compiled once and kept in the cache folder under the
 * hash of what made it; the compiler is loaded only when it is not there yet.
 */
export async function nhsStylesheet(cache: string): Promise<string> {
  const made = createHash("sha256")
    .update(FROM_SASS)
    .update(await readFile(path.join(NHSUK_FRONTEND, "package.json")));
  const kept = path.join(cache, `nhsuk-${made.digest("hex").slice(0, 16)}.css`);
  return (await readIfThere(kept)) ?? compileInto(kept);
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

async function compileInto(file: string): Promise<string> {
  const sass = await import("sass");
  const loadPaths = [path.dirname(NHSUK_FRONTEND)];
  const { css } = sass.compileString(FROM_SASS, { loadPaths, style: "compressed", quietDeps: true });
  await mkdir(path.dirname(file), { recursive: true });
  // Written beside and renamed, so that a second process never reads half a file.
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, css);
  await rename(beside, file);
  return css;
}
