import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PROJECT } from "./project.ts";

const SETTINGS = [".dependency-cruiser.cjs", "biome.json", "tsconfig.json", "package.json", "src/features/order.json"];

/**
 * Writes a few files into a project of their own, which has the real settings and is removed afterwards, so that an
 * offending file never stands in the real tree, where another test running at the same time would find it.
 */
export async function inSmallProject<T>(
  files: Readonly<Record<string, string>>,
  use: (root: string) => T | Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), "chilford-house-"));
  try {
    for (const path of SETTINGS) copyIn(root, path);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return await use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

function copyIn(root: string, path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  cpSync(join(PROJECT, path), join(root, path));
}

/** A package that is installed in a small project, as far as an import can see. */
export function installed(name: string): Readonly<Record<string, string>> {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({
      name,
      version: "1.0.0",
      type: "module",
      exports: "./index.js",
    }),
    [`node_modules/${name}/index.js`]: "export const thing = 1;\n",
  };
}
