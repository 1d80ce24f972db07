import { accept, isRefused } from "#kernel/decision.ts";
import { dayInLondon } from "#kernel/period.ts";
import type { Authorship, Json, RecordedEvent } from "#platform/record/index.ts";
import type { LookUpReason, PatientLookedUp } from "../decisions/patient-look-up.ts";
import type { ActivityWiring } from "../wiring.ts";
import { type PatientAsked, readPatientRows } from "./patient-rows.ts";

type Wiring = Pick<ActivityWiring, "engine" | "lake" | "rulebook" | "record">;

/** What a practice says when it looks somebody up. The number itself goes no further than this. */
export interface LookUpAsked extends Omit<PatientAsked, "patient"> {
  readonly nhsNumber: string;
  readonly sort: LookUpReason;
  readonly reason: string;
  readonly by: Authorship;
}

/** A look-up that is on record, for the page that shows what it found. */
export interface LookUp {
  readonly id: string;
  readonly at: string;
  readonly patient: string;
}

/**
 * Puts a look-up on record and gives its id, before anything is shown; nothing where the number checks out for nobody. The
 * pseudonyms of earlier days' look-ups are erased, since nothing needs them any more.
 */
export async function lookUp(wiring: Wiring, asked: LookUpAsked): Promise<string | undefined> {
  const { record, lake } = wiring;
  const { nhsNumber, sort, reason, by, ...whose } = asked;
  const patient = lake.pseudonymOf(nhsNumber);
  if (patient === undefined) return undefined;
  const rows = (await readPatientRows(wiring, { ...whose, patient })).length;
  const stream = streamOf(whose.practice);
  await eraseEarlier(wiring, await record.past(stream), by);
  const { practice, snapshot } = whose;
  const told = { practice, pct: snapshot.commissioner, snapshot: snapshot.id, rows, sort };
  const data = { ...told, reason: await record.keepText(reason), pseudonym: await record.keepText(patient) };
  const decision = await record.perform({
    ...{ stream, command: "look up a patient", ...by },
    decide: () => accept({ stream, type: "PatientLookedUp", data: data as unknown as Json }),
  });
  return isRefused(decision) ? undefined : decision.events[0]?.id;
}

/** A look-up of this person's, on the day on which it was made; nothing otherwise. */
export async function openLookUp(
  { record }: Pick<Wiring, "record">,
  { id, practice, snapshot }: { readonly id: string; readonly practice: string; readonly snapshot: string },
  { actor, at }: Authorship,
): Promise<LookUp | undefined> {
  const past = await record.past(streamOf(practice));
  const found = past.find((event) => event.id === id && event.actor === actor && isOfDay(event, at));
  const data = found?.data as PatientLookedUp | undefined;
  if (found === undefined || data?.snapshot !== snapshot) return undefined;
  const patient = await record.text(data.pseudonym);
  return patient === undefined ? undefined : { id, at: found.at, patient };
}

function streamOf(practice: string): string {
  return `look-up/${practice}`;
}

function isOfDay(event: RecordedEvent, at: Date): boolean {
  return dayInLondon(new Date(event.at)) === dayInLondon(at);
}

async function eraseEarlier({ record }: Wiring, past: readonly RecordedEvent[], by: Authorship): Promise<void> {
  for (const event of past.filter((each) => !isOfDay(each, by.at))) {
    const { pseudonym } = event.data as unknown as PatientLookedUp;
    if ((await record.text(pseudonym)) !== undefined) await record.eraseText({ hash: pseudonym, ...by });
  }
}
