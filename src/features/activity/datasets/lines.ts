import { dataset, intake } from "#platform/lake/index.ts";
import { practiceInNoPct, questionable, unknownPractice } from "../checks/checks.ts";
import { meaningOf } from "../checks/findings.ts";
import { costedLayout, prescribingLayout, referralsLayout } from "../layouts/plain-lines.ts";
import { referralRows } from "../shapes/care-shapes.ts";
import { monthRows } from "../shapes/line-shapes.ts";
import { costedTable, prescribingTable, referralTable } from "../tables.ts";

const cut = { month: "month", owner: "commissioner", needs: ["organisation", "membership"] } as const;

const costedShape = monthRows("costed-rows", costedLayout, costedTable);

/** Lines that somebody else has costed already. */
export const costedLines = dataset({
  table: costedTable,
  title: "Lines already costed",
  intakes: [
    intake({
      layout: costedLayout,
      shape: costedShape,
      checks: [unknownPractice(costedLayout)],
      rowChecks: [practiceInNoPct(costedShape)],
      key: ["practice", "month", "service_line", "provider", "description"],
    }),
  ],
  findings: meaningOf("unknown-practice", "practice-in-no-pct"),
  order: ["practice", "service_line", "description"],
  ...cut,
});

const prescribingShape = monthRows("prescribing-rows", prescribingLayout, prescribingTable);

/** What practices' prescriptions cost. */
export const prescribing = dataset({
  table: prescribingTable,
  title: "Prescribing by month",
  intakes: [
    intake({
      layout: prescribingLayout,
      shape: prescribingShape,
      checks: [unknownPractice(prescribingLayout)],
      rowChecks: [practiceInNoPct(prescribingShape)],
      key: ["practice", "month"],
    }),
  ],
  findings: meaningOf("unknown-practice", "practice-in-no-pct"),
  order: ["practice"],
  ...cut,
});

const referralShape = referralRows(referralsLayout);

/** Referrals as a referral system holds them. */
export const referrals = dataset({
  table: referralTable,
  title: "Referrals",
  intakes: [
    intake({
      layout: referralsLayout,
      shape: referralShape,
      checks: [unknownPractice(referralsLayout)],
      rowChecks: [questionable("referrals", referralShape)],
      key: ["referral_id"],
    }),
  ],
  findings: meaningOf("unknown-practice", "practice-closed", "practice-in-no-pct", "unknown-provider"),
  order: ["practice", "received_on", "referral_id"],
  ...cut,
});
