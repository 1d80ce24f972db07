import { dataset, intake } from "#platform/lake/index.ts";
import { ageOutOfRange, attendanceNotKnown, questionable, unknownPractice } from "../checks/checks.ts";
import { meaningOf } from "../checks/findings.ts";
import { hesOutpatientsLayout } from "../layouts/hospital-episode-statistics.ts";
import { attendancesLayout } from "../layouts/plain-care.ts";
import { attendanceRows } from "../shapes/care-shapes.ts";
import { attendanceTable } from "../tables.ts";

const plain = attendanceRows("plain", attendancesLayout);
const hes = attendanceRows("hes", hesOutpatientsLayout);

/** Outpatient appointments: plain files, and Hospital Episode Statistics. */
export const attendances = dataset({
  table: attendanceTable,
  title: "Outpatient attendances",
  intakes: [
    intake({
      layout: attendancesLayout,
      shape: plain,
      checks: [unknownPractice(attendancesLayout), ageOutOfRange(attendancesLayout)],
      rowChecks: [questionable("attendances", plain)],
      key: ["provider", "attendance_id"],
    }),
    intake({
      layout: hesOutpatientsLayout,
      shape: hes,
      checks: [
        unknownPractice(hesOutpatientsLayout),
        attendanceNotKnown(hesOutpatientsLayout),
        ageOutOfRange(hesOutpatientsLayout),
      ],
      rowChecks: [questionable("attendances", hes)],
      key: ["attendance_id"],
    }),
  ],
  findings: meaningOf(
    "unknown-practice",
    "practice-closed",
    "practice-in-no-pct",
    "unknown-provider",
    "age-out-of-range",
    "first-attendance-not-known",
    "attended-not-known",
  ),
  order: ["practice", "attended_on", "provider", "attendance_id"],
  month: "month",
  owner: "commissioner",
  needs: ["organisation", "membership"],
});
