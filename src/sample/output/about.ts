import { DIRT_SHARE, type Fault } from "../activity/dirt.ts";
import type { SpoiltRow } from "../activity/month-files.ts";
import type { Setting } from "../setting/fenmere.ts";
import { csvFile, textFile, type WrittenFile } from "./csv-file.ts";

/** Rows spoilt on purpose, by dataset and by what is wrong with them. */
export type Faults = Readonly<Record<string, { readonly [F in Fault]?: number }>>;

/**
 * Writes what goes with the files: what they are, control totals of each, and which rows were spoilt. Control totals
 * count rows and add up one column, code numbers included, as senders do to find a file cut short.
 */
export function writeAbout(
  folder: string,
  what: { readonly setting: Setting; readonly seed: number; readonly scale: number },
  files: readonly WrittenFile[],
  spoilt: readonly SpoiltRow[],
): { readonly faults: Faults; readonly files: readonly WrittenFile[] } {
  const faults = count(spoilt);
  const dirt = { share: DIRT_SHARE, faults };
  return {
    faults,
    files: [
      controls(folder, files),
      spoiltRows(folder, spoilt),
      textFile(folder, "dirt.json", json(dirt)),
      textFile(folder, "about.json", json(aboutOf(what))),
    ],
  };
}

function aboutOf({
  setting,
  seed,
  scale,
}: {
  readonly setting: Setting;
  readonly seed: number;
  readonly scale: number;
}) {
  return {
    name: setting.name,
    made_up: "Every place, organisation, person and figure here is made up. HRG codes have the form of real ones.",
    seed,
    scale,
    activity_years: setting.years,
    rule_year: setting.rule_year,
    price_year: setting.price_year,
    currency: "HRG4 codes throughout, though tariffs used version 3.5 until 2008/09.",
  };
}

function controls(folder: string, files: readonly WrittenFile[]): WrittenFile {
  const file = csvFile(folder, "controls.csv", ["file", "rows", "column", "sum"]);
  for (const { path, rows, checked } of files) {
    file.write({ file: path, rows, column: checked?.column ?? "", sum: checked?.sum ?? "" });
  }
  return file.close();
}

function spoiltRows(folder: string, spoilt: readonly SpoiltRow[]): WrittenFile {
  const file = csvFile(folder, "dirt.csv", ["file", "id", "fault", "field"]);
  for (const row of spoilt) file.write({ ...row });
  return file.close();
}

function count(spoilt: readonly SpoiltRow[]): Faults {
  const faults: Record<string, { [F in Fault]?: number }> = {};
  for (const { file, fault } of spoilt) {
    const dataset = file.replace(/\/.*/, "");
    const own = faults[dataset] ?? {};
    faults[dataset] = { ...own, [fault]: (own[fault] ?? 0) + 1 };
  }
  return faults;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
