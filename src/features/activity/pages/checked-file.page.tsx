import { z } from "zod";
import { NotFound } from "#platform/access/errors.ts";
import type { Person } from "#platform/access/person.ts";
import { type LoadQuery, type LoadRefusalCode, loadRefusalWords } from "#platform/lake/index.ts";
import { attachment, type Problems, type Redirect, redirect } from "#platform/web/outcome.ts";
import { download, form, type Page, page } from "#platform/web/page.ts";
import { ALL_LOADS, titlesOf } from "../reading/all-loads.ts";
import { checkUpload, type Publishing, publishUpload } from "../reading/checked-upload.ts";
import { placeTaken } from "../reading/place-taken.ts";
import { readSaid, writtenOf } from "../reading/said-of-file.ts";
import { openUploads, type Upload, type Uploads } from "../reading/uploads.ts";
import { loadFilePath, loadPath, uploadPath } from "../views/addresses.ts";
import { CheckedFileView } from "../views/checked-file.view.tsx";
import { placeText } from "../views/load-words.ts";
import type { ActivityWiring } from "../wiring.ts";

/** What is in a file that was handed in, for the person who did. */
export function checkedFilePage(wiring: ActivityWiring): Page<"loads.publish"> {
  const uploads = openUploads(wiring.scratch);
  return page(
    "/load/:upload",
    { permission: "loads.publish", subject: () => ALL_LOADS },
    async ({ params, person, sight, problems, entered }) => {
      const upload = await ownUpload(uploads, params.upload, person);
      const fileName = upload.name;
      return {
        title: fileName,
        section: "care",
        trail: [{ text: "Load a file", href: loadFilePath() }],
        madeUp: wiring.madeUp,
        body: (
          <CheckedFileView
            {...{ fileName, problems, upload: upload.id }}
            written={{ ...writtenOf(upload.said), ...reentered(entered) }}
            {...outcomeProps(wiring, upload)}
            {...(await placeProps(wiring, upload, { sight, person: person.id }))}
            {...choices(wiring)}
            {...(entered.despite !== undefined && { despite: entered.despite })}
          />
        ),
      };
    },
  );
}

/** The rejected rows of a file that waits, as a file to correct. */
export function rejectedRowsFile(wiring: ActivityWiring): Page<"loads.publish"> {
  const uploads = openUploads(wiring.scratch);
  return download(
    "/load/:upload/rejected",
    { permission: "loads.publish", subject: () => ALL_LOADS },
    async ({ params, person }) => {
      const upload = await ownUpload(uploads, params.upload, person);
      const body = await uploads.rejectedRows(upload);
      if (body === undefined) throw new NotFound("No row of this file was rejected.");
      const stem = upload.name.replace(/(\.csv|\.parquet)?(\.gz)?$/i, "");
      return attachment({ name: `${stem}.rejected.csv`, type: "text/csv; charset=utf-8", body });
    },
  );
}

const text = z.string().trim().optional();
const reads = z.object({
  do: z.enum(["check", "publish", "drop"]),
  status: z.enum(["provisional", "final"]).optional(),
  ...{ dataset: text, layout: text, batch: text, corrects: text, settings: text, rows: text, sums: text },
  ...{ standIn: text, madeUp: text, despite: text },
});

/** Checks a file again with what was corrected, publishes it or drops it. */
export function checkedFileForm(wiring: ActivityWiring): Page<"loads.publish"> {
  const uploads = openUploads(wiring.scratch);
  return form(
    "/load/:upload",
    { permission: "loads.publish", subject: () => ALL_LOADS, lane: "heavy", reads },
    async ({ params, person, now, by, sight }, values) => {
      const upload = await ownUpload(uploads, params.upload, person);
      if (values.do === "publish")
        return published(wiring, uploads, upload, { by, sight, despite: values.despite ?? "" });
      if (values.do === "drop") {
        await uploads.drop(upload);
        return redirect(loadFilePath());
      }
      const said = readSaid({
        ...values,
        status: values.status ?? upload.said.status,
        madeUp: values.madeUp === "yes",
      });
      if ("unreadable" in said) return { problems: [said.unreadable] };
      await uploads.note(await checkUpload(wiring, uploads, { ...upload, said }, now));
      return redirect(uploadPath(upload.id));
    },
  );
}

/** Refusals that a reason lifts. */
const NEEDS_A_REASON: readonly LoadRefusalCode[] = ["totals-differ", "too-many-rejected"];

async function published(
  wiring: ActivityWiring,
  uploads: Uploads,
  upload: Upload,
  how: Publishing,
): Promise<Redirect | Problems> {
  const outcome = await publishUpload(wiring, uploads, upload, how);
  switch (outcome.kind) {
    case "published":
    case "unchanged":
      return redirect(loadPath(outcome.load, { news: outcome.kind }));
    case "refused": {
      const [refusal] = outcome.refused;
      const message = loadRefusalWords(refusal);
      return { problems: [NEEDS_A_REASON.includes(refusal.code) ? { field: "despite", message } : { message }] };
    }
    case "checked":
      throw new Error("Loading a file does more than checking it");
  }
}

async function ownUpload(uploads: Uploads, id: string, person: Person): Promise<Upload> {
  const upload = await uploads.find(id, person.id);
  if (upload === undefined)
    throw new NotFound("You have no file here. It was published or dropped, or somebody else sent it.");
  return upload;
}

function outcomeProps({ lake }: ActivityWiring, { checked }: Upload) {
  if (checked === undefined) return { refusal: "It has not been checked. Check it again." };
  if (checked.kind === "unchanged") return { published: loadPath(checked.load) };
  const { report } = checked;
  return {
    ...(report && { report, kind: titlesOf(lake)(report.dataset) }),
    ...(checked.kind === "refused" && { refusal: loadRefusalWords(checked.refused[0]) }),
  };
}

async function placeProps({ lake }: ActivityWiring, { checked, said }: Upload, who: LoadQuery) {
  const report = checked === undefined || checked.kind === "unchanged" ? undefined : checked.report;
  const taken = report && (await placeTaken(lake, { ...who, dataset: report.dataset }, said));
  return taken === undefined ? {} : { place: placeText(taken) };
}

function choices({ lake: { datasets } }: ActivityWiring) {
  return {
    datasets: datasets.map(({ table, title }) => ({ value: table.name, text: title })),
    layouts: datasets.flatMap(({ intakes }) =>
      intakes.map(({ layout }) => ({ value: layout.name, text: layout.title })),
    ),
  };
}

/** What was entered and could not be taken, so that nobody has to write it twice. */
function reentered(entered: Readonly<Record<string, string>>) {
  const { dataset, layout, status, batch, corrects, settings, rows, sums, standIn, madeUp } = entered;
  if (entered.do !== "check") return {};
  return {
    ...{ dataset, layout, batch, corrects, settings, rows, sums, standIn, madeUp: madeUp === "yes" },
    ...((status === "final" || status === "provisional") && { status }),
  } as const;
}
