import {
  ADMITTED_PRICE_COLUMNS,
  EMERGENCY_PRICE_COLUMNS,
  MARKET_FORCES_COLUMNS,
  OUTPATIENT_PRICE_COLUMNS,
  priceLists,
} from "../money/price-list.ts";
import type { WrittenFile } from "../output/csv-file.ts";
import { sheet } from "../output/standing-files.ts";
import { LIST_COLUMNS, type ListRow } from "../population/lists.ts";
import { NEED_COLUMNS, type NeedRow } from "../population/need.ts";
import { AGE_SHARES } from "../population/rates.ts";
import { random } from "../random.ts";
import { BANDS } from "../setting/bands.ts";
import { caseMix } from "../setting/case-mix.ts";
import { clinics, emergencyGroups } from "../setting/clinics.ts";
import { MEMBERSHIP_COLUMNS, ORGANISATION_COLUMNS } from "../setting/directory.ts";
import { type CountryPractice, countryPractices, PEOPLE_OF_A_SLOT } from "./places.ts";

export interface StandingCsvOptions {
  readonly folder: string;
  readonly practices: number;
  readonly seed: number;
  /** The first days of quarters for which there are lists. */
  readonly quarters: readonly string[];
  /** The year for which there is need. */
  readonly needYear: string;
}

const REGION = "Z00Z";
const OPENED = "2002-04-01";
const COMPONENTS = ["acute", "community", "mental-health", "maternity", "prescribing", "primary-care", "overall"];

/** Writes what a country's months are read against: its directory, lists, need and the prices of all years. */
export function writeStandingCsv({ folder, seed, ...options }: StandingCsvOptions): readonly WrittenFile[] {
  const practices = countryPractices(options.practices, seed);
  const providers = [...new Set(practices.flatMap(({ nearProvider, farProvider }) => [nearProvider, farProvider]))];
  const chance = random(seed, "country prices");
  const setting = { providers: providers.toSorted().map((code) => providerNamed(code, 1 + chance.next() * 0.2)) };
  const lists = priceLists(setting, { caseMix: caseMix(), clinics: clinics(), groups: emergencyGroups() }, seed);
  return [
    sheet(folder, "organisations.csv", ORGANISATION_COLUMNS, organisations(practices, providers)),
    sheet(folder, "memberships.csv", MEMBERSHIP_COLUMNS, memberships(practices)),
    sheet(folder, "lists.csv", LIST_COLUMNS, listRows(practices, options.quarters), "patients"),
    sheet(folder, "need.csv", NEED_COLUMNS, needRows(practices, options.needYear, seed)),
    sheet(
      folder,
      "prices-admitted.csv",
      ADMITTED_PRICE_COLUMNS,
      lists.flatMap(({ admitted }) => admitted),
    ),
    sheet(
      folder,
      "prices-outpatient.csv",
      OUTPATIENT_PRICE_COLUMNS,
      lists.flatMap(({ outpatient }) => outpatient),
    ),
    sheet(
      folder,
      "prices-emergency.csv",
      EMERGENCY_PRICE_COLUMNS,
      lists.flatMap(({ emergency }) => emergency),
    ),
    sheet(
      folder,
      "market-forces.csv",
      MARKET_FORCES_COLUMNS,
      lists.flatMap(({ marketForces }) => marketForces),
    ),
  ];
}

function providerNamed(code: string, factor: number) {
  return { code, name: `Hospitals ${code}`, kind: "near" as const, factor };
}

function commissionersOf(practices: readonly CountryPractice[]): readonly string[] {
  return [...new Set(practices.map(({ commissioner }) => commissioner))];
}

function* organisations(practices: readonly CountryPractice[], providers: readonly string[]) {
  const row = (code: string, kind: string) => {
    const name = `${kind === "pct" ? "PCT" : kind[0]?.toUpperCase() + kind.slice(1)} ${code}`;
    return { code, name, kind, opened: OPENED, closed: "", successor: "" };
  };
  yield row(REGION, "region");
  for (const code of commissionersOf(practices)) yield row(code, "pct");
  for (const { practice } of practices) yield row(practice, "practice");
  for (const code of providers) yield row(code, "provider");
}

function* memberships(practices: readonly CountryPractice[]) {
  const row = (member: string, organisation: string, kind: string) => ({
    member,
    organisation,
    kind,
    from: OPENED,
    until: "",
  });
  for (const code of commissionersOf(practices)) yield row(code, REGION, "region");
  for (const { practice, commissioner } of practices) yield row(practice, commissioner, "pct");
}

function* listRows(practices: readonly CountryPractice[], quarters: readonly string[]): Generator<ListRow> {
  const cohorts = AGE_SHARES.flatMap((shares, at) =>
    shares.map((share, band) => ({ sex: at + 1, age_band: BANDS[band] ?? "", share })),
  );
  for (const as_at of quarters) {
    for (const { practice, slots } of practices) {
      for (const { share, ...cohort } of cohorts) {
        yield { practice, as_at, ...cohort, patients: Math.round((slots * PEOPLE_OF_A_SLOT * share) / 1000) };
      }
    }
  }
}

function* needRows(practices: readonly CountryPractice[], year: string, seed: number): Generator<NeedRow> {
  const chance = random(seed, `country need ${year}`);
  for (const { practice, slots } of practices) {
    const population = slots * PEOPLE_OF_A_SLOT;
    for (const component of COMPONENTS) {
      const weighted = (population * (1 + chance.normal() * 0.12)).toFixed(4);
      yield { practice, year, component, population: population.toFixed(4), weighted_population: weighted };
    }
  }
}
