import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Day } from "#kernel/period.ts";
import type { Person } from "#platform/access/person.ts";
import { EVERYWHERE } from "#platform/access/sight.ts";
import {
  foundCounty,
  foundHertfordshire,
  HERTFORDSHIRE_BATCH,
  HERTFORDSHIRE_MADE_UP,
  HERTFORDSHIRE_PEOPLE,
  HERTFORDSHIRE_TODAY,
  SAMPLE_BATCH,
  SAMPLE_PEOPLE,
} from "#sample/index.ts";
import { CannotStart } from "./cannot-start.ts";
import type { Service } from "./service.ts";
import { readSetting, writeSetting } from "./setting.ts";

/** How a made-up world is founded: where its files are made, what is said meanwhile, and how large it is. */
export interface FoundingPlan {
  readonly folder: string;
  readonly say: (line: string) => void;
  readonly scale?: number;
}

const SEEDS = { fenmere: 2008, hertfordshire: 2013 } as const;

/** What each kind of invented person may see, in a sentence. */
const ROLES: Readonly<Record<string, string>> = {
  "practice manager": "Their own practice's budget, activity and patients' rows, and their peers by name.",
  "locality chair": "The group's money and that of its member practices.",
  "GP lead": "The money and activity of the practices they lead, added up.",
  administrator: "Who belongs where, and what waits for a second administrator. No figures of care.",
  "PCT information": "The PCT's activity down to its rows. They load files and release activity to everybody.",
  "committee chair": "The PCT's issued budgets and activity by practice, and the register of interests.",
  "PCT finance": "Everything of their PCT. They load files, make drafts, record reviews and issue budgets.",
  region: "Every PCT of the region, as far as budgets are issued.",
  public: "What has been issued in all, the rules and their sources.",
};

/**
 * Makes the invented county in an empty data folder, or finishes one that was left half made; leaves a folder alone
 * that holds anything else.
 */
export async function foundFenmere(service: Service, { folder, say, scale = 1 }: FoundingPlan): Promise<void> {
  if (!(await isForFounding(service, SAMPLE_BATCH))) return;
  say("Making the invented county of Fenmere: everything in it is made up. This takes a minute, once.");
  mkdirSync(folder, { recursive: true });
  await foundCounty({ ...service, folder, seed: SEEDS.fenmere, scale, at: morningOf, tell: teller(say) });
  rmSync(folder, { recursive: true });
  writeSetting(service.folders.root, {
    sample: "fenmere",
    name: "Fenmere",
    madeUp: "Fenmere, its practices, its people and its patients are invented.",
    today: "2008-05-06",
    people: SAMPLE_PEOPLE.map(seen),
  });
}

/**
 * Takes Hertfordshire's public files through budgets in an empty data folder, making only what no public file has.
 * Throws CannotStart where the folder of public data is not there.
 */
export async function walkHertfordshire(
  service: Service,
  shared: string,
  { folder, say }: FoundingPlan,
): Promise<void> {
  if (!(await isForFounding(service, HERTFORDSHIRE_BATCH))) return;
  if (!existsSync(join(shared, "ods-practices"))) {
    throw new CannotStart(
      `${shared} holds no public data: there is no folder ods-practices in it. See docs/real-input.md.`,
    );
  }
  say("Loading Hertfordshire's public files, and making the care no file has. This takes some minutes, once.");
  mkdirSync(folder, { recursive: true });
  const at = morningOf;
  await foundHertfordshire({ ...service, shared, folder, seed: SEEDS.hertfordshire, at, tell: teller(say) });
  writeSetting(service.folders.root, {
    sample: "hertfordshire",
    name: "Hertfordshire, public files",
    madeUp: HERTFORDSHIRE_MADE_UP,
    today: HERTFORDSHIRE_TODAY,
    people: HERTFORDSHIRE_PEOPLE.map(seen),
  });
}

async function isForFounding({ folders, lake }: Service, batch: string): Promise<boolean> {
  if (readSetting(folders.root) !== undefined) return false;
  return (await lake.loads({ sight: EVERYWHERE })).every((load) => load.batch.startsWith(batch));
}

function seen(person: Person) {
  return { ...person, sees: ROLES[person.posts[0]?.role ?? ""] ?? "", begins: "/" };
}

function morningOf(on: Day): Date {
  return new Date(`${on}T09:00:00Z`);
}

/** Says when a stage begins, not every step of it. */
function teller(say: (line: string) => void): (what: string, done: number, of: number) => void {
  let last = "";
  return (what, done, of) => {
    const stage = what.replace(/[ /]\S*$/, "");
    if (stage !== last) say(`  ${stage} (${done} of ${of})`);
    last = stage;
  };
}
