import { readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { USED } from "./make.ts";

/** Which marts are to be pruned. */
export interface Pruning {
  /** The folder of all data. */
  readonly root: string;
  /** Whether anything that was published names the mart of a hash. Asked twice of each that goes. */
  readonly isNamed: (hash: string) => Promise<boolean>;
  /** Only what was made, asked for and drafted before this instant. */
  readonly before: Date;
  /** Whether to take away, or only to tell. */
  readonly really: boolean;
}

/** A mart that nobody names, or what is left of one that was never finished. */
export interface Prunable {
  /** Where it lies in the folder of all data. */
  readonly path: string;
  readonly kind: "unnamed" | "half made";
  readonly bytes: number;
}

const MADE = /^([0-9a-f]{32})$/;
const DRAFT = /^[0-9a-f]{32}\..*\.draft$/;
const ASIDE = /^([0-9a-f]{32})\.pruned$/;

/**
 * Takes away marts that nothing published names and that nobody has asked for lately; they can be made again. Each is
 * first put aside in one step, then looked at once more: whoever asked for it meanwhile finds it again, or makes it anew.
 * One that was broken off is gone on with.
 */
export async function pruneMarts(pruning: Pruning): Promise<readonly Prunable[]> {
  const found: Prunable[] = [];
  const marts = join(pruning.root, "marts");
  for (const model of await foldersIn(marts)) {
    for (const name of await foldersIn(join(marts, model))) {
      const kind = await kindOf(pruning, join(marts, model), name);
      if (kind === undefined) continue;
      const path = join("marts", model, name);
      const bytes = await bytesIn(join(pruning.root, path));
      if (pruning.really && !(await remove(pruning, join(marts, model), name, kind))) continue;
      found.push({ path, kind, bytes });
    }
  }
  return found;
}

async function kindOf(pruning: Pruning, model: string, name: string): Promise<Prunable["kind"] | undefined> {
  const aside = ASIDE.exec(name)?.[1];
  if (aside !== undefined) {
    if (!(await pruning.isNamed(aside))) return "unnamed";
    await putBack(model, aside);
    return undefined;
  }
  if (await isFresh(join(model, name), pruning.before)) return undefined;
  if (DRAFT.test(name)) return "half made";
  return MADE.test(name) && !(await pruning.isNamed(name)) ? "unnamed" : undefined;
}

async function remove(pruning: Pruning, model: string, name: string, kind: Prunable["kind"]): Promise<boolean> {
  const folder = join(model, name);
  if (kind === "half made" || ASIDE.test(name)) {
    await rm(folder, { recursive: true, force: true });
    return true;
  }
  await rename(folder, join(model, `${name}.pruned`));
  if ((await isFresh(join(model, `${name}.pruned`), pruning.before)) || (await pruning.isNamed(name))) {
    await putBack(model, name);
    return false;
  }
  await rm(join(model, `${name}.pruned`), { recursive: true, force: true });
  return true;
}

/** Puts a mart back in its place, unless it was made anew in the meantime: then both are the same, and one goes. */
async function putBack(model: string, hash: string): Promise<void> {
  const aside = join(model, `${hash}.pruned`);
  await rename(aside, join(model, hash)).catch(() => rm(aside, { recursive: true, force: true }));
}

async function isFresh(folder: string, before: Date): Promise<boolean> {
  const times = await Promise.all([folder, join(folder, USED)].map((path) => stat(path).catch(() => undefined)));
  return times.some((found) => found !== undefined && found.mtime >= before);
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted();
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const sizes = await Promise.all(files.map((file) => stat(file).catch(() => undefined)));
  return sizes.reduce((sum, found) => sum + (found?.size ?? 0), 0);
}
