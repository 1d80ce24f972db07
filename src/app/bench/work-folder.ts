import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { BenchOptions } from "./options.ts";
import { diskNeeded } from "./size.ts";

/** Where a benchmark works. */
export interface WorkFolder {
  readonly path: string;
  readonly needed: number;
  readonly free: number;
  /** Removes it, unless it is to be kept. */
  leave(): void;
}

/** Opens the folder in which to work: one of its own in every case, so that leaving it removes nothing else. */
export function openWorkFolder({ size, months, folder, keep }: BenchOptions): WorkFolder {
  const path = folder === undefined ? temporary() : join(resolve(folder), `chilford-bench-${size.name}`);
  mkdirSync(path, { recursive: true });
  const { bavail, bsize } = statfsSync(path);
  return {
    path,
    needed: diskNeeded(size, months),
    free: bavail * bsize,
    leave: () => {
      if (!keep) rmSync(path, { recursive: true, force: true });
    },
  };
}

/** One that the database's own account can pass through: for root it runs under another. */
function temporary(): string {
  const path = mkdtempSync(join(tmpdir(), "chilford-bench-"));
  chmodSync(path, 0o711);
  return path;
}
