import { type Random, random } from "../random.ts";
import type { CaseMixEntry } from "../setting/case-mix.ts";
import type { Clinic, EmergencyGroup } from "../setting/clinics.ts";
import type { Setting } from "../setting/fenmere.ts";

export const ADMITTED_PRICE_COLUMNS = [
  "price_year",
  "hrg",
  "name",
  "day_case",
  "ordinary_elective",
  "elective_trim_days",
  "non_elective",
  "non_elective_trim_days",
  "long_stay_day",
  "short_stay_emergency",
  "outpatient_procedure",
] as const;
export const OUTPATIENT_PRICE_COLUMNS = [
  "price_year",
  "treatment_function",
  "name",
  "first_single",
  "first_multi",
  "follow_up_single",
  "follow_up_multi",
] as const;
export const EMERGENCY_PRICE_COLUMNS = ["price_year", "hrg", "name", "type_1_2", "type_3"] as const;
export const MARKET_FORCES_COLUMNS = ["price_year", "provider", "name", "factor"] as const;

type Price<C extends readonly string[]> = Readonly<Record<C[number], string | number>>;
export type AdmittedPrice = Price<typeof ADMITTED_PRICE_COLUMNS>;
export type OutpatientPrice = Price<typeof OUTPATIENT_PRICE_COLUMNS>;
export type EmergencyPrice = Price<typeof EMERGENCY_PRICE_COLUMNS>;
export type MarketForces = Price<typeof MARKET_FORCES_COLUMNS>;

/** A year's prices. */
export interface PriceList {
  readonly year: string;
  readonly admitted: readonly AdmittedPrice[];
  readonly outpatient: readonly OutpatientPrice[];
  readonly emergency: readonly EmergencyPrice[];
  readonly marketForces: readonly MarketForces[];
}

/** How prices stand against those of the first year, and market forces against those of the last. Made up. */
const YEARS = [
  { year: "2005/06", level: 1, spread: 0.94 },
  { year: "2006/07", level: 1.015, spread: 0.96 },
  { year: "2007/08", level: 1.041, spread: 0.98 },
  { year: "2008/09", level: 1.065, spread: 1 },
] as const;

/** Price lists of every year. An HRG without any price keeps its row in some years' lists; one that cannot be has none. */
export function priceLists(
  setting: Pick<Setting, "providers">,
  tables: {
    readonly caseMix: readonly CaseMixEntry[];
    readonly clinics: readonly Clinic[];
    readonly groups: readonly EmergencyGroup[];
  },
  seed: number,
): readonly PriceList[] {
  const chance = random(seed, "prices");
  return YEARS.map(({ year, level, spread }) => ({
    year,
    admitted: tables.caseMix
      .filter(({ hrg }) => hrg !== "UZ01Z")
      .map((entry) => admitted(year, entry, level * drift(chance))),
    outpatient: tables.clinics
      .filter(({ prices }) => prices.some((price) => price !== undefined))
      .map((clinic) => outpatient(year, clinic, level * drift(chance))),
    emergency: tables.groups.map(({ hrg, name, majorPrice, minorPrice }) => {
      const own = level * drift(chance);
      return { price_year: year, hrg, name, type_1_2: pounds(majorPrice, own), type_3: pounds(minorPrice, level) };
    }),
    marketForces: setting.providers.map(({ code, name, factor }) => ({
      price_year: year,
      provider: code,
      name,
      factor: (1 + (factor - 1) * spread).toFixed(6),
    })),
  }));
}

/** Prices do not all move alike from year to year. */
function drift(chance: Random): number {
  return 1 + Math.max(-0.04, Math.min(0.04, chance.normal() * 0.015));
}

function admitted(price_year: string, entry: CaseMixEntry, level: number): AdmittedPrice {
  const { hrg, name, prices, stay, electiveStay } = entry;
  const { dayCase, ordinary, nonElective, shortStayPercent, outpatient: procedure } = prices;
  const hasTrim = (dayCase ?? ordinary) !== undefined;
  const isPriced = hasTrim || nonElective !== undefined;
  return {
    price_year,
    hrg,
    name,
    day_case: pounds(dayCase, level),
    ordinary_elective: pounds(ordinary, level),
    elective_trim_days: hasTrim ? Math.ceil(3 + Math.max(electiveStay, stay / 2) * 2.2) : "",
    non_elective: pounds(nonElective, level),
    non_elective_trim_days: nonElective === undefined ? "" : Math.ceil(4 + stay * 2.3),
    long_stay_day: isPriced ? pounds(stay > 10 ? 178 : 206, level) : "",
    short_stay_emergency: shortStayPercent === undefined ? "" : pounds(nonElective, (level * shortStayPercent) / 100),
    outpatient_procedure: pounds(procedure, level),
  };
}

function outpatient(price_year: string, { treatmentFunction, name, prices }: Clinic, level: number): OutpatientPrice {
  const [firstSingle, firstMulti, followUpSingle, followUpMulti] = prices;
  return {
    price_year,
    treatment_function: treatmentFunction,
    name,
    first_single: pounds(firstSingle, level),
    first_multi: pounds(firstMulti, level),
    follow_up_single: pounds(followUpSingle, level),
    follow_up_multi: pounds(followUpMulti, level),
  };
}

function pounds(price: number | undefined, level: number): number | "" {
  return price === undefined ? "" : Math.round(price * level);
}
