import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memberships, organisations, participation, readDirectory } from "#features/organisations/index.ts";
import { loadRulebook, loadSources } from "#features/rulebook/index.ts";
import { day, financialYear, month, yearOf } from "#kernel/period.ts";
import { OPEN_DATA } from "#platform/access/sight.ts";
import { openEngine } from "#platform/engine/index.ts";
import { openContentStore } from "#platform/files/content-store.ts";
import { type Lake, loadRefusalWords, loadsReadModel, openLake } from "#platform/lake/index.ts";
import { testRecord } from "#platform/record/testing.ts";
import { activityDatasets } from "../datasets/activity-datasets.ts";
import { openReleases } from "../releases/release-book.ts";
import { openSnapshots, type Snapshot, type Snapshots } from "../snapshot.ts";
import type { ActivityWiring } from "../wiring.ts";
import { attendanceLines, MEMBERSHIP_LINES, ORGANISATION_LINES, priceLines, spellLines } from "./example-files.ts";

/** All that pages and verbs of activity need, over a few invented files, with one snapshot of two months published. */
export interface ExampleDesk {
  readonly wiring: ActivityWiring;
  readonly snapshot: Snapshot;
  readonly snapshots: Snapshots;
  readonly record: Awaited<ReturnType<typeof testRecord>>;
  readonly folder: string;
  /** Writes lines as a file outside the folder of all data, and gives its path. */
  write(name: string, lines: readonly string[]): string;
  close(): Promise<void>;
}

export const EXAMPLE_NOW = new Date("2009-05-01T09:00:00Z");

/** Opens the desk over a folder of its own. */
export async function openExampleDesk(): Promise<ExampleDesk> {
  const folder = mkdtempSync(join(tmpdir(), "chilford-desk-"));
  const scratch = join(folder, "uploads");
  mkdirSync(scratch);
  const engine = await openEngine({ folders: [folder], threads: 2 });
  const record = await testRecord([loadsReadModel]);
  const datasets = [organisations, memberships, participation, ...activityDatasets];
  const lake = openLake({ engine, record, root: join(folder, "data"), key: join(folder, "key"), datasets });
  const rulebook = loadRulebook(["rulebook"], loadSources("docs/sources"));
  const write = (name: string, lines: readonly string[]): string => {
    writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
    return join(folder, name);
  };
  await loadAll(lake, write);
  const snapshots = openSnapshots({ engine, lake, record, rulebook });
  const snapshot = await snapshots.publish(
    {
      commissioner: "9A1",
      sight: ["9A1"],
      months: [month("2008-04"), month("2008-05")],
      place: "england",
      on: day("2009-04-01"),
      pricesOf: (year) => year,
      yearOf,
      budgetYear: financialYear("2009/10"),
    },
    { actor: "analyst", at: EXAMPLE_NOW },
  );
  if ("refused" in snapshot) throw new Error(JSON.stringify(snapshot));
  const [of = [], belongs = [], signed = []] = await Promise.all(
    ["organisation", "membership", "participation"].map((dataset) => lake.files({ dataset, sight: OPEN_DATA })),
  );
  const directory = readDirectory(engine, { organisations: of, memberships: belongs, participation: signed });
  const reads = { engine, lake, snapshots, rulebook, directory: () => directory };
  const releases = openReleases({ ...reads, record, files: openContentStore(join(folder, "files")) });
  return {
    ...{ folder, snapshot, snapshots, record, write },
    wiring: { ...reads, record, releases, madeUp: "No real patient.", scratch },
    close: async () => {
      engine.close();
      await record.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function loadAll(lake: Lake, write: ExampleDesk["write"]): Promise<void> {
  const load = async (name: string, lines: readonly string[], status: "final" | "provisional" = "final") => {
    const outcome = await lake.load({ file: write(name, lines), status, actor: "analyst", at: EXAMPLE_NOW });
    if (outcome.kind === "refused") throw new Error(outcome.refused.map(loadRefusalWords).join(" "));
  };
  await load("organisations.csv", ORGANISATION_LINES);
  await load("memberships.csv", MEMBERSHIP_LINES);
  const years = [priceLines("2008/09", 2000), priceLines("2009/10", 2100)];
  for (const kind of ["admitted", "outpatient", "emergency", "factors"]) {
    const [first = [], second = []] = years.map((lists) => lists[kind] ?? []);
    await load(`${kind}.csv`, [...first, ...second.slice(1)]);
  }
  await load("spells-april.csv", spellLines("2008-04"));
  await load(
    "spells-may.csv",
    [...spellLines("2008-05"), `${spellLines("2008-05")[1]?.replace("X81001", "X99999")}`],
    "provisional",
  );
  await load("attendances-april.csv", attendanceLines("2008-04"));
}
