import { day, financialYear, month, yearOf } from "#kernel/period.ts";
import { chanceOf } from "#platform/disclosure/examples/random-releases.ts";
import type { Snapshot } from "../snapshot.ts";
import { EXAMPLE_NOW, type ExampleDesk } from "./example-desk.ts";

const HEAD =
  "attendance_id,provider,practice,nhs_number,date_of_birth,postcode,sex,attended_on,treatment_function,first_attendance,professionals,attended,referral_source,hrg";

/** A month of attendances at two practices: many of one kind, few of the other, so that some counts are small. */
export function busyLines(of: string, seed: number): readonly string[] {
  const chance = chanceOf(seed);
  const lines = ["X81001", "X81002"].flatMap((practice) =>
    ["1", "2"].flatMap((kind) => {
      const count = kind === "1" ? 8 + Math.floor(chance() * 20) : Math.floor(chance() * 7);
      return Array.from({ length: count }, (_, at) => {
        const id = `B${practice}-${kind}-${of}-${at}`;
        return `${id},RXA,${practice},9990000018,1950-04-02,AL7 1BW,1,${of}-09,100,${kind},single,5,03,`;
      });
    }),
  );
  return [HEAD, ...lines];
}

/** Loads busy months and publishes a snapshot of all that are held then. */
export async function publishBusy(
  desk: ExampleDesk,
  loaded: readonly string[],
  held: readonly string[],
): Promise<Snapshot> {
  for (const [at, of] of loaded.entries()) {
    const file = desk.write(`busy-${of}-${held.length}.csv`, busyLines(of, held.length + at));
    const load = { file, status: "final", batch: `busy ${of}`, actor: "analyst", at: EXAMPLE_NOW } as const;
    const outcome = await desk.wiring.lake.load(load);
    if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.refused));
  }
  const snapshot = await desk.snapshots.publish(
    {
      ...{ commissioner: "9A1", sight: ["9A1"], months: held.map(month), place: "england" },
      ...{ on: day("2009-04-01"), pricesOf: (year) => year, yearOf, budgetYear: financialYear("2009/10") },
    },
    { actor: "analyst", at: EXAMPLE_NOW },
  );
  if ("refused" in snapshot) throw new Error(JSON.stringify(snapshot));
  return snapshot;
}
