import { type Sight, sees } from "#platform/access/sight.ts";
import type { LoadFile, PublishedLoad } from "./load.ts";
import { ALL } from "./publish.ts";

/** A load before it is published, as far as it matters whose place it takes. */
interface Placed extends Pick<PublishedLoad, "batch" | "corrects"> {
  readonly files: readonly LoadFile[];
}

/**
 * Whether a load would take the place of rows of owners out of the sight of whoever loads it: in its batch and one of its
 * months stands a load that holds such rows. Corrected rows take nobody's place, and open data is anybody's to bring up to
 * date.
 */
export function takesFromOthers(
  loads: readonly PublishedLoad[],
  { batch, corrects, files }: Placed,
  sight: Sight,
): boolean {
  if (corrects !== null) return false;
  const months = new Set(files.map(({ month }) => month));
  const isOthers = ({ month, owner }: LoadFile) => months.has(month) && owner !== ALL && !sees(sight, owner);
  return loads.some((each) => each.batch === batch && each.corrects === null && each.files.some(isOthers));
}
