import { createHash } from "node:crypto";
import { join, relative } from "node:path";
import type { Rulebook } from "#features/rulebook/index.ts";
import { accept, isRefused, type Refusal } from "#kernel/decision.ts";
import type { Day, FinancialYear, Month } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import { OPEN_DATA, type Sight, sees } from "#platform/access/sight.ts";
import type { Engine } from "#platform/engine/index.ts";
import type { Lake } from "#platform/lake/index.ts";
import type { Authorship, Json, Record as PeoplesRecord } from "#platform/record/index.ts";
import {
  type ActivityMart,
  type MartProgress,
  type MonthOfActivity,
  makeActivityMarts,
} from "./marts/make-activity-marts.ts";
import type { PriceFiles } from "./pricing/price-files.ts";
import { pricingTermsInForce } from "./pricing/terms-in-force.ts";

/** What a snapshot is to hold: a commissioner's activity of some months, priced by the rules of a place on a day. */
export interface SnapshotRequest {
  readonly commissioner: string;
  /** For whom it is made: the commissioner must be in sight. */
  readonly sight: Sight;
  readonly months: readonly Month[];
  /** The place whose rules price it, and the day on which they are read. */
  readonly place: string;
  readonly on: Day;
  /** The year whose prices stand for those of a year: itself, unless a rule says another stands in. */
  readonly pricesOf: (year: FinancialYear) => FinancialYear;
  readonly yearOf: (month: Month) => FinancialYear;
  readonly budgetYear: FinancialYear;
}

/** The months of a snapshot with the files of the lake they came from and the prices they were priced at. */
export interface SnapshotMonth {
  readonly month: Month;
  readonly ownPrices: FinancialYear;
  readonly files: Readonly<Record<keyof MonthOfActivity["files"], readonly string[]>>;
}

/** A published list of files: what pages read, and all it was made from. Paths lie in the folder of all data. */
export interface Snapshot {
  readonly id: string;
  readonly commissioner: string;
  readonly place: string;
  readonly on: Day;
  readonly budgetPrices: FinancialYear;
  readonly months: readonly SnapshotMonth[];
  readonly prices: Readonly<Record<string, PriceFiles>>;
  readonly marts: readonly ActivityMart[];
}

/** Snapshots of activity: made from the lake, published in one event, read by their id. */
export interface Snapshots {
  /** Makes what is not there yet and publishes it; the same activity, prices and rules give the same snapshot. */
  publish(
    request: SnapshotRequest,
    by: Authorship,
    tell?: (progress: MartProgress) => void,
  ): Promise<Snapshot | { readonly refused: readonly Refusal<"repeated-price">[] }>;
  /** A snapshot that was published; nothing where there is none of a commissioner in sight. */
  find(id: string, sight: Sight): Promise<Snapshot | undefined>;
}

interface Wiring {
  readonly engine: Engine;
  readonly lake: Lake;
  readonly record: PeoplesRecord;
  readonly rulebook: Rulebook;
}

const DATASETS = {
  spells: "spell",
  attendances: "attendance",
  emergency: "emergency",
  costed: "costed",
  prescribing: "prescribing",
} as const;

export function openSnapshots(wiring: Wiring): Snapshots {
  const { record } = wiring;
  return {
    publish: async (request, by, tell) => {
      const made = await make(wiring, request, tell);
      if ("refused" in made) return made;
      const stream = streamOf(made.id);
      const decision = await record.perform({
        stream,
        command: "publish snapshot",
        ...by,
        decide: (past) =>
          past.length > 0 ? accept() : accept({ stream, type: "SnapshotPublished", data: made as unknown as Json }),
      });
      if (isRefused(decision)) throw new Error("Publishing a snapshot is never refused");
      return made;
    },
    find: async (id, sight) => {
      const [published] = await record.past(streamOf(id));
      const found = published?.data as unknown as Snapshot | undefined;
      return found !== undefined && sees(sight, found.commissioner) ? found : undefined;
    },
  };
}

function streamOf(id: string): string {
  return `snapshot/${id}`;
}

async function make(
  { engine, lake, rulebook }: Wiring,
  request: SnapshotRequest,
  tell?: (progress: MartProgress) => void,
): Promise<Snapshot | { readonly refused: readonly Refusal<"repeated-price">[] }> {
  const { commissioner, sight, place, on, pricesOf, yearOf, budgetYear } = request;
  if (!sees(sight, commissioner)) throw new NotFound(`No activity of ${commissioner} is held that you may see.`);
  const terms = pricingTermsInForce(rulebook, place, on);
  const budgetPrices = pricesOf(budgetYear);
  const months = await Promise.all(
    request.months.map(async (month): Promise<SnapshotMonth> => {
      const files = await filesOfMonth(lake, commissioner, month, sight);
      return { month, ownPrices: pricesOf(yearOf(month)), files };
    }),
  );
  const years = [...new Set([budgetPrices, ...months.map(({ ownPrices }) => ownPrices)])].toSorted();
  const lists = await priceFiles(lake);
  const prices = new Map(years.map((year) => [year, lists]));
  const made = await makeActivityMarts(
    engine,
    {
      root: lake.root,
      months: months.map(({ month, ownPrices, files }) => ({
        month,
        files,
        priceYears: [...new Set([ownPrices, budgetPrices])],
      })),
      prices,
      terms,
    },
    tell,
  );
  if ("refused" in made) return made;
  const within = (paths: readonly string[]) => paths.map((path) => relative(lake.root, path));
  const snapshot = {
    commissioner,
    place,
    on,
    budgetPrices,
    months: months.map((each) => ({
      ...each,
      files: Object.fromEntries(
        Object.entries(each.files).map(([kind, paths]) => [kind, within(paths)]),
      ) as unknown as SnapshotMonth["files"],
    })),
    prices: Object.fromEntries(years.map((year) => [year, mapFiles(lists, within)])),
    marts: made.marts,
  };
  return { id: createHash("sha256").update(JSON.stringify(snapshot)).digest("hex").slice(0, 16), ...snapshot };
}

async function filesOfMonth(
  lake: Lake,
  commissioner: string,
  month: Month,
  sight: Sight,
): Promise<SnapshotMonth["files"]> {
  const found = await Promise.all(
    Object.entries(DATASETS).map(async ([kind, dataset]) => [
      kind,
      await lake.files({ dataset, sight, months: [month], owners: [commissioner] }),
    ]),
  );
  return Object.fromEntries(found) as SnapshotMonth["files"];
}

async function priceFiles(lake: Lake): Promise<PriceFiles> {
  const [admitted = [], outpatient = [], emergency = [], marketForces = []] = await Promise.all(
    ["prices-admitted", "prices-outpatient", "prices-emergency", "market-forces"].map((dataset) =>
      lake.files({ dataset, sight: OPEN_DATA }),
    ),
  );
  return { admitted, outpatient, emergency, marketForces };
}

function mapFiles(files: PriceFiles, change: (paths: readonly string[]) => readonly string[]): PriceFiles {
  const { admitted, outpatient, emergency, marketForces } = files;
  return {
    admitted: change(admitted),
    outpatient: change(outpatient),
    emergency: change(emergency),
    marketForces: change(marketForces),
  };
}

/** Whole paths of a snapshot's marts in sight at one year's prices, month by month: its own year's or the budget year's. */
export function activityMartFiles(
  root: string,
  { marts, months, budgetPrices }: Snapshot,
  prices: "own" | "budget",
  sight: Sight,
): readonly string[] {
  const yearAt = new Map(months.map(({ month, ownPrices }) => [month, prices === "own" ? ownPrices : budgetPrices]));
  return marts
    .filter(({ mart, month, priceYear }) => mart === "practice-activity" && priceYear === yearAt.get(month))
    .filter(({ commissioner }) => sees(sight, commissioner))
    .map(({ path }) => join(root, path));
}
