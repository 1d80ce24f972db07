import { mkdirSync, rmSync } from "node:fs";
import type { Day } from "#kernel/period.ts";
import { foundCounty, SAMPLE_BATCH, SAMPLE_PEOPLE } from "#sample/index.ts";
import type { Service } from "./service.ts";
import { readSetting, writeSetting } from "./setting.ts";

const SEED = 2008;

/** What each kind of invented person may see, in a sentence, and where they begin. */
const ROLES: Readonly<Record<string, string>> = {
  "practice manager": "Their own practice's budget, activity and patients' rows, and their peers by name.",
  "locality chair": "The group's money and that of its member practices.",
  "PCT finance": "Everything of their PCT. They load files, make drafts, record reviews and issue budgets.",
  region: "Every PCT of the region, as far as budgets are issued.",
  public: "What has been issued in all, the rules and their sources.",
};

/**
 * Makes the invented county in an empty data folder, or finishes one that was left half made; leaves a folder alone
 * that holds anything else.
 */
export async function foundFenmere(
  service: Service,
  folder: string,
  say: (line: string) => void,
  scale = 1,
): Promise<void> {
  const { root } = service.folders;
  const loads = await service.lake.loads();
  if (readSetting(root) !== undefined || loads.some(({ batch }) => batch !== SAMPLE_BATCH)) return;
  say("Making the invented county of Fenmere: everything in it is made up. This takes a minute, once.");
  mkdirSync(folder, { recursive: true });
  let last = "";
  await foundCounty({
    ...service,
    folder,
    seed: SEED,
    scale,
    at: (on: Day) => new Date(`${on}T09:00:00Z`),
    tell: (what, done, of) => {
      const stage = what.replace(/[ /]\S*$/, "");
      if (stage !== last) say(`  ${stage} (${done} of ${of})`);
      last = stage;
    },
  });
  rmSync(folder, { recursive: true });
  writeSetting(root, {
    name: "Fenmere",
    madeUp: "Fenmere, its practices, its people and its patients are invented.",
    today: "2008-05-06",
    people: SAMPLE_PEOPLE.map((person) => ({ ...person, sees: ROLES[person.posts[0]?.role ?? ""] ?? "", begins: "/" })),
  });
}
