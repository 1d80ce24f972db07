import { createHash } from "node:crypto";
import { relative } from "node:path";
import type { References } from "./binding.ts";
import type { Recognised } from "./recognition.ts";
import type { LoadRequest } from "./request.ts";

/** What makes a load what it is, beside its request. */
interface Naming {
  readonly hash: string;
  readonly batch: string;
  readonly references: References;
  readonly root: string;
  /** The owner by which a file is cut that lay there uncut before. */
  readonly cutBy?: string;
}

/**
 * The name of a load: the same for the same file loaded in the same way against the same references, so that loading it
 * twice changes nothing.
 */
export function loadName(
  request: LoadRequest,
  { dataset, intake }: Recognised,
  { hash, batch, references, root, cutBy }: Naming,
): string {
  const settings = Object.entries(request.settings ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const against = [...references]
    .map(([name, paths]) => [name, ...paths.map((path) => relative(root, path)).toSorted()])
    .toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  const made = [hash, dataset.table.name, intake.layout.name, request.status, batch, request.corrects ?? null];
  const said = [request.madeUp ?? false, request.standIn ?? null, settings, against];
  return createHash("sha256")
    .update(JSON.stringify(cutBy === undefined ? [made, said] : [made, said, cutBy]))
    .digest("hex")
    .slice(0, 20);
}
