import { join } from "node:path";
import { sheet } from "../output/standing-files.ts";
import type { FileToLoad } from "./load-files.ts";
import { AS_AT, PCT, REGION } from "./walk-through.ts";

const ORGANISATION_COLUMNS = ["code", "name", "kind", "opened", "closed", "successor"] as const;
const MEMBERSHIP_COLUMNS = ["member", "organisation", "kind", "from", "until"] as const;

/** PCTs of 2001 to 2006, which no file names; they are localities now. Names after the public data's own notes. */
const LOCALITIES = {
  "5CP": "Hertsmere",
  "5GG": "Welwyn Hatfield",
  "5GH": "North Hertfordshire and Stevenage",
  "5GJ": "South East Hertfordshire",
  "5GK": "Royston, Buntingford and Bishop's Stortford",
  "5GV": "Watford and Three Rivers",
  "5GW": "Dacorum",
  "5GX": "St Albans and Harpenden",
} as const;
const PCT_BEGAN = "2010-04-01";
/** The PCT ended with March 2013; so that its budgets of the year after have a PCT, it is taken to go on. */
const CONTINUED = { from: "2013-04-01", until: "2014-03-31" };

/** Writes what the public files lack: region, PCT and localities, and that the localities lie in the PCT. */
export function writePlainDirectory(folder: string): readonly FileToLoad[] {
  const organisation = (code: string, name: string, kind: string, opened = "") => ({
    ...{ code, name: `"${name}"`, kind, opened, closed: "", successor: "" },
  });
  const localities = Object.entries(LOCALITIES);
  sheet(folder, "organisations.csv", ORGANISATION_COLUMNS, [
    organisation(REGION, "East of England", "region"),
    organisation(PCT, "Hertfordshire PCT", "pct", PCT_BEGAN),
    ...localities.map(([code, name]) => organisation(code, name, "locality")),
  ]);
  const since = { from: PCT_BEGAN, until: "" };
  sheet(folder, "memberships.csv", MEMBERSHIP_COLUMNS, [
    { member: PCT, organisation: REGION, kind: "region", ...since },
    ...localities.map(([member]) => ({ member, organisation: PCT, kind: "pct", ...since })),
  ]);
  return [
    { path: join(folder, "organisations.csv"), batch: "places" },
    { path: join(folder, "memberships.csv"), batch: "places" },
  ];
}

/** Writes that practices stay with the PCT for the budget year, which began the day after it ended. Made up, and marked so. */
export function writeContinuation(folder: string, practices: readonly { readonly code: string }[]): FileToLoad {
  const rows = practices.map(({ code: member }) => ({ member, organisation: PCT, kind: "pct", ...CONTINUED }));
  sheet(folder, "continued.csv", MEMBERSHIP_COLUMNS, rows);
  const standIn = `Practices of ${AS_AT} stand for those of 2013/14 (hertfordshire-2013 ¶places-2).`;
  return { path: join(folder, "continued.csv"), batch: "continued", standIn, madeUp: true };
}
