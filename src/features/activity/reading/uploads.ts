import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { LoadRequest, Outcome } from "#platform/lake/index.ts";

/** What a person says of a file: all of a load's request that does not follow from who hands it in, and when. */
export type SaidOfFile = Omit<
  LoadRequest,
  "file" | "actor" | "at" | "rejectedTo" | "progress" | "examples" | "despite"
>;

/** A file that waits to be published or dropped, with what was found in it. It is for the person who sent it alone. */
export interface Upload {
  readonly id: string;
  readonly person: string;
  readonly file: string;
  readonly said: SaidOfFile;
  /** Nothing before it has been checked. */
  readonly checked?: Outcome;
}

/** Files that people sent, each in a folder of its own that only the service's own user may open. */
export interface Uploads {
  /** Keeps a file as it comes in. */
  keep(person: string, file: File, said: SaidOfFile): Promise<Upload>;
  /** Remembers what was said of it and found in it. */
  note(upload: Upload): Promise<void>;
  /** The upload of an id, if this person sent it. */
  find(id: string, person: string): Promise<Upload | undefined>;
  /** Where its rejected rows are written. */
  rejectedTo(upload: Upload): string;
  rejectedRows(upload: Upload): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Takes away the file, its rejected rows and what was found in it. */
  drop(upload: Upload): Promise<void>;
}

const STEM = "upload-";
const NOTE = "upload.json";
const REJECTED = "rejected.csv";
const OWNER_ONLY = { folder: 0o700, file: 0o600 } as const;

/** Opens the room for uploads in a folder outside the folder of all data. */
export function openUploads(folder: string): Uploads {
  const at = (id: string, name = "") => join(folder, id, name);
  const note = (upload: Upload) => writeFile(at(upload.id, NOTE), JSON.stringify(upload), { mode: OWNER_ONLY.file });
  return {
    note,
    keep: async (person, file, said) => {
      await mkdir(folder, { recursive: true, mode: OWNER_ONLY.folder });
      const id = basename(await mkdtemp(join(folder, STEM)));
      await mkdir(at(id, "file"), { mode: OWNER_ONLY.folder });
      const upload = { id, person, said, file: at(id, join("file", plainName(file.name))) };
      const out = createWriteStream(upload.file, { mode: OWNER_ONLY.file, flags: "wx" });
      await pipeline(Readable.fromWeb(file.stream()), out);
      await note(upload);
      return upload;
    },
    find: async (id, person) => {
      if (!/^upload-[A-Za-z0-9]{1,20}$/.test(id)) return undefined;
      const text = await readFile(at(id, NOTE), "utf8").catch(() => undefined);
      if (text === undefined) return undefined;
      const upload = JSON.parse(text) as Upload;
      return upload.person === person ? upload : undefined;
    },
    rejectedTo: ({ id }) => at(id, REJECTED),
    rejectedRows: async ({ id }) => {
      const bytes = await readFile(at(id, REJECTED)).catch(() => undefined);
      return bytes === undefined ? undefined : new Uint8Array(bytes);
    },
    drop: ({ id }) => rm(at(id), { recursive: true, force: true }),
  };
}

/** Takes away uploads that were neither published nor dropped and have not been touched since an instant. */
export async function sweepUploads(folder: string, before: Date): Promise<number> {
  let removed = 0;
  for (const id of await readdir(folder).catch(() => [])) {
    if (!id.startsWith(STEM)) continue;
    const noted = await stat(join(folder, id, NOTE)).catch(() => stat(join(folder, id)));
    if (noted.mtime >= before) continue;
    await rm(join(folder, id), { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}

/** A file's own name without folders or signs that a file system could take for something else. */
function plainName(name: string): string {
  const plain = basename(name.replaceAll("\\", "/"))
    .replaceAll(/[^\p{L}\p{N}._ -]/gu, "-")
    .replace(/^\.+/, "");
  return plain.slice(-120) || "file";
}
