import { dataset, intake } from "#platform/lake/index.ts";
import { ageOutOfRange, questionable, unknownPractice } from "../checks/checks.ts";
import { meaningOf } from "../checks/findings.ts";
import { hesEmergencyLayout } from "../layouts/hospital-episode-statistics.ts";
import { emergencyLayout } from "../layouts/plain-care.ts";
import { emergencyRows, hesEmergencyRows } from "../shapes/care-shapes.ts";
import { emergencyTable } from "../tables.ts";

const plain = emergencyRows(emergencyLayout);
const hes = hesEmergencyRows(hesEmergencyLayout);

/** Accident and emergency attendances: plain files, and Hospital Episode Statistics. */
export const emergencies = dataset({
  table: emergencyTable,
  title: "A&E attendances",
  intakes: [
    intake({
      layout: emergencyLayout,
      shape: plain,
      checks: [unknownPractice(emergencyLayout), ageOutOfRange(emergencyLayout)],
      rowChecks: [questionable("emergencies", plain)],
      key: ["provider", "attendance_id"],
    }),
    intake({
      layout: hesEmergencyLayout,
      shape: hes,
      checks: [unknownPractice(hesEmergencyLayout), ageOutOfRange(hesEmergencyLayout)],
      rowChecks: [questionable("emergencies", hes)],
      key: ["attendance_id"],
    }),
  ],
  findings: meaningOf(
    "unknown-practice",
    "practice-closed",
    "practice-in-no-pct",
    "unknown-provider",
    "age-out-of-range",
  ),
  order: ["practice", "arrived_on", "provider", "attendance_id"],
  month: "month",
  owner: "commissioner",
  needs: ["organisation", "membership"],
});
