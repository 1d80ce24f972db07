import type { Check } from "../project.ts";
import { citationsLead, rulesCite } from "./citations.ts";
import { clockIsPassedIn } from "./clock.ts";
import { changesAreSorted, decisionsAreWhole } from "./decisions.ts";
import { featuresAreWhole, roomsAreKnown } from "./features.ts";
import { namesSaySomething } from "./names.ts";
import { dependenciesAreArgued, lockIsWhole, versionsAreExact } from "./packages.ts";
import { permissionsAreNamed } from "./permissions.ts";
import { placesAreNotNamed } from "./places.ts";
import { sightIsPassedOn } from "./sight.ts";
import { scriptsAreShort, sqlIsShort } from "./sizes.ts";
import { modelsSayTheirGrain, sqlInItsFiles } from "./sql.ts";

/** Every rule of the house that is held by reading files, by the sentence that states it. */
export const CHECKS: Readonly<Record<string, Check>> = {
  "SQL stands in .sql files": sqlInItsFiles,
  "models say their grain and source, and end in its order": modelsSayTheirGrain,
  "every rule cites a paragraph": rulesCite,
  "every cited paragraph exists": citationsLead,
  "pages, forms and verbs name a permission": permissionsAreNamed,
  "names say something": namesSaySomething,
  "src has five rooms": roomsAreKnown,
  "features are whole and in their order": featuresAreWhole,
  "only the app reads the clock": clockIsPassedIn,
  "only the app gives sight of everything": sightIsPassedOn,
  "SQL files are short": sqlIsShort,
  "scripts are short and say how they are used": scriptsAreShort,
  "decisions are numbered once and have their parts": decisionsAreWhole,
  "changes say what kind they are": changesAreSorted,
  "versions are exact": versionsAreExact,
  "dependencies are argued for": dependenciesAreArgued,
  "the lock file is whole": lockIsWhole,
  "no machine's places are named": placesAreNotNamed,
};
