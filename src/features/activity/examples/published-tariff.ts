import { readFileSync } from "node:fs";
import { join } from "node:path";
import { financialYear } from "#kernel/period.ts";
import type { AdmittedPrice, Prices } from "../rules/price-list.ts";

type Line = Readonly<Record<string, string>>;

/** A price list as published, with the percentages that the lake does not keep. */
export interface PublishedTariff {
  readonly prices: Prices;
  /** The short-stay percentage by HRG, in basis points. */
  readonly shortStayRates: ReadonlyMap<string, number>;
}

/** Reads the published price lists of a year such as `2017-18`, for tests against real prices. */
export function publishedTariff(folder: string, year: string): PublishedTariff {
  const admitted = lines(join(folder, `admitted-patient-care-${year}.csv`));
  const outpatient = lines(join(folder, `outpatient-attendances-${year}.csv`));
  const emergency = lines(join(folder, `emergency-medicine-${year}.csv`));
  const factors = lines(join(folder, "market-forces-factor.csv"));
  const rate = "reduced_short_stay_emergency_percentage";
  return {
    prices: {
      year: financialYear(year.replace("-", "/")),
      admitted: byCode(admitted.map(admittedPrice), ({ hrg }) => hrg),
      outpatient: byCode(
        outpatient.map((line) => ({
          treatment_function: line.treatment_function_code ?? "",
          first_single_pence: pence(line.wf01b_first_single_professional),
          first_multi_pence: pence(line.wf02b_first_multi_professional),
          follow_up_single_pence: pence(line.wf01a_followup_single_professional),
          follow_up_multi_pence: pence(line.wf02a_followup_multi_professional),
        })),
        ({ treatment_function }) => treatment_function,
      ),
      emergency: byCode(
        emergency.map((line) => ({
          hrg: line.hrg_code ?? "",
          type_1_2_pence: pence(line.type_1_and_2_departments),
          type_3_pence: pence(line.type_3_departments),
        })),
        ({ hrg }) => hrg,
      ),
      marketForces: new Map(
        factors.map((line) => [line.provider_code ?? "", Math.round(Number(line.mff_payment_index) * 1_000_000)]),
      ),
    },
    shortStayRates: new Map(
      admitted
        .filter((line) => line[rate] !== "-")
        .map((line) => [line.hrg_code ?? "", Math.round(Number(line[rate]) * 10_000)]),
    ),
  };
}

function admittedPrice(line: Line): AdmittedPrice {
  const combined = pence(line.combined_daycase_ordinary_elective_tariff);
  return {
    hrg: line.hrg_code ?? "",
    day_case_pence: combined ?? pence(line.daycase_tariff),
    ordinary_elective_pence: combined ?? pence(line.ordinary_elective_tariff),
    elective_trim_days: whole(line.ordinary_elective_trim_point_days),
    non_elective_pence: pence(line.non_elective_tariff),
    non_elective_trim_days: whole(line.non_elective_trim_point_days),
    long_stay_day_pence: pence(line.per_day_long_stay_payment),
    short_stay_emergency_pence: pence(line.reduced_short_stay_emergency_tariff),
    outpatient_procedure_pence: pence(line.outpatient_procedure_tariff),
  };
}

function lines(path: string): readonly Line[] {
  const [head = "", ...body] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  const names = fields(head);
  return body.map((line) => {
    const values = fields(line);
    return Object.fromEntries(names.map((name, at) => [name, values[at] ?? ""]));
  });
}

/** The fields of a line, of which names alone are quoted and none holds a quote. */
function fields(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
}

function whole(text: string | undefined): number | null {
  return text === undefined || text === "-" || text === "" ? null : Number(text);
}

function pence(text: string | undefined): number | null {
  const pounds = whole(text);
  return pounds === null ? null : Math.round(pounds * 100);
}

function byCode<T>(prices: readonly T[], code: (price: T) => string): ReadonlyMap<string, T> {
  return new Map(prices.map((price) => [code(price), price]));
}
