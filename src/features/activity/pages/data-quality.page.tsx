import type { Directory } from "#features/organisations/index.ts";
import { NotFound } from "#platform/access/errors.ts";
import type { Subject } from "#platform/access/person.ts";
import type { Lake, ListedLoad } from "#platform/lake/index.ts";
import { type Page, page } from "#platform/web/page.ts";
import { titlesOf } from "../reading/all-loads.ts";
import { type CountedFinding, findingWords } from "../reading/finding-words.ts";
import { readHeldData } from "../reading/held-data.ts";
import { DataQualityView } from "../views/data-quality.view.tsx";
import { askedFile } from "../views/figure-table.tsx";
import { findingsTable } from "../views/findings-table.tsx";
import { loadsTable } from "../views/loads-table.tsx";
import { monthsTable, wholeTable } from "../views/quality-tables.tsx";
import type { ActivityWiring } from "../wiring.ts";

/** The data behind a PCT's figures: months held, provisional or missing, and how rows fared. */
export function dataQualityPage(wiring: ActivityWiring): Page<"loads.view"> {
  const { lake, madeUp } = wiring;
  return page(
    "/quality/:pct",
    { permission: "loads.view", subject: ({ pct }): Subject => ({ organisation: pct, within: [pct] }) },
    async ({ params: { pct }, query, path, sight }) => {
      const name = nameOfPct(await wiring.directory(), pct);
      const held = await readHeldData(lake, pct, sight);
      const isAllMadeUp = madeUp !== false;
      const [months, whole] = [monthsTable(held, isAllMadeUp), wholeTable(held, isAllMadeUp)];
      const loads = loadsTable({
        ...{ loads: held.loads, titleOf: titlesOf(lake), isAllMadeUp },
        caption: "Loads that count, the newest first",
      });
      const findings = together(lake, held.loads);
      const file = `data-${pct}`;
      return (
        askedFile(file, months, query) ??
        askedFile(file, whole, query) ??
        askedFile(file, loads, query) ??
        askedFile(file, findingsTable(findings, ""), query) ?? {
          title: `The data behind the figures of ${name}`,
          section: "care",
          place: { name, detail: pct },
          madeUp,
          body: <DataQualityView {...{ name, held, months, whole, loads, findings, path, query }} />,
        }
      );
    },
  );
}

function nameOfPct(directory: Directory, pct: string): string {
  const found = directory.organisations.get(pct);
  if (found?.kind !== "pct") throw new NotFound(`The directory has no PCT ${pct}.`);
  return found.name;
}

/** What was found in all loads, reasons of the same words counted together. */
function together(lake: Lake, loads: readonly ListedLoad[]): readonly CountedFinding[] {
  const all = loads.flatMap((load) => findingWords(lake, load));
  return [...Map.groupBy(all, ({ weight, column, what, todo }) => `${weight} ${column} ${what} ${todo}`).values()]
    .flatMap(([first, ...others]) =>
      first === undefined ? [] : [{ ...first, rows: others.reduce((sum, { rows }) => sum + rows, first.rows) }],
    )
    .toSorted((a, b) => b.rows - a.rows);
}
