import type { Directory } from "#features/organisations/index.ts";
import type { Rulebook } from "#features/rulebook/index.ts";
import { dayInLondon } from "#kernel/period.ts";
import type { Sight } from "#platform/access/sight.ts";
import { protect } from "#platform/disclosure/protect.ts";
import type { EarlierRelease, PublishedTable } from "#platform/disclosure/published.ts";
import type { ActivityReleased, Prepared } from "../decisions/release.ts";
import type { Snapshot, Snapshots } from "../snapshot.ts";
import { type Marts, readYears, type YearOfActivity } from "./activity-tables.ts";
import { releaseProfile } from "./release-profile.ts";
import type { ReleasedContent, ReleasedYear } from "./released-content.ts";

/** What preparing a release needs, and what was released of the same PCT before. */
export interface Preparing {
  readonly wiring: Marts & {
    readonly snapshots: Pick<Snapshots, "find">;
    readonly rulebook: Rulebook;
    readonly directory: () => Promise<Directory>;
  };
  readonly sight: Sight;
  readonly at: Date;
  readonly before: readonly ActivityReleased[];
  readonly contentOf: (release: ActivityReleased) => ReleasedContent;
  /** Keeps what will be shown and gives its hash. */
  readonly keep: (content: ReleasedContent) => string;
}

/** Protects a snapshot's tables together with all that was released of the PCT before, and keeps what may be shown. */
export async function prepareRelease(preparing: Preparing, snapshot: Snapshot): Promise<Prepared> {
  const { wiring, sight, at, keep } = preparing;
  const on = dayInLondon(at);
  const { profile, sentence, source } = releaseProfile(wiring.rulebook, snapshot.place, on);
  const years: ReleasedYear[] = [];
  for (const activity of await readYears(wiring, snapshot, sight)) {
    const earlier = await earlierOf(preparing, activity);
    const done = await protect(activity.counts, profile, { earlier, withExactBeside: true });
    if (done.kind === "given away") return { ...done, year: activity.year };
    years.push({ year: activity.year, counts: done.published, pence: penceBeside(activity, done.published) });
  }
  if (years.length === 0) return { kind: "nothing counted" };
  const { commissioner: pct, id } = snapshot;
  const names = await namesOf(preparing, pct, years);
  const content = { pct, snapshot: id, on, profile: { sentence, source }, names, years };
  const hash = keep(content);
  const released = { release: hash.slice(0, 16), pct, snapshot: id, on, months: spanOf(snapshot) };
  return { kind: "ready", released: { ...released, profile: profile.name, content: hash } };
}

/** The same year in earlier releases, with the counts behind it as they were in the snapshot that was released. */
async function earlierOf(
  { wiring, sight, before, contentOf }: Preparing,
  { year }: YearOfActivity,
): Promise<readonly EarlierRelease[]> {
  const found: EarlierRelease[] = [];
  for (const release of before) {
    const published = contentOf(release).years.find((each) => each.year === year)?.counts;
    const snapshot = await wiring.snapshots.find(release.snapshot, sight);
    if (published === undefined) continue;
    const behind = snapshot && (await readYears(wiring, snapshot, sight)).find((each) => each.year === year);
    if (behind === undefined) throw new Error(`What was released as ${release.release} cannot be read any more`);
    found.push({ table: behind.counts, published });
  }
  return found;
}

function penceBeside({ pence }: YearOfActivity, counts: PublishedTable): readonly (number | null)[] {
  return pence.counts.map((amount, cell) => (counts.exactBeside[cell] ? amount : null));
}

async function namesOf({ wiring }: Preparing, pct: string, years: readonly ReleasedYear[]) {
  const directory = await wiring.directory();
  const practices = years.flatMap(({ counts }) => counts.dimensions[0]?.codes ?? []);
  return Object.fromEntries([pct, ...practices].map((code) => [code, directory.organisation(code).name]));
}

function spanOf({ months }: Snapshot): ActivityReleased["months"] {
  const held = months.map(({ month }) => month).toSorted();
  const [first, last] = [held[0], held.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("A snapshot holds at least one month");
  return { first, last };
}
