import { z } from "zod";
import { NotFound } from "#platform/access/errors.ts";
import type { Subject } from "#platform/access/person.ts";
import { redirect } from "#platform/web/outcome.ts";
import { form, type Page, page } from "#platform/web/page.ts";
import { LOOK_UP_REASONS, type LookUpReason } from "../decisions/patient-look-up.ts";
import { lookUp, openLookUp } from "../patients/look-ups.ts";
import { type PatientRow, readPatientRows } from "../patients/patient-rows.ts";
import { askedMonths, askedSnapshot } from "../reading/asked-activity.ts";
import { activityPath, patientPath, rowPath } from "../views/addresses.ts";
import { askedFile } from "../views/figure-table.tsx";
import { PatientFormView, PatientRowsView } from "../views/patient.view.tsx";
import { patientTable } from "../views/patient-table.tsx";
import { spanText } from "../views/words.ts";
import type { ActivityWiring } from "../wiring.ts";

interface Named {
  readonly snapshot: string;
  readonly practice: string;
}

/** The practice and nobody above it: a PCT pays for care, and does not learn whose it was. */
export function ownPractice({ practice }: Pick<Named, "practice">): Subject {
  return { organisation: practice, within: [practice] };
}

/** The form by which a practice looks up one of its own patients. */
export function patientFormPage(wiring: ActivityWiring): Page<"activity.patient"> {
  return page(
    "/activity/:snapshot/:practice/patient",
    { permission: "activity.patient", subject: ownPractice },
    async ({ params, problems, entered, sight }) => {
      const { around, name, of } = await placeOf(wiring, params, sight);
      const action = patientPath(params);
      return {
        ...around,
        title: `One patient's care, ${name}`,
        body: <PatientFormView {...{ name, of, action, problems, entered }} />,
      };
    },
  );
}

const reads = z.object({
  nhsNumber: z.string().trim().min(1, "Enter the patient's NHS number"),
  sort: z.enum(Object.keys(LOOK_UP_REASONS) as [LookUpReason, ...LookUpReason[]], { message: "Choose what it is for" }),
  reason: z.string().trim().min(1, "Say why"),
});

/** Records a look-up, then leads to what it found. The number stands in no address: it ends here. */
export function patientForm(wiring: ActivityWiring): Page<"activity.patient"> {
  return form(
    "/activity/:snapshot/:practice/patient",
    { permission: "activity.patient", subject: ownPractice, reads },
    async ({ params, sight, by }, entered) => {
      const snapshot = await askedSnapshot(wiring, params.snapshot, sight);
      const span = askedMonths(snapshot, undefined);
      const id = await lookUp(wiring, { ...entered, snapshot, sight, practice: params.practice, span, by });
      if (id === undefined) return { problems: [WRONG] };
      return redirect(patientPath(params, id));
    },
  );
}

const WRONG = {
  field: "nhsNumber",
  message: "Check the NHS number: it has ten digits, and its last one does not fit the others",
};

/** What a look-up found, for who made it, until the end of the day. */
export function patientRowsPage(wiring: ActivityWiring): Page<"activity.patient"> {
  return page(
    "/activity/:snapshot/:practice/patient/:lookUp",
    { permission: "activity.patient", subject: ownPractice },
    async ({ params, sight, by, path, query }) => {
      const { around, name, of, snapshot, directory } = await placeOf(wiring, params, sight);
      const found = await openLookUp(wiring, { ...params, id: params.lookUp }, by);
      if (found === undefined) throw new NotFound("This look-up is not yours, or is over. Look the patient up again.");
      const asked = { snapshot, sight, practice: params.practice, span: askedMonths(snapshot, undefined) };
      const table = patientTable({
        rows: await readPatientRows(wiring, { ...asked, patient: found.patient }),
        nameOf: (code) => directory.organisation(code).name,
        priceOf: (row) => priceOf(params, row),
      });
      const file = askedFile(`care-${params.practice}`, table, query);
      if (file !== undefined) return file;
      return {
        ...around,
        title: `A patient's care, ${name}`,
        body: <PatientRowsView {...{ of, table, path, query, at: found.at, again: patientPath(params) }} />,
      };
    },
  );
}

function priceOf(place: Named, { month, point_of_delivery, load, source_row: row }: PatientRow): string {
  return rowPath({ ...place, month }, point_of_delivery, { load, row });
}

async function placeOf(wiring: ActivityWiring, params: Named, sight: Parameters<typeof askedSnapshot>[2]) {
  const snapshot = await askedSnapshot(wiring, params.snapshot, sight);
  const directory = await wiring.directory();
  const { name } = directory.organisation(params.practice);
  return {
    ...{ snapshot, directory, name, of: `${name}, ${spanText(askedMonths(snapshot, undefined))}` },
    around: {
      section: "care",
      trail: [{ text: `Activity of ${name}`, href: activityPath(params) }],
      place: { name, detail: params.practice },
      madeUp: wiring.madeUp,
    },
  };
}
