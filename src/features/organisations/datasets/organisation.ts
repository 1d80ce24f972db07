import { model, whole } from "#platform/engine/index.ts";
import { chosen, code, dataset, day, intake, layout, text } from "#platform/lake/index.ts";
import { organisationTable } from "../tables.ts";

const ORGANISATION = { form: "[A-Z0-9]{2,8}", example: "5QV" } as const;
const given = { source_row: whole, ...organisationTable.columns };

const plain = layout("organisations", "Organisations, plain CSV", {
  code: code("code", ORGANISATION),
  name: text("name"),
  kind: chosen("kind", ["region", "pct", "locality", "group", "practice", "provider"]),
  opened_on: day("opened", { required: false }),
  closed_on: day("closed", { required: false }),
  successor: code("successor", ORGANISATION, { required: false }),
});

/** Columns of the Organisation Data Service's files, which have no header; both of its files are laid out alike. */
const odsColumns = {
  code: code("1", ORGANISATION),
  name: text("2"),
  opened_on: day("11", { required: false }),
  closed_on: day("12", { required: false }),
};
const odsPractices = layout(
  "ods-practices",
  "ODS practices (epraccur)",
  { ...odsColumns, setting: text("26", { required: false }) },
  { width: 27 },
);
const odsTrusts = layout("ods-trusts", "ODS trusts (etr)", odsColumns, { width: 27 });

/** Organisations of every kind: plain files, and the Organisation Data Service's practices and trusts. */
export const organisations = dataset({
  table: organisationTable,
  title: "Organisations",
  intakes: [
    intake({
      layout: plain,
      shape: model(new URL("../models/organisation-rows.sql", import.meta.url), {
        reads: { staged: plain.staged },
        takes: {},
        gives: given,
      }),
      key: ["code"],
    }),
    intake({
      layout: odsPractices,
      shape: model(new URL("../models/ods-practice-rows.sql", import.meta.url), {
        reads: { staged: odsPractices.staged },
        takes: {},
        gives: given,
      }),
      key: ["code"],
    }),
    intake({
      layout: odsTrusts,
      shape: model(new URL("../models/ods-trust-rows.sql", import.meta.url), {
        reads: { staged: odsTrusts.staged },
        takes: {},
        gives: given,
      }),
      key: ["code"],
    }),
  ],
  findings: {},
  order: ["code"],
  needs: [],
  open: "Who is who is published by the Organisation Data Service.",
});
