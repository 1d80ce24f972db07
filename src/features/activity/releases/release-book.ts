import type { Decision } from "#kernel/decision.ts";
import { isRefused, type Refusal } from "#kernel/decision.ts";
import type { Sight } from "#platform/access/sight.ts";
import type { ContentStore } from "#platform/files/content-store.ts";
import type { Authorship, Json, NewEvent, Record as PeoplesRecord } from "#platform/record/index.ts";
import { type ActivityReleased, decideRelease, type ReleaseRefusal } from "../decisions/release.ts";
import type { Snapshot } from "../snapshot.ts";
import { type Preparing, prepareRelease } from "./prepare-release.ts";
import type { ReleasedContent } from "./released-content.ts";

/** Activity that was made public: what was released, and the way to release more. */
export interface ReleaseBook {
  /** Protects a snapshot's tables and makes them public; or says why not. */
  release(
    snapshot: Snapshot,
    by: Authorship & { readonly sight: Sight },
  ): Promise<ActivityReleased | { readonly refused: readonly Refusal<ReleaseRefusal>[] }>;
  /** All releases, the newest first. */
  all(): Promise<readonly ActivityReleased[]>;
  /** The newest release of a PCT. */
  latest(pct: string): Promise<ActivityReleased | undefined>;
  /** One release; nothing where there is none of that name. */
  find(release: string): Promise<ActivityReleased | undefined>;
  /** What a release shows; throws ContentMissing where it is not held. */
  content(release: ActivityReleased): ReleasedContent;
}

type Wiring = Preparing["wiring"] & {
  readonly record: PeoplesRecord;
  readonly files: ContentStore;
};

const TYPE = "ActivityReleased";
/** More than there will be: a PCT releases a dozen a year. */
const MOST = 100_000;

/** Opens the book of releases over record and kept files. */
export function openReleases({ record, files, ...wiring }: Wiring): ReleaseBook {
  const content = (release: ActivityReleased): ReleasedContent =>
    JSON.parse(Buffer.from(files.read(release.content)).toString("utf8"));
  const keep = (shown: ReleasedContent): string => files.keep(Buffer.from(JSON.stringify(shown)));
  const all = async () => {
    const events = await record.history({ type: TYPE, limit: MOST });
    return events.map(({ data }) => data as unknown as ActivityReleased);
  };
  return {
    all,
    find: async (release) => (await all()).find((each) => each.release === release),
    latest: async (pct) => (await all()).find((each) => each.pct === pct),
    content,
    release: async (snapshot, { actor, at, authority, sight }) => {
      const stream = `release/${snapshot.commissioner}`;
      const before = releasesIn(await record.past(stream));
      const isKnown = before.some((each) => each.snapshot === snapshot.id);
      const preparing = { wiring, sight, at, before, contentOf: content, keep };
      const prepared = isKnown ? NOTHING : await prepareRelease(preparing, snapshot);
      const command = { snapshot: snapshot.id, after: before.at(-1)?.release, prepared };
      const decision = await record.perform({
        ...{ stream, command: "release activity", actor, at },
        ...(authority !== undefined && { authority }),
        decide: (past): Decision<NewEvent, ReleaseRefusal> =>
          asEvents(stream, decideRelease(releasesIn(past), command)),
      });
      if (isRefused(decision)) return decision;
      const [event] = decision.events;
      return event?.data as unknown as ActivityReleased;
    },
  };
}

const NOTHING = { kind: "nothing counted" } as const;

function releasesIn(past: readonly { readonly type: string; readonly data: Json }[]): readonly ActivityReleased[] {
  return past.filter(({ type }) => type === TYPE).map(({ data }) => data as unknown as ActivityReleased);
}

function asEvents(
  stream: string,
  decision: Decision<ActivityReleased, ReleaseRefusal>,
): Decision<NewEvent, ReleaseRefusal> {
  if (isRefused(decision)) return decision;
  return { events: decision.events.map((data) => ({ stream, type: TYPE, data: data as unknown as Json })) };
}
