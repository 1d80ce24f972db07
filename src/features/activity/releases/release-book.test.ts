import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attack } from "#platform/disclosure/examples/attacker.ts";
import { foundBy } from "#platform/disclosure/examples/random-releases.ts";
import { publishBusy } from "../examples/busy-months.ts";
import { EXAMPLE_NOW, type ExampleDesk, openExampleDesk } from "../examples/example-desk.ts";
import type { Snapshot } from "../snapshot.ts";
import { readYears } from "./activity-tables.ts";
import { releaseRefusalWords } from "./refusals.ts";
import { openReleases } from "./release-book.ts";

const BY = { actor: "officer", at: EXAMPLE_NOW, authority: "PCT information at 9A1", sight: ["9A1"] };

let desk: ExampleDesk;
let snapshots: readonly Snapshot[];
beforeAll(async () => {
  desk = await openExampleDesk();
  const first = await publishBusy(desk, ["2008-06", "2008-07"], ["2008-04", "2008-05", "2008-06", "2008-07"]);
  const second = await publishBusy(
    desk,
    ["2008-07", "2008-08"],
    ["2008-04", "2008-05", "2008-06", "2008-07", "2008-08"],
  );
  snapshots = [first, second];
  for (const snapshot of snapshots) {
    const made = await desk.wiring.releases.release(snapshot, BY);
    if ("refused" in made) throw new Error(JSON.stringify(made));
  }
});
afterAll(() => desk.close());

/** What was released of the one year there is, the oldest release first, with the counts behind it. */
async function releasedTables() {
  const { releases } = desk.wiring;
  const all = (await releases.all()).toReversed();
  return Promise.all(
    all.map(async (release, at) => {
      const [year] = releases.content(release).years;
      const snapshot = snapshots[at];
      const [behind] = snapshot === undefined ? [] : await readYears(desk.wiring, snapshot, ["9A1"]);
      if (year === undefined || behind === undefined) throw new Error("Nothing was released");
      return { year, behind };
    }),
  );
}

describe("releasing activity", () => {
  test("is on record with the snapshot, the profile and the hash of what is shown, which stays as it is", async () => {
    const [event] = await desk.record.past("release/9A1");
    expect(event).toMatchObject({ actor: "officer", authority: "PCT information at 9A1", type: "ActivityReleased" });
    expect(event?.data).toMatchObject({ pct: "9A1", snapshot: snapshots[0]?.id, profile: "suppressed" });
    const [newest] = await desk.wiring.releases.all();
    expect(newest?.snapshot).toBe(snapshots[1]?.id);
    expect(newest && desk.wiring.releases.content(newest).names).toMatchObject({ X81002: "Church Street" });
  });

  test("shows no small count, and some that are not", async () => {
    const cells = (await releasedTables()).flatMap(({ year }) => year.counts.cells);
    expect(cells.filter((cell) => typeof cell === "number" && cell > 0 && cell < 6)).toEqual([]);
    expect(cells.filter((cell) => typeof cell === "number" && cell >= 6).length).toBeGreaterThan(10);
    expect(cells.filter((cell) => cell === "suppressed").length).toBeGreaterThan(10);
  });

  test("leaves nothing to be recovered from both releases together, though a month came again with other figures", async () => {
    const tables = await releasedTables();
    expect(tables).toHaveLength(2);
    const found = await attack(tables.map(({ year, behind }) => foundBy(behind.counts, year.counts)));
    expect(found.recovered).toEqual([]);
    expect(found.narrowest).toBeGreaterThanOrEqual(3);
  });

  test("gives money only where neither the count nor any that it adds up is suppressed", async () => {
    for (const { year } of await releasedTables()) {
      const hidden = year.counts.cells.map((cell) => typeof cell !== "number");
      expect(year.pence.filter((pence, cell) => pence !== null && hidden[cell])).toEqual([]);
      expect(year.pence.at(-1)).toBe(null);
      expect(year.pence.some((pence) => pence !== null && pence > 0)).toBe(true);
    }
  });

  test("is refused for a snapshot that was released before, and that is on record too", async () => {
    const [first] = snapshots;
    if (first === undefined) throw new Error("There is a first snapshot");
    const again = await desk.wiring.releases.release(first, BY);
    if (!("refused" in again)) throw new Error("It was released twice");
    expect(again.refused.map(releaseRefusalWords)[0]).toContain("This snapshot was released on 2009-05-01 as");
    const [latest] = await desk.record.history({ stream: "release/9A1", limit: 1 });
    expect(latest).toMatchObject({ kind: "refused", type: "release activity" });
  });

  test("is refused where a snapshot holds nothing that could be counted", async () => {
    const { wiring, record, snapshot } = desk;
    const files = { keep: () => "", read: () => new Uint8Array(), has: () => false };
    const releases = openReleases({ ...wiring, record, files });
    const empty = { ...snapshot, id: "ffff", commissioner: "9A2", marts: [] };
    const refused = await releases.release(empty, { ...BY, sight: ["9A2"] });
    expect(refused).toMatchObject({ refused: [{ code: "nothing-counted", facts: { snapshot: "ffff" } }] });
  });
});
