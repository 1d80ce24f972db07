import type { Target } from "./county-people.ts";
import type { Whose, World } from "./whose.ts";

/** Whose affairs a line of the command line is about, and what follows its verb. */
export interface Line extends Pick<Whose, "about" | "absent"> {
  readonly words: (target: Target, world: World) => readonly string[];
}

const YEAR = "2008/09";

function nobody(...words: readonly string[]): Line {
  return { about: "nobody", words: () => words };
}

function ofPct(...words: readonly string[]): Line {
  return { about: "pct", words: ({ pct }) => ["--pct", pct, "--year", YEAR, ...words] };
}

function activity(...words: readonly string[]): Line {
  return {
    about: "practice",
    words: ({ pct, practice }, { snapshotOf }) => ["--snapshot", snapshotOf(pct), "--practice", practice, ...words],
  };
}

const POST = ["--role", "GP lead", "--organisation"];
const DETAILS = ["--name", "Somebody", "--email", "somebody@fens.example"];

function ofPerson(...words: readonly string[]): Line {
  return { about: "practice", words: ({ practice }, { personAt }) => [personAt(practice), ...words] };
}

/** Every verb there is, with the words that say whose affairs it is about. One that is not here fails the walk. */
export const LINES: Readonly<Record<string, Line>> = {
  "activity release": {
    about: "pct",
    words: ({ pct }, { snapshotOf }) => ["--snapshot", snapshotOf(pct)],
  },
  "activity releases": nobody(),
  "activity row": activity("--pod", "emergency"),
  "activity show": activity(),
  "backup check": nobody("nowhere"),
  "backup erasures": nobody(),
  "backup make": nobody("nowhere"),
  "budgets again": ofPct(),
  "budgets draft": ofPct(),
  "budgets envelope": ofPct(),
  "budgets explain": {
    about: "practice",
    words: ({ pct, practice }) => [pct, YEAR, `practice/${practice}/budget`],
  },
  "budgets issue": ofPct("--draft", "after-reviews"),
  "budgets ledger": ofPct(),
  "budgets list": nobody(),
  "budgets move": ofPct(),
  "budgets policy": ofPct(),
  "budgets review": {
    about: "practice",
    words: ({ practice }) => ["--practice", practice, "--year", YEAR],
  },
  "budgets show": { about: "practice", words: ({ practice }) => ["--practice", practice, "--year", YEAR] },
  disk: nobody(),
  load: nobody("none.csv"),
  "loads board": nobody(),
  "loads check": nobody("none.csv"),
  "loads list": nobody(),
  "marts prune": nobody(),
  "people confirm": { ...ofPerson("--change", "none"), absent: true },
  "people end": {
    about: "practice",
    words: ({ practice }, { personAt }) => [personAt(practice), "--post", `${personAt(practice)}-1`],
  },
  "people first-administrator": { about: "pct", words: ({ pct }) => [...DETAILS, "--organisation", pct] },
  "people give": {
    about: "practice",
    words: ({ practice }, { personAt }) => [personAt(practice), ...POST, practice],
  },
  "people invite": { about: "practice", words: ({ practice }) => [...DETAILS, ...POST, practice] },
  "people invite-again": ofPerson(),
  "people leave": ofPerson(),
  "people list": { about: "oneself", words: () => [] },
  "people show": ofPerson(),
  "price attendance": nobody(),
  "price emergency": nobody(),
  "price spell": nobody(),
  "record digest": nobody("--month", "2008-04"),
  "record history": nobody(),
  "record verify": nobody(),
  restore: nobody("nowhere"),
  "retention due": nobody(),
  "retention run": nobody(),
  "rules check": nobody(),
  "rules history": nobody("budget.historic-window"),
  "rules show": nobody(),
};
