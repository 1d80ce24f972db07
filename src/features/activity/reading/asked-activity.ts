import type { Directory } from "#features/organisations/index.ts";
import { isMonth, type Month } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import type { Subject } from "#platform/access/person.ts";
import type { Sight } from "#platform/access/sight.ts";
import { POINTS_OF_DELIVERY, type PointOfDelivery } from "../rules/point-of-delivery.ts";
import type { Snapshot } from "../snapshot.ts";
import type { ActivityWiring } from "../wiring.ts";

/** The months that are asked for: all of a snapshot, or one of them. */
export interface MonthSpan {
  readonly first: Month;
  readonly last: Month;
  /** The month, where one alone is asked for. */
  readonly only?: Month;
}

/** The snapshot of an id; throws NotFound where none was published of a commissioner in sight. */
export async function askedSnapshot(
  { snapshots }: Pick<ActivityWiring, "snapshots">,
  id: string,
  sight: Sight,
): Promise<Snapshot> {
  const snapshot = /^[0-9a-f]{1,64}$/.test(id) ? await snapshots.find(id, sight) : undefined;
  if (snapshot === undefined) throw new NotFound(`No snapshot of activity has the name ${id}.`);
  return snapshot;
}

/** The months asked for; throws NotFound for one that the snapshot does not hold. */
export function askedMonths({ id, months }: Snapshot, asked: string | null | undefined): MonthSpan {
  const held = months.map(({ month }) => month).toSorted();
  if (asked !== null && asked !== undefined && asked !== "") {
    if (!isMonth(asked) || !held.includes(asked))
      throw new NotFound(`Snapshot ${id} does not hold the month ${asked}.`);
    return { first: asked, last: asked, only: asked };
  }
  const [first, last] = [held[0], held.at(-1)];
  if (first === undefined || last === undefined) throw new NotFound(`Snapshot ${id} holds no month.`);
  return { first, last };
}

/** The point of delivery of a name; throws NotFound where there is none. */
export function askedPoint(text: string): PointOfDelivery {
  if (!Object.hasOwn(POINTS_OF_DELIVERY, text)) throw new NotFound(`There is no point of delivery called ${text}.`);
  return text as PointOfDelivery;
}

/**
 * Whose affairs a practice's activity is: its own, those of who looks after its patients now, and of all above it and
 * above the PCT that pays; the practices of that PCT are its peers.
 */
export async function activitySubject(
  wiring: Pick<ActivityWiring, "snapshots" | "directory">,
  { snapshot: id, practice }: { readonly snapshot: string; readonly practice: string },
  sight: Sight,
): Promise<Subject> {
  const snapshot = await askedSnapshot(wiring, id, sight);
  return subjectOf(await wiring.directory(), snapshot, practice);
}

/**
 * Whose affairs the single rows of a practice's activity are: the practice's and the paying PCT's, and not those of the
 * group or locality between, whose leads come from other practices.
 */
export async function rowsSubject(
  wiring: Pick<ActivityWiring, "snapshots" | "directory">,
  asked: { readonly snapshot: string; readonly practice: string },
  sight: Sight,
): Promise<Subject> {
  const { organisation, within } = await activitySubject(wiring, asked, sight);
  const { organisations } = await wiring.directory();
  const isBetween = (code: string) => ["group", "locality"].includes(organisations.get(code)?.kind ?? "");
  return { organisation, within: within.filter((code) => !isBetween(code)) };
}

function subjectOf(directory: Directory, { commissioner, on }: Snapshot, practice: string): Subject {
  const now = directory.asItIsNow(practice, on);
  const within = [
    ...directory.within(practice, on),
    ...(now === undefined ? [] : [now]),
    ...directory.within(commissioner, on),
  ];
  return { organisation: practice, within: [...new Set(within)], peers: directory.membersOf(commissioner, on) };
}
