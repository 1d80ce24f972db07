import type { Verb } from "#platform/cli/verb.ts";
import type { ActivityPermission } from "../grants.ts";
import type { ActivityWiring } from "../wiring.ts";
import { activityReleasesVerb, activityReleaseVerb } from "./activity-release.ts";
import { activityRowVerb } from "./activity-row.ts";
import { activityShowVerb } from "./activity-show.ts";
import { loadCheckVerb, loadVerb } from "./load.ts";
import { loadsBoardVerb } from "./loads-board.ts";
import { loadsListVerb } from "./loads-list.ts";
import { priceAttendanceVerb, priceEmergencyVerb, priceSpellVerb } from "./price.ts";

/** The verbs on loading, on activity and on prices. */
export function verbs(wiring: ActivityWiring): readonly Verb<ActivityPermission | "anyone">[] {
  return [
    loadVerb(wiring),
    loadCheckVerb(wiring),
    loadsListVerb(wiring),
    loadsBoardVerb(wiring),
    activityShowVerb(wiring),
    activityRowVerb(wiring),
    activityReleaseVerb(wiring),
    activityReleasesVerb(wiring),
    priceSpellVerb(wiring),
    priceAttendanceVerb(wiring),
    priceEmergencyVerb(wiring),
  ];
}
