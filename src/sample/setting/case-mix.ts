import { type Draw, draw } from "../draw.ts";
import { agesOf, type ByBand } from "./bands.ts";
import { numberIn, oneOf, tableFile } from "./table-file.ts";

/** The ways into a bed that the case mix tells apart. */
export const ADMISSION_KINDS = ["emergency", "elective", "maternity"] as const;
export type AdmissionKind = (typeof ADMISSION_KINDS)[number];

/** Prices of an HRG in pounds in the first price year; nothing where there is none. */
export interface BasePrices {
  readonly dayCase?: number | undefined;
  readonly ordinary?: number | undefined;
  readonly nonElective?: number | undefined;
  /** The reduced price of a short emergency stay, as a percentage of the whole. */
  readonly shortStayPercent?: number | undefined;
  readonly outpatient?: number | undefined;
}

/** One HRG of the case mix: how common, in whom, how long, at what price. The codes have the real form; all else is made up. */
export interface CaseMixEntry {
  readonly hrg: string;
  readonly name: string;
  readonly weights: Readonly<Record<AdmissionKind, number>>;
  readonly dayShare: number;
  readonly ages: ByBand;
  readonly sex: "1" | "2" | undefined;
  readonly season: "winter" | "summer" | undefined;
  readonly treatmentFunction: string;
  readonly stay: number;
  readonly electiveStay: number;
  readonly prices: BasePrices;
  readonly diagnoses: Draw<string>;
  readonly procedures: Draw<string> | undefined;
}

/** The summary case mix of the sample, from its own table. */
export function caseMix(): readonly CaseMixEntry[] {
  return tableFile("case-mix.csv").map((cell) => ({
    hrg: cell("hrg"),
    name: cell("name"),
    weights: {
      emergency: Number(cell("emergency")),
      elective: Number(cell("elective")),
      maternity: Number(cell("maternity")),
    },
    dayShare: Number(cell("day_share")),
    ages: agesOf(cell("ages")),
    sex: oneOf(["1", "2"], cell("sex")),
    season: oneOf(["winter", "summer"], cell("season")),
    treatmentFunction: cell("function"),
    stay: Number(cell("stay")),
    electiveStay: Number(cell("elective_stay")),
    prices: {
      dayCase: numberIn(cell("day_case")),
      ordinary: numberIn(cell("ordinary")),
      nonElective: numberIn(cell("non_elective")),
      shortStayPercent: numberIn(cell("short_stay")),
      outpatient: numberIn(cell("outpatient")),
    },
    diagnoses: codes(cell("diagnoses")) ?? NOT_KNOWN,
    procedures: codes(cell("procedures")),
  }));
}

/** R69: illness unspecified. */
const NOT_KNOWN: Draw<string> = draw(["R69X"], () => 1);

/** `V254+Z665:3 V331:6`: code lists with their weights. */
function codes(cell: string): Draw<string> | undefined {
  if (cell === "") return undefined;
  const weights = new Map(cell.split(" ").map((part) => part.split(":") as [string, string]));
  const { values, cumulative } = draw([...weights.keys()], (list) => Number(weights.get(list)));
  return { values: values.map((list) => list.replaceAll("+", " ")), cumulative };
}
