import { agesOf, type ByBand } from "./bands.ts";
import { numberIn, oneOf, tableFile } from "./table-file.ts";

/** An outpatient specialty: how many are sent there, how often they come again, at what price. All made up. */
export interface Clinic {
  readonly treatmentFunction: string;
  readonly name: string;
  /** First attendances against those of other clinics. */
  readonly weight: number;
  readonly followUps: number;
  readonly multiShare: number;
  readonly ages: ByBand;
  readonly sex: "1" | "2" | undefined;
  /** The share of first attendances that a general practitioner asked for. */
  readonly gpShare: number;
  readonly prices: readonly (number | undefined)[];
  readonly procedureHrg: string;
  readonly procedureShare: number;
}

/** What the four prices of a clinic are for, in the order in which they are kept. */
export const CLINIC_PRICES = ["first_single", "first_multi", "follow_up_single", "follow_up_multi"] as const;

/** The outpatient specialties of the sample, from its own table. */
export function clinics(): readonly Clinic[] {
  return tableFile("clinics.csv").map((cell) => ({
    treatmentFunction: cell("function"),
    name: cell("name"),
    weight: Number(cell("weight")),
    followUps: Number(cell("follow_ups")),
    multiShare: Number(cell("multi_share")),
    ages: agesOf(cell("ages")),
    sex: oneOf(["1", "2"], cell("sex")),
    gpShare: Number(cell("gp_share")),
    prices: CLINIC_PRICES.map((price) => numberIn(cell(price))),
    procedureHrg: cell("procedure_hrg"),
    procedureShare: Number(cell("procedure_share")),
  }));
}

/** What was done at an A&E attendance: how often for those admitted, for others at a major and at a minor department. */
export interface EmergencyGroup {
  readonly hrg: string;
  readonly name: string;
  readonly weight: number;
  readonly admittedWeight: number;
  readonly minorWeight: number;
  readonly majorPrice: number | undefined;
  readonly minorPrice: number | undefined;
}

/** The A&E groups of the sample, from its own table. */
export function emergencyGroups(): readonly EmergencyGroup[] {
  return tableFile("emergency-groups.csv").map((cell) => ({
    hrg: cell("hrg"),
    name: cell("name"),
    weight: Number(cell("weight")),
    admittedWeight: Number(cell("admitted_weight")),
    minorWeight: Number(cell("minor_weight")),
    majorPrice: numberIn(cell("type_1_2")),
    minorPrice: numberIn(cell("type_3")),
  }));
}
