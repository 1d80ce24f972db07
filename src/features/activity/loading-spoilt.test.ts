import { expect, test } from "vitest";
import { faultOf, type Sound } from "#platform/lake/examples/ordeal.ts";
import { activityDatasets } from "./datasets/activity-datasets.ts";
import { openLoadingBench } from "./datasets/examples/loading-bench.ts";

const ALL_OF_THEM = 10_000;
const SOME = 300;
/** A lake that has seen many files is slower; each of so many starts with a new one. */
const FILES_A_LAKE = 250;
const ROWS = 12;

/** Sound values by column, as the layouts name them; a function makes them differ from row to row. */
const VALUES: Readonly<Record<string, string | ((row: number) => string)>> = {
  ...columns("EPIKEY ATTENDKEY AEKEY spell_id attendance_id referral_id", (row) => `N${row}`),
  ...columns("measure indicator register service_line", (row) => `measure ${row}`),
  ...columns("provider provider_code PROCODE3", (row) => `RX${"ABCDEFGHIJKL"[row % 12]}`),
  ...columns("practice GPPRAC", (row) => ["X81001", "X81002", "X81003", "X81009"][row % 4] ?? ""),
  ...columns("hrg hrg_code SUSHRG", (row) => `AA0${row % 9}C`),
  ...columns("treatment_function treatment_function_code TRETSPEF", (row) => String(100 + row)),
  ...columns("admitted_on ADMIDATE arrived_on ARRIVALDATE attended_on APPTDATE received_on", (row) => day(row)),
  ...columns("discharged_on DISDATE EPISTART EPIEND", (row) => day(row).replace("-1", "-2")),
  ...columns("nhs_number", (row) => ["9990000018", "9990000026", ""][row % 3] ?? ""),
  ...columns("PSEUDO_HESID", (row) => `TEST${row % 5}`),
  ...columns("date_of_birth", (row) => `19${30 + row}-04-01`),
  ...columns("sex SEX AEATTENDCAT category first_attendance FIRSTATT", (row) => String(1 + (row % 2))),
  ...columns("month", (row) => day(row).slice(0, 7)),
  ...columns("area period year price_year", (row) => ["2007/08", "2008/09", "2009/10"][row >> 2] ?? ""),
  ...columns("factor mff_payment_index", (row) => `1.0${row}5265`),
  ...columns("source referral_source REFSOURC", "03"),
  ...columns("diagnoses", "J45.9 E86 I10X"),
  ...columns("procedures", "F341 F09"),
  ...columns("postcode", "AL7 1BW"),
  ...columns("admission_method ADMIMETH", "21"),
  ...columns("patient_class CLASSPAT EPIORDER", "1"),
  ...columns("EPISTAT attended ATTENDED", "3"),
  ...columns("professionals", "multi"),
  ...columns("reduced_short_stay_emergency_applicable", "Yes"),
  ...columns("unit priority name hrg_name description treatment_function_name provider_name", '"A name, of a sort"'),
};

function columns(names: string, value: string | ((row: number) => string)) {
  return Object.fromEntries(names.split(" ").map((name) => [name, value]));
}

function day(row: number): string {
  return `2008-0${4 + (row % 3)}-1${row % 10}`;
}

/** A sound file in each layout. A column that is not named above is one of numbers. */
const SOUND: readonly Sound[] = activityDatasets.flatMap(({ table, intakes }) =>
  intakes.map(({ layout, shape }) => {
    const names = Object.values(layout.fields)
      .flatMap(({ sources }) => sources.map(([documented = ""]) => documented))
      .filter((name, at, all) => all.indexOf(name) === at && !["patient", "age"].includes(name));
    const line = (row: number): string => names.map((name) => valueAt(name, row)).join(",");
    return {
      name: layout.name,
      dataset: table.name,
      lines: [names.join(","), ...Array.from({ length: ROWS }, (_, row) => line(row))],
      settings: "price_year" in shape.takes ? { price_year: "2008/09" } : {},
      ...(layout.name === "hes-admitted" ? { mergesRows: true as const } : {}),
    };
  }),
);

function valueAt(name: string, row: number): string {
  if (/^(DIAG|OPERTN)_4_/.test(name)) return name.endsWith("_01") ? "J459" : "-";
  const value = VALUES[name] ?? "12";
  return typeof value === "string" ? value : value(row);
}

const long = process.env.CHILFORD_LONG !== undefined && process.env.CHILFORD_LONG !== "";

test("the files are sound before they are spoilt, so that more than their beginning is read", async () => {
  const bench = await openLoadingBench();
  try {
    for (const { name, dataset, lines, settings = {} } of SOUND) {
      const { rows } = await bench.report(lines, { dataset, settings });
      expect(rows.accepted, name).toBeGreaterThanOrEqual(ROWS / 2);
    }
  } finally {
    await bench.close();
  }
});

test(`${long ? ALL_OF_THEM : SOME} spoilt files, of every layout, are never a crash and never half a load`, {
  timeout: long ? 4 * 3_600_000 : 300_000,
}, async () => {
  const faults: string[] = [];
  const files = long ? ALL_OF_THEM : SOME;
  for (let from = 0; from < files; from += FILES_A_LAKE) {
    const bench = await openLoadingBench();
    try {
      for (let seed = from; seed < Math.min(from + FILES_A_LAKE, files); seed += 1) {
        const sound = SOUND[seed % SOUND.length];
        const fault = sound && (await faultOf(bench, sound, seed));
        if (fault !== undefined) faults.push(fault);
      }
    } finally {
      await bench.close();
    }
  }
  expect(faults).toEqual([]);
});
