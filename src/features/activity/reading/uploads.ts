import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { LoadRequest, Outcome } from "#platform/lake/index.ts";
import type { UploadRefusal } from "./upload-refusals.ts";

/** What a person says of a file: all of a load's request that does not follow from who hands it in, and when. */
export type SaidOfFile = Omit<
  LoadRequest,
  "file" | "name" | "actor" | "at" | "rejectedTo" | "progress" | "examples" | "despite"
>;

/** A file that waits to be published or dropped, with what was found in it. It is for the person who sent it alone. */
export interface Upload {
  readonly id: string;
  readonly person: string;
  /** What the sender called it, made plain: shown and recorded, and never the name of a file here. */
  readonly name: string;
  /** Where it lies, by a name of ours. */
  readonly file: string;
  readonly said: SaidOfFile;
  /** Nothing before it has been checked. */
  readonly checked?: Outcome;
}

/** Files that people sent, each in a folder of its own that only the service's own user may open. */
export interface Uploads {
  /** Keeps a file, unless so many wait already that there is no room for it. */
  keep(person: string, file: File, said: SaidOfFile): Promise<Upload | { readonly refused: UploadRefusal }>;
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

/** How much may wait at once. */
export interface WaitingLimits {
  readonly filesEach: number;
  readonly bytes: number;
}

/** A person works at a few files at a time; all of them together must leave the disk to the data. */
export const WAITING_LIMITS: WaitingLimits = { filesEach: 20, bytes: 2_000_000_000 };

const STEM = "upload-";
/** What the platform calls the folder of a form's files while it is answered; a crash leaves them behind. */
const PASSING = "arriving-";
const NOTE = "upload.json";
const CONTENT = "content";
const REJECTED = "rejected.csv";
const OWNER_ONLY = { folder: 0o700, file: 0o600 } as const;

/** Opens the room for uploads in a folder outside the folder of all data. */
export function openUploads(folder: string, limits: WaitingLimits = WAITING_LIMITS): Uploads {
  const at = (id: string, name = "") => join(folder, id, name);
  const note = (upload: Upload) => writeFile(at(upload.id, NOTE), JSON.stringify(upload), { mode: OWNER_ONLY.file });
  return {
    note,
    keep: async (person, file, said) => {
      await mkdir(folder, { recursive: true, mode: OWNER_ONLY.folder });
      const refused = roomRefusal(await waitingIn(folder), { person, size: file.size }, limits);
      if (refused !== undefined) return { refused };
      const id = basename(await mkdtemp(join(folder, STEM)));
      const upload = { id, person, said, name: plainName(file.name), file: at(id, CONTENT) };
      const out = createWriteStream(upload.file, { mode: OWNER_ONLY.file, flags: "wx" });
      await pipeline(Readable.fromWeb(file.stream()), out);
      await note(upload);
      return upload;
    },
    find: async (id, person) => {
      if (!/^upload-[A-Za-z0-9]{1,20}$/.test(id)) return undefined;
      const upload = await noted(at(id, NOTE));
      return upload?.person === person ? upload : undefined;
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
    if (!id.startsWith(STEM) && !id.startsWith(PASSING)) continue;
    const touched = await stat(join(folder, id, NOTE)).catch(() => stat(join(folder, id)));
    if (touched.mtime >= before) continue;
    await rm(join(folder, id), { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}

interface Waiting {
  readonly person: string;
  readonly bytes: number;
}

async function waitingIn(folder: string): Promise<readonly Waiting[]> {
  const ids = (await readdir(folder)).filter((id) => id.startsWith(STEM));
  const found = ids.map(async (id): Promise<Waiting> => {
    const [upload, content] = await Promise.all([
      noted(join(folder, id, NOTE)),
      stat(join(folder, id, CONTENT)).catch(() => undefined),
    ]);
    return { person: upload?.person ?? "", bytes: content?.size ?? 0 };
  });
  return Promise.all(found);
}

async function noted(path: string): Promise<Upload | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Upload);
}

function roomRefusal(
  waiting: readonly Waiting[],
  sent: { readonly person: string; readonly size: number },
  { filesEach, bytes }: WaitingLimits,
): UploadRefusal | undefined {
  if (waiting.filter(({ person }) => person === sent.person).length >= filesEach) return "too-many-wait";
  const all = waiting.reduce((total, each) => total + each.bytes, sent.size);
  return all > bytes ? "no-room" : undefined;
}

/** Names that Windows takes for devices, whatever follows the first dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const LONGEST_NAME = 120;

/** A name without folders or signs that a file system or a page could take for something else. */
export function plainName(name: string): string {
  const plain = basename(name.replaceAll("\\", "/"))
    .replaceAll(/[^\p{L}\p{N}._ -]/gu, "-")
    .replace(/^[.\s]+/, "")
    .replace(DEVICE, (device) => `file-${device}`);
  return (
    [...plain]
      .slice(-LONGEST_NAME)
      .join("")
      .replace(/[.\s]+$/, "") || "file"
  );
}
