import { model, whole } from "#platform/engine/index.ts";
import { chosen, code, dataset, day, FOUND, intake, layout, text } from "#platform/lake/index.ts";
import { membershipTable, participationTable } from "../tables.ts";

const ORGANISATION = { form: "[A-Z0-9]{2,8}", example: "5QV" } as const;
const span = { from_day: day("from"), until_day: day("until", { required: false }) };
const findings = {
  "ended-before-it-began": {
    weight: "reject",
    field: "until",
    what: "The last day lies before the first.",
    why: "A span that never was says nothing of who belonged to whom.",
    todo: "Correct one of the two days, or leave the last day empty where the membership still runs.",
  },
} as const;

const plain = layout("memberships", "Memberships, plain CSV", {
  member: code("member", ORGANISATION),
  organisation: code("organisation", ORGANISATION),
  kind: chosen("kind", ["region", "pct", "locality", "group"]),
  ...span,
});

const ods = layout(
  "ods-memberships",
  "ODS practice memberships (epcmem)",
  {
    practice: code("1", ORGANISATION),
    commissioner: code("2", ORGANISATION),
    from_day: day("4"),
    until_day: day("5", { required: false }),
  },
  { width: 6 },
);

const participationLayout = layout("participation", "Sign-up to incentive schemes, plain CSV", {
  practice: code("practice", ORGANISATION),
  scheme: text("scheme"),
  ...span,
});

const spanCheck = new URL("../models/ended-before-it-began.sql", import.meta.url);

/** Who belonged to whom and when: plain files, and the Organisation Data Service's memberships. */
export const memberships = dataset({
  table: membershipTable,
  title: "Memberships",
  intakes: [
    intake({
      layout: plain,
      shape: model(new URL("../models/membership-rows.sql", import.meta.url), {
        reads: { staged: plain.staged },
        takes: {},
        gives: { source_row: whole, ...membershipTable.columns },
      }),
      checks: [
        {
          model: model(spanCheck, { reads: { staged: plain.staged }, takes: {}, gives: FOUND }),
          finds: ["ended-before-it-began"],
        },
      ],
      key: ["member", "kind", "from_day"],
    }),
    intake({
      layout: ods,
      shape: model(new URL("../models/ods-membership-rows.sql", import.meta.url), {
        reads: { staged: ods.staged },
        takes: {},
        gives: { source_row: whole, ...membershipTable.columns },
      }),
      checks: [
        {
          model: model(spanCheck, { reads: { staged: ods.staged }, takes: {}, gives: FOUND }),
          finds: ["ended-before-it-began"],
        },
      ],
      key: ["practice", "from_day"],
    }),
  ],
  findings,
  order: ["member", "from_day"],
  needs: [],
  open: "Who belongs to whom is published by the Organisation Data Service; every reader's scope follows from it.",
});

/** Sign-up of practices to incentive schemes. */
export const participation = dataset({
  table: participationTable,
  title: "Sign-up to incentive schemes",
  intakes: [
    intake({
      layout: participationLayout,
      shape: model(new URL("../models/participation-rows.sql", import.meta.url), {
        reads: { staged: participationLayout.staged },
        takes: {},
        gives: { source_row: whole, ...participationTable.columns },
      }),
      checks: [
        {
          model: model(spanCheck, { reads: { staged: participationLayout.staged }, takes: {}, gives: FOUND }),
          finds: ["ended-before-it-began"],
        },
      ],
      key: ["practice", "scheme", "from_day"],
    }),
  ],
  findings,
  order: ["practice", "from_day"],
  needs: [],
  open: "Which practices take part in a scheme is told to all who are invited to it.",
});
