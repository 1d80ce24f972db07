import { rm } from "node:fs/promises";
import type { Rulebook } from "#features/rulebook/index.ts";
import type { Sight } from "#platform/access/sight.ts";
import type { Lake, LoadRequest, Outcome } from "#platform/lake/index.ts";
import type { Authorship } from "#platform/record/index.ts";
import { mostRejected } from "./most-rejected.ts";
import type { Upload, Uploads } from "./uploads.ts";

interface Reads {
  readonly lake: Lake;
  readonly rulebook: Rulebook;
}

/** An upload looked through anew, with what was found. */
export async function checkUpload(
  { lake, rulebook }: Reads,
  uploads: Uploads,
  upload: Upload,
  at: Date,
): Promise<Upload> {
  await rm(uploads.rejectedTo(upload), { force: true });
  return { ...upload, checked: await lake.check(requestOf(rulebook, uploads, upload, { actor: upload.person, at })) };
}

/** Who publishes an upload, whose files they may see, and why it is to be published although something speaks against it. */
export interface Publishing {
  readonly by: Authorship;
  readonly sight: Sight;
  readonly despite: string;
}

/** Publishes an upload, and takes it away where nothing is left to be done with it. */
export async function publishUpload(
  { lake, rulebook }: Reads,
  uploads: Uploads,
  upload: Upload,
  { by, sight, despite }: Publishing,
): Promise<Outcome> {
  const request = requestOf(rulebook, uploads, upload, by);
  const outcome = await lake.load({ ...request, sight, ...(despite !== "" && { despite }) });
  if (outcome.kind === "published" || outcome.kind === "unchanged") await uploads.drop(upload);
  else await uploads.note({ ...upload, checked: outcome });
  return outcome;
}

function requestOf(rulebook: Rulebook, uploads: Uploads, upload: Upload, by: Authorship): LoadRequest {
  const { file, name, said } = upload;
  return {
    ...said,
    file,
    name,
    ...by,
    rejectedTo: uploads.rejectedTo(upload),
    mostRejected: mostRejected(rulebook, by.at),
  };
}
