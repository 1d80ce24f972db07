import { z } from "zod";
import { type Problems, redirect } from "#platform/web/outcome.ts";
import { form, type Page, page } from "#platform/web/page.ts";
import { ALL_LOADS } from "../reading/all-loads.ts";
import { checkUpload } from "../reading/checked-upload.ts";
import { contentRefusal } from "../reading/upload-content.ts";
import { type UploadRefusal, uploadRefusalWords } from "../reading/upload-refusals.ts";
import { openUploads } from "../reading/uploads.ts";
import { loadsPath, uploadPath } from "../views/addresses.ts";
import { LoadFileView } from "../views/load-file.view.tsx";
import type { ActivityWiring } from "../wiring.ts";

const MEGABYTE = 1024 * 1024;
/** What goes by the web has to come in while somebody waits, so it is bounded; the command line takes any size. */
const LARGEST = 50;

/** Where a file is handed in. */
export function loadFilePage({ lake, madeUp }: ActivityWiring): Page<"loads.publish"> {
  return page("/load", { permission: "loads.publish", subject: () => ALL_LOADS }, ({ problems, entered, query }) => ({
    title: "Load a file",
    section: "care",
    trail: [{ text: "What was loaded", href: loadsPath() }],
    madeUp,
    body: (
      <LoadFileView
        {...{ problems, entered }}
        corrects={query.get("corrects") ?? entered.corrects ?? ""}
        largest={LARGEST}
        kinds={lake.datasets.map(({ title, intakes }) => ({
          title,
          layouts: intakes.map(({ layout }) => layout.title),
        }))}
      />
    ),
  }));
}

const reads = z.object({
  file: z
    .instanceof(File, { message: "Choose a file" })
    .refine(({ size }) => size > 0, "Choose a file that is not empty"),
  status: z.enum(["provisional", "final"], { message: "Say whether its figures can still change" }),
  corrects: z.string().trim().optional(),
});

/** Takes a file in, looks through it, and leads to what was found. */
export function loadFileForm(wiring: ActivityWiring): Page<"loads.publish"> {
  const uploads = openUploads(wiring.scratch);
  return form(
    "/load",
    { permission: "loads.publish", subject: () => ALL_LOADS, lane: "heavy", reads, limit: (LARGEST + 1) * MEGABYTE },
    async ({ person, now }, { file, status, corrects }) => {
      const refusal = await contentRefusal(file);
      if (refusal !== undefined) return refusedFile(refusal);
      const said = { status, ...(corrects && { corrects }) };
      const upload = await uploads.keep(person.id, file, said);
      if ("refused" in upload) return refusedFile(upload.refused);
      await uploads.note(await checkUpload(wiring, uploads, upload, now));
      return redirect(uploadPath(upload.id));
    },
  );
}

function refusedFile(refusal: UploadRefusal): Problems {
  return { problems: [{ field: "file", message: uploadRefusalWords(refusal) }] };
}
