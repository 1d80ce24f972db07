import { join } from "node:path";
import type { FileToLoad } from "./load-files.ts";

const PRICE_YEARS = { "2017/18": "2011/12 and 2012/13", "2018/19": "2013/14" } as const;
const LISTS = {
  "2013-04-01": "Patient_List_Size_2013_04-06.csv",
  "2013-07-01": "Patient_List_Size_2013_07-09.csv",
  "2013-10-01": "Patient_List_Size_2013_10-12.csv",
  "2014-01-01": "Patient_List_Size_2014_01-03.csv",
} as const;
const NEED_YEAR = "2023/24";

/** Who is who and who belongs where, as published: practices, trusts and memberships. */
export function directoryFiles(shared: string): readonly FileToLoad[] {
  return [
    { path: join(shared, "ods-practices", "epraccur.csv"), layout: "ods-practices", batch: "practices" },
    { path: join(shared, "trusts", "etr.csv"), layout: "ods-trusts", batch: "trusts" },
    { path: join(shared, "ods-practices", "epcmem.csv"), layout: "ods-memberships", batch: "memberships" },
  ];
}

/** Lists, need and prices as published, with what each is to stand for. */
export function standingFiles(shared: string): readonly FileToLoad[] {
  return [...listFiles(shared), ...needFiles(shared), ...priceFiles(shared)];
}

/** Artificial hospital records, with their dirt. They are of other years and of no real patient. */
export function artificialFiles(shared: string): readonly FileToLoad[] {
  return ["apc_0102", "op_0304", "ae_0708"].map((name) => ({
    path: join(shared, "artificial-hes", `artificial_hes_${name}.csv`),
    batch: `artificial ${name}`,
    madeUp: true,
  }));
}

function listFiles(shared: string): readonly FileToLoad[] {
  return Object.entries(LISTS).map(([as_at, name]) => ({
    path: join(shared, "list-sizes-2013-14", name),
    layout: "patient-list-size",
    batch: `lists ${as_at}`,
    settings: { as_at },
    ...(as_at === "2013-04-01" && {
      standIn: "Lists of April 2013 stand for those of the quarters of 2012/13 (settled ¶stand-ins-5).",
    }),
  }));
}

function needFiles(shared: string): readonly FileToLoad[] {
  const settings = { year: NEED_YEAR };
  return [
    {
      path: join(shared, "weighted-populations-2023-24", "2023_2024.csv"),
      layout: "weighted-populations",
      batch: "need",
      settings,
      standIn: "Need of 2023/24 stands for 2012/13 and 2013/14 (settled ¶stand-ins-2).",
    },
    {
      path: join(shared, "gp-payments-2014-15", "nhs-payments-to-general-practice-2014-15.csv"),
      layout: "gp-payments",
      batch: "carr-hill",
      settings,
      standIn: "Carr-Hill lists of 2014/15 stand beside the need of 2023/24 (settled ¶stand-ins-6).",
    },
  ];
}

function priceFiles(shared: string): readonly FileToLoad[] {
  const folder = join(shared, "national-tariff-2017-19");
  return Object.entries(PRICE_YEARS).flatMap(([price_year, stoodFor]) => {
    const published = price_year.replace("/", "-");
    const said = {
      batch: `prices ${price_year}`,
      settings: { price_year },
      standIn: `Prices of ${price_year} stand for ${stoodFor} (settled ¶stand-ins-2).`,
    };
    return [
      { ...said, path: join(folder, `admitted-patient-care-${published}.csv`), layout: "national-tariff-admitted" },
      { ...said, path: join(folder, `outpatient-attendances-${published}.csv`), layout: "national-tariff-outpatient" },
      { ...said, path: join(folder, `emergency-medicine-${published}.csv`), layout: "national-tariff-emergency" },
      { ...said, path: join(folder, "market-forces-factor.csv"), layout: "national-tariff-market-forces" },
    ];
  });
}
