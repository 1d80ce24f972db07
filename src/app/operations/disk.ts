import type { Day } from "#kernel/period.ts";
import { dayInLondon } from "#kernel/period.ts";
import { WHOLE_SERVICE } from "#platform/access/person.ts";
import { EVERYWHERE } from "#platform/access/sight.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import { type DiskEstimate, diskEstimate, isShort, type Margin } from "./disk-estimate.ts";
import { type DiskUse, diskUse } from "./disk-use.ts";
import { numberText, sizeText } from "./sizes.ts";
import type { OperationsWiring } from "./wiring.ts";

interface Disk {
  readonly use: DiskUse;
  readonly estimate: DiskEstimate;
  readonly margin: Margin;
  /** What to do, where there is too little room. */
  readonly warning: string | undefined;
}

type Wiring = Pick<OperationsWiring, "folders" | "configuration" | "lake" | "rulebook">;

/** What the data takes up, what further data would, and a warning where the disk has too little room for it. */
export async function readDisk({ folders, configuration, lake, rulebook }: Wiring, on: Day): Promise<Disk> {
  const use = await diskUse(folders, configuration.database !== undefined);
  const loads = await lake.loads({ sight: EVERYWHERE });
  const rows = new Map<string, number>();
  for (const load of loads) rows.set(load.dataset, (rows.get(load.dataset) ?? 0) + load.rows.accepted);
  const estimate = diskEstimate(use, rows);
  const months = rulebook.inForce("england", "operations.least-free-months", on).value;
  const megabytes = rulebook.inForce("england", "operations.least-free-megabytes", on).value;
  const margin = { months, bytes: megabytes * 1_000_000 };
  const warning = isShort(use.free, estimate, margin) ? warningText(use.free, estimate, margin) : undefined;
  return { use, estimate, margin, warning };
}

function warningText(free: number, { month }: DiskEstimate, { months, bytes }: Margin): string {
  const need = Math.max(month * months, bytes);
  return `The disk is short of room: ${sizeText(free)} is free, and at least ${sizeText(need)} should be (${months} further months of ${sizeText(month)}, or ${sizeText(bytes)}). Prune marts (marts prune), move backups away, or give it more room.`;
}

/** Says what the data takes up on the disk and what further data would. */
export function diskVerb(wiring: OperationsWiring): Verb<"operations.disk"> {
  return verb(
    {
      name: "disk",
      summary: "Say what the data takes up on the disk, and what a further month and year would.",
      permission: "operations.disk",
      subject: () => WHOLE_SERVICE,
    },
    async (_input, { now }) => {
      const disk = await readDisk(wiring, dayInLondon(now()));
      return { text: diskLines(disk), data: disk };
    },
  );
}

function diskLines({ use, estimate, warning }: Disk): readonly string[] {
  const { record, lake, marts, files, uploads, passing, free } = use;
  const places: readonly (readonly [string, number | undefined])[] = [
    ...([
      ["record", record],
      ["lake", lake],
      ["marts", marts],
      ["kept files", files],
      ["uploads", uploads],
    ] as const),
    ...([
      ["under way", passing],
      ["free", free],
    ] as const),
  ];
  const datasets = estimate.datasets.map(
    ({ dataset, rows, bytes, month, year }) =>
      `  ${dataset.padEnd(24)}${numberText(rows).padStart(14)} rows ${sizeText(bytes).padStart(10)}; a further month ${sizeText(month.bytes)}, a year ${sizeText(year.bytes)}`,
  );
  return [
    ...places.map(
      ([name, size]) =>
        `${name.padEnd(12)}${(size === undefined ? "in a database of your own" : sizeText(size)).padStart(12)}`,
    ),
    ...datasets,
    `A further month of all takes about ${sizeText(estimate.month)}, a year ${sizeText(estimate.year)}: a mean month of those held, marts and kept files in proportion, the record as much again in a year.`,
    warning ?? "There is room enough.",
  ];
}
