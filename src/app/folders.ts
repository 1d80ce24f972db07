import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where things lie in the folder of all data. */
export interface Folders {
  readonly root: string;
  readonly record: string;
  readonly lake: string;
  readonly marts: string;
  readonly scratch: string;
  /** Where sorts and joins that outgrow the memory spill to. */
  readonly spill: string;
  readonly files: string;
  readonly cache: string;
  /** Where uploads wait to be published or dropped: beside the data, since what is sent may name people. */
  readonly uploads: string;
}

/** The folders of the product itself. */
export const PROJECT = {
  rulebook: fromRoot("rulebook"),
  sources: fromRoot("docs/sources"),
} as const;

/** Names the folders below a root and makes those that are missing. */
export function makeFolders(root: string): Folders {
  const folders = {
    root,
    record: join(root, "record"),
    lake: join(root, "lake"),
    marts: join(root, "marts"),
    scratch: join(root, "scratch"),
    spill: join(root, "scratch", "spill"),
    files: join(root, "files"),
    cache: join(root, "cache"),
    uploads: `${root}-uploads`,
  };
  for (const folder of Object.values(folders)) if (folder !== folders.record) mkdirSync(folder, { recursive: true });
  return folders;
}

function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
