import { createWriteStream, mkdirSync, mkdtempSync, openAsBlob } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Files of one form while it is answered: numbered, in a folder that only the service's own user may open. */
export interface ArrivingFiles {
  /** Writes a file down as it comes in. Its name is told on, never used as one. */
  keep(content: Readable, name: string, type: string): Promise<File>;
  /** Takes all of them away, also what is still coming in. */
  remove(): Promise<void>;
}

/** What folders of arriving files are called, so that a sweep finds those that a crash left behind. */
export const ARRIVING = "arriving-";

/** Opens the room for one form's files; the folder is made with the first. */
export function openArrivingFiles(folder: string): ArrivingFiles {
  let own: string | undefined;
  let count = 0;
  const arriving = new Map<Readable, Promise<unknown>>();
  const write = async (content: Readable, name: string, type: string): Promise<File> => {
    // At once and not by and by: a stream that fails before anybody listens would be waited for without end.
    own ??= makeFolder(folder);
    count += 1;
    const path = join(own, String(count));
    await pipeline(content, createWriteStream(path, { mode: 0o600, flags: "wx" }));
    return new File([await openAsBlob(path)], name, { type });
  };
  return {
    keep: (content, name, type) => {
      const kept = write(content, name, type);
      arriving.set(
        content,
        kept.catch(() => undefined),
      );
      return kept;
    },
    remove: async () => {
      // With an error: a stream that has ended unread, destroyed without one, is waited for without end.
      for (const content of arriving.keys()) content.destroy(new Error("Nobody waits for it any more"));
      await Promise.all(arriving.values());
      if (own !== undefined) await rm(own, { recursive: true, force: true });
    },
  };
}

function makeFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return mkdtempSync(join(folder, ARRIVING));
}
