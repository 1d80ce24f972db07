import { batchOf, type Lake, type ListedLoad, type LoadQuery } from "#platform/lake/index.ts";
import type { SaidOfFile } from "./uploads.ts";

/** What publishing a file of something that does not come by month does to the load that counts now. */
export interface PlaceTaken {
  /** Whether the file would count, or would stand behind a final one and count for nothing. */
  readonly counts: boolean;
  /** The load that counts now; nothing where it is another's, of which no more may be said. */
  readonly instead?: ListedLoad;
}

/**
 * The load that a file would stand against: the one of its batch that counts now. Nothing where it stands alone, corrects
 * another or comes by month, since then months decide.
 */
export async function placeTaken(
  lake: Pick<Lake, "datasets" | "loads" | "standing">,
  { dataset, ...who }: LoadQuery & { readonly dataset: string },
  { status, batch, settings, corrects }: Pick<SaidOfFile, "status" | "batch" | "settings" | "corrects">,
): Promise<PlaceTaken | undefined> {
  const known = lake.datasets.find(({ table }) => table.name === dataset);
  if (known === undefined || known.month !== undefined || corrects !== undefined) return undefined;
  const place = batchOf({ ...(batch !== undefined && { batch }), ...(settings && { settings }) });
  const standing = await lake.standing({ dataset, batch: place });
  if (standing === undefined) return undefined;
  const seen = await lake.loads({ ...who, dataset });
  const instead = seen.find((load) => load.batch === place && load.corrects === null && load.status === standing);
  return { counts: status === "final" || standing === "provisional", ...(instead && { instead }) };
}
