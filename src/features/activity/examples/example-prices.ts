import { financialYear } from "#kernel/period.ts";
import type { AdmittedPrice, Prices } from "../rules/price-list.ts";

const pounds = (amount: number | null): number | null => (amount === null ? null : amount * 100);

function admitted(
  hrg: string,
  [dayCase, ordinary, nonElective]: readonly (number | null)[],
  [electiveTrim, nonElectiveTrim, longStayDay]: readonly number[],
  [shortStay, procedure]: readonly (number | null)[],
): [string, AdmittedPrice] {
  return [
    hrg,
    {
      hrg,
      day_case_pence: pounds(dayCase ?? null),
      ordinary_elective_pence: pounds(ordinary ?? null),
      elective_trim_days: electiveTrim ?? null,
      non_elective_pence: pounds(nonElective ?? null),
      non_elective_trim_days: nonElectiveTrim ?? null,
      long_stay_day_pence: pounds(longStayDay ?? null),
      short_stay_emergency_pence: pounds(shortStay ?? null),
      outpatient_procedure_pence: pounds(procedure ?? null),
    },
  ];
}

/** Some prices of 2017/18 as the workbook states them. Source: national-tariff-2017-19 ¶admitted-1 to ¶market-forces-1. */
export const EXAMPLE_PRICES: Prices = {
  year: financialYear("2017/18"),
  admitted: new Map([
    admitted("AA22C", [8207, 8207, 9766], [117, 98, 240], [2930, null]),
    admitted("AA22F", [1212, 1212, 3318], [8, 26, 240], [995, null]),
    admitted("CA11A", [1237, 1119, 1190], [5, 5, 241], [null, null]),
    admitted("CA14Z", [1259, 1138, 1947], [5, 14, 241], [null, 108]),
    admitted("DZ10J", [5228, 5228, 5228], [38, 38, 208], [1569, null]),
    // Invented: an HRG that has a non-elective price only, and no trim point.
    ["ZZ01Z", { ...admitted("ZZ01Z", [null, null, 500], [], [null, null])[1] }],
  ]),
  outpatient: new Map([
    [
      "100",
      {
        treatment_function: "100",
        first_single_pence: 16_300,
        first_multi_pence: 20_600,
        follow_up_single_pence: 7_000,
        follow_up_multi_pence: 10_400,
      },
    ],
    // Invented: a treatment function without prices for several professionals.
    [
      "999",
      {
        treatment_function: "999",
        first_single_pence: 10_000,
        first_multi_pence: null,
        follow_up_single_pence: 5_000,
        follow_up_multi_pence: null,
      },
    ],
  ]),
  emergency: new Map([
    ["VB01Z", { hrg: "VB01Z", type_1_2_pence: 32_200, type_3_pence: 6_300 }],
    // Invented: an HRG without a price in departments of type 3.
    ["VB00Z", { hrg: "VB00Z", type_1_2_pence: 10_000, type_3_pence: null }],
  ]),
  marketForces: new Map([
    ["RC9", 1_120_265],
    ["RDD", 1_122_845],
    ["RWG", 1_170_761],
    ["RWH", 1_140_461],
    // Invented, so that a price can fall on half a penny.
    ["RXX", 1_000_010],
  ]),
};
