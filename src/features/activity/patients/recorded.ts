import type { Described, RecordedEvent } from "#platform/record/index.ts";
import { LOOK_UP_REASONS, type PatientLookedUp } from "../decisions/patient-look-up.ts";
import { many } from "../views/words.ts";

/** A use of the key of pseudonyms, in words that tell nothing of the patient. It concerns the practice and its PCT. */
export function describeLookUp({ stream, data, actor, authority = "" }: RecordedEvent): Described {
  const { practice, pct, snapshot, rows, sort, reason } = data as unknown as PatientLookedUp;
  const role = authority.split(" at ")[0] ?? "";
  const forWhat = LOOK_UP_REASONS[sort];
  return {
    says: [
      { person: actor },
      " looked up a patient of ",
      { organisation: practice },
      ` in snapshot ${snapshot}: ${forWhat.charAt(0).toLowerCase()}${forWhat.slice(1)}; ${many(rows, "row")} found.`,
    ],
    object: { name: ["Patients looked up by ", { organisation: stream.slice("look-up/".length) }] },
    concerns: [{ person: actor }, { organisation: practice, seenBy: "own" }, { organisation: pct, seenBy: "inside" }],
    texts: [{ hash: reason, kind: "reason of a look-up" }],
    access: { what: "patient-link", organisation: practice, role, reason: forWhat, rows },
  };
}
