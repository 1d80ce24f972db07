import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfiguration } from "#app/configuration.ts";
import { openService, type Service } from "#app/service.ts";
import { day, financialYear, month, yearOf } from "#kernel/period.ts";
import { loadRefusalWords } from "#platform/lake/index.ts";
import { testDatabase } from "#platform/record/testing.ts";
import {
  attendanceLines,
  MEMBERSHIP_LINES,
  ORGANISATION_LINES,
  priceLines,
  spellLines,
} from "../../src/features/activity/examples/example-files.ts";

export const NOW = new Date("2008-05-06T09:00:00Z");
export const [OURS, THEIRS] = ["9A1", "9A2"];
/** A practice of each PCT. */
export const [OUR_PRACTICE, THEIR_PRACTICE] = ["X81001", "X82001"];

/** So many rows that their count is found nowhere else, and a code that no other row has. */
const ROWS = 1379;
const HRG = "ZB77Z";

/** Two PCTs of one region, each with files of its own, and one file that holds rows of both. */
export interface TwoPcts {
  readonly service: Service;
  readonly snapshots: Readonly<Record<string, string>>;
  /** What stands only in files, counts and rows of the other PCT; its own people find each of these somewhere. */
  readonly marks: readonly RegExp[];
  /** The loads of the other PCT's own files. */
  readonly theirLoads: readonly string[];
  close(): Promise<void>;
}

type Lines = readonly string[];

/** What belongs to one PCT: its files by name. All names, ids and labels of theirs hold `bseed`. */
const OUR_FILES: Readonly<Record<string, Lines>> = {
  "spells-april.csv": spellLines("2008-04"),
  "lists.csv": lists(OUR_PRACTICE, 1200),
  "need.csv": need(OUR_PRACTICE, "1200", "1260.5"),
  "envelope.csv": envelope(OURS, "Hospital care", "500000.00"),
  "costed.csv": costed(OUR_PRACTICE, "District nursing", "2008-04"),
};
const THEIR_FILES: Readonly<Record<string, Lines>> = {
  "bseed-spells.csv": theirSpells(),
  "bseed-lists.csv": lists(THEIR_PRACTICE, 765_432),
  "bseed-need.csv": need(THEIR_PRACTICE, "4321.5", "5432.1"),
  "bseed-envelope.csv": envelope(THEIRS, "Bseed care", "98765.43"),
  "bseed-costed.csv": costed(THEIR_PRACTICE, "Bseed nursing", "2008-07"),
  "bseed-qof.csv": ["practice,year,points", `${THEIR_PRACTICE},2008/09,998.75`],
};
const MARKS = [/bseed/i, /\bZB77Z\b/, /\b1,?379\b/, /\b765,?432\b/, /\b4,?321\.5/, /\b5,?432\.1/, /\b98,?765\b/];

/** Opens the product over a database of its own and loads everything through its own door. */
export async function openTwoPcts(): Promise<TwoPcts> {
  const folder = mkdtempSync(join(tmpdir(), "chilford-wall-"));
  const database = await testDatabase();
  const configuration = readConfiguration({
    CHILFORD_DATA: join(folder, "data"),
    CHILFORD_KEY_FILE: join(folder, "key"),
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
  });
  const service = await openService(configuration, { mode: "server", reading: [folder], now: () => NOW });
  const load = async (name: string, lines: Lines, batch = "all"): Promise<string> => {
    const file = join(folder, name);
    writeFileSync(file, `${lines.join("\n")}\n`);
    const outcome = await service.lake.load({ file, batch, status: "final", actor: "analyst", at: NOW });
    if (outcome.kind === "published") return outcome.load;
    throw new Error(`${name}: ${outcome.kind === "refused" ? outcome.refused.map(loadRefusalWords) : outcome.kind}`);
  };
  for (const [name, lines] of standing()) await load(name, lines);
  for (const [name, lines] of Object.entries(OUR_FILES)) await load(name, lines, "ours");
  const theirLoads: string[] = [];
  for (const [name, lines] of Object.entries(THEIR_FILES)) theirLoads.push(await load(name, lines, "theirs"));
  await load("attendances-of-both.csv", [...attendanceLines("2008-04"), ...theirAttendances()]);
  const snapshots = { [OURS]: await publish(service, OURS), [THEIRS]: await publish(service, THEIRS) };
  return {
    ...{ service, snapshots, theirLoads },
    marks: [...MARKS, ...theirLoads.map((id) => new RegExp(id))],
    close: async () => {
      await service.close();
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

function standing(): readonly (readonly [string, Lines])[] {
  const years = [priceLines("2008/09", 2000), priceLines("2009/10", 2100)];
  const prices = ["admitted", "outpatient", "emergency", "factors"].map((kind): readonly [string, Lines] => {
    const [first = [], second = []] = years.map((each) => each[kind] ?? []);
    return [`${kind}.csv`, [...first, ...second.slice(1)]];
  });
  return [["organisations.csv", ORGANISATION_LINES], ["memberships.csv", MEMBERSHIP_LINES], ...prices];
}

/** Their July: no other file has one. */
function theirSpells(): Lines {
  const [head = "", row = ""] = spellLines("2008-07");
  const their = row.replace(OUR_PRACTICE, THEIR_PRACTICE);
  const rows = Array.from({ length: ROWS }, (_, at) => their.replace("S1-2008-07", `bseed-${at}`));
  return [head, ...rows.map((line, at) => (at === 0 ? line.replace("AA22C", HRG) : line))];
}

function theirAttendances(): Lines {
  const rows = attendanceLines("2008-04").slice(1);
  return rows.map((line) => line.replace(OUR_PRACTICE, THEIR_PRACTICE).replace(/^/, "bseed-"));
}

function lists(practice: string, patients: number): Lines {
  return ["practice,as_at,sex,age_band,patients", `${practice},2008-04-01,1,0-4,${patients}`];
}

function need(practice: string, population: string, weighted: string): Lines {
  return [
    "practice,year,component,population,weighted_population",
    `${practice},2008/09,acute,${population},${weighted}`,
  ];
}

function envelope(pct: string, label: string, amount: string): Lines {
  return [
    "pct,year,line,label,service,amount,method,activities,component,level,purpose",
    `${pct},2009/10,acute,${label},acute,${amount},weighted-capitation,,acute,practice,care`,
  ];
}

function costed(practice: string, description: string, at: string): Lines {
  return [
    "practice,month,service_line,provider,description,quantity,cost",
    `${practice},${at},community,,${description},1,10.00`,
  ];
}

async function publish({ snapshots }: Service, commissioner: string): Promise<string> {
  const snapshot = await snapshots.publish(
    {
      ...{ commissioner, sight: [commissioner], place: "england", on: day("2009-04-01") },
      months: ["2008-04", "2008-05", "2008-06", "2008-07"].map(month),
      ...{ pricesOf: (year) => year, yearOf, budgetYear: financialYear("2009/10") },
    },
    { actor: "analyst", at: NOW },
  );
  if ("refused" in snapshot) throw new Error(JSON.stringify(snapshot));
  return snapshot.id;
}
