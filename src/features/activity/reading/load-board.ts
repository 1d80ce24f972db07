import type { Directory } from "#features/organisations/index.ts";
import { listDays } from "#features/populations/index.ts";
import { type Day, day, dayInLondon, firstDayOf, isMonth, monthOf, monthsLater } from "#kernel/period.ts";
import type { Sight } from "#platform/access/sight.ts";
import type { LoadPart } from "#platform/lake/index.ts";
import { duesAfter, LISTS } from "../rules/dues.ts";
import { type Arrival, type Due, type ExpectedLoad, expectedLoads } from "../rules/expected-loads.ts";
import type { ActivityWiring } from "../wiring.ts";

/** For whom the board is drawn, and as of which day. */
export interface BoardQuery {
  readonly sight: Sight;
  readonly asOf: Day;
}

type Wiring = Pick<ActivityWiring, "engine" | "lake" | "rulebook" | "directory">;

/** What is expected of each PCT in sight and what came of it by a day. */
export async function readLoadBoard(wiring: Wiring, { sight, asOf }: BoardQuery): Promise<readonly ExpectedLoad[]> {
  const directory = await wiring.directory();
  const parts = await wiring.lake.parts({ sight });
  const monthly = parts.flatMap((part) => monthlyArrival(part, directory) ?? []);
  const lists = await listArrivals(
    wiring,
    parts.filter(({ dataset }) => dataset === LISTS),
    directory,
  );
  const inSight = [...monthly, ...lists].filter(({ pct }) => sight === "everywhere" || sight.includes(pct));
  const dues = new Map<string, readonly Due[]>();
  const duesOf = (pct: string) => {
    const known = dues.get(pct) ?? duesIn(wiring, directory, pct, asOf);
    dues.set(pct, known);
    return known;
  };
  return expectedLoads(duesOf, inSight, asOf);
}

function monthlyArrival(
  { dataset, owner, month, status, at, load }: LoadPart,
  directory: Directory,
): Arrival | undefined {
  if (!isMonth(month) || directory.organisation(owner).kind !== "pct") return undefined;
  return { dataset, pct: owner, period: month, status, on: dayInLondon(new Date(at)), load };
}

/** Lists by the quarters as of which they are held: what a load holds is asked of its files, all owners at once. */
async function listArrivals(
  { engine }: Wiring,
  parts: readonly LoadPart[],
  directory: Directory,
): Promise<readonly Arrival[]> {
  const arrivals: Arrival[] = [];
  for (const [load, own] of Map.groupBy(parts, (part) => part.load)) {
    const [first] = own;
    if (first === undefined) continue;
    const rows = await engine.query(listDays, { files: { lists: own.map(({ file }) => file) }, values: {} });
    const places = new Set(rows.flatMap(({ practice, as_at }) => placeOf(directory, practice, day(as_at)) ?? []));
    for (const place of places) {
      const [pct = "", quarter = ""] = place.split(" ");
      const on = dayInLondon(new Date(first.at));
      arrivals.push({ dataset: LISTS, pct, period: day(quarter), status: first.status, on, load });
    }
  }
  return arrivals;
}

function placeOf(directory: Directory, practice: string, asAt: Day): string | undefined {
  const pct = directory.parentOf(practice, "pct", asAt);
  return pct === undefined ? undefined : `${pct} ${quarterStart(asAt)}`;
}

function quarterStart(on: Day): Day {
  const month = monthOf(on);
  return firstDayOf(monthsLater(month, -((Number(month.slice(5)) - 1) % 3)));
}

function duesIn({ rulebook }: Wiring, directory: Directory, pct: string, on: Day): readonly Due[] {
  const place = rulebook.placeOf(directory.within(pct, on)) ?? rulebook.placeOf([pct]);
  const value = (rule: Parameters<typeof rulebook.inForce>[1]) =>
    rulebook.inForce(place?.id ?? "england", rule, on).value as number;
  return duesAfter({
    provisionalActivity: value("arrival.activity-provisional-days"),
    finalActivity: value("arrival.activity-final-days"),
    prescribing: value("arrival.prescribing-days"),
    lists: value("arrival.list-days"),
  });
}
