import { COMMITTEE_ROLES, PCT_ROLES, PRACTICE_ROLES } from "#features/people/index.ts";
import { grantAll } from "#platform/access/access.ts";

/** Those who work with the figures of a PCT. */
const WORKING = [...PRACTICE_ROLES, "locality chair", ...PCT_ROLES, ...COMMITTEE_ROLES, "region"] as const;

/** Who may see activity, its rows and the loads behind it, who may load files, and who may make activity public. */
export const grants = [
  ...grantAll(
    "activity.view",
    PRACTICE_ROLES,
    "peers",
    "A practice sees its own activity, and that of the other practices of its PCT added up.",
  ),
  ...grantAll(
    "activity.view",
    ["locality chair"],
    "within",
    "A locality's chair sees the activity of its practices added up.",
  ),
  ...grantAll(
    "activity.view",
    PCT_ROLES,
    "within",
    "The PCT sees the activity of its practices, since it pays for it.",
  ),
  ...grantAll(
    "activity.view",
    COMMITTEE_ROLES,
    "within",
    "The committee sees the activity of the practices whose plans it decides on, added up by practice.",
  ),
  ...grantAll("activity.view", ["region"], "within", "The region sees the activity of its PCTs' practices added up."),
  ...grantAll(
    "activity.rows",
    PRACTICE_ROLES,
    "within",
    "A practice sees the single rows of its own patients' care, to check what is counted against its budget.",
  ),
  ...grantAll(
    "activity.rows",
    ["PCT finance", "PCT information"],
    "within",
    "Those who check the bills of a PCT see the single rows that it is charged for.",
  ),
  ...grantAll(
    "activity.patient",
    PRACTICE_ROLES,
    "within",
    "A practice may look up one of its own patients, for a reason that is recorded. Nobody else can lead a row back to a person.",
  ),
  ...grantAll(
    "activity.release",
    ["PCT information", "PCT finance", "PCT director"],
    "within",
    "A PCT releases its own activity, protected so that nobody can be found in it.",
  ),
  ...grantAll("activity.published", ["public"], "anywhere", "What a PCT released is open to everybody."),
  ...grantAll(
    "loads.view",
    WORKING,
    "anywhere",
    "Whoever works with the figures may see which files they come from; loads show counts and never a row.",
  ),
  ...grantAll(
    "loads.publish",
    ["PCT finance", "PCT information", "operator"],
    "anywhere",
    "Finance and information officers load files. One file may hold the care of several PCTs, so every load is recorded with who loaded it.",
  ),
] as const;

export type ActivityPermission = (typeof grants)[number]["permission"];
