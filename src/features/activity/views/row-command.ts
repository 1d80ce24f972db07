import type { PointOfDelivery } from "../rules/point-of-delivery.ts";
import type { ActivityPlace } from "./addresses.ts";

interface Row {
  readonly load: string;
  readonly row: number;
  readonly at: readonly string[];
}

/** The command line that explains the same figure of the same row. */
export function rowCommand(
  { snapshot, practice }: ActivityPlace,
  pod: PointOfDelivery,
  { load, row, at }: Row,
): string {
  const words = ["script/chilford activity row", `--snapshot ${snapshot}`, `--practice ${practice}`, `--pod ${pod}`];
  const figure = at.length === 0 ? [] : [`--at ${at.join("/")}`];
  return [...words, `--load ${load}`, `--row ${row}`, ...figure].join(" ");
}
