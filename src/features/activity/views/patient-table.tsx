import type { Day } from "#kernel/period.ts";
import { dayText } from "#platform/web/words/dates.ts";
import type { PatientRow } from "../patients/patient-rows.ts";
import { isPriced } from "../rules/price-status.ts";
import { priceText } from "./currency-table.tsx";
import type { FigureTable } from "./figure-table.tsx";
import { pointText } from "./words.ts";

interface PatientTable {
  readonly rows: readonly PatientRow[];
  readonly nameOf: (code: string) => string;
  /** Where the price of a row is explained. */
  readonly priceOf: (row: PatientRow) => string;
}

/** One patient's rows by day, each leading to why its price is what it is. */
export function patientTable({ rows, nameOf, priceOf }: PatientTable): FigureTable<PatientRow> {
  return {
    id: "care",
    caption: "Rows as loaded, by day",
    counted: ["row", "rows"],
    rows,
    rowKey: ({ load, source_row }) => `${load} ${source_row}`,
    columns: [
      {
        ...{ key: "day", heading: "Day", is: "text" },
        value: ({ happened_on }) => happened_on,
        shown: ({ happened_on }) => <span className="app-amount">{dayText(happened_on as Day)}</span>,
      },
      {
        ...{ key: "point", heading: "Point of delivery", is: "text" },
        value: ({ point_of_delivery }) => pointText(point_of_delivery),
      },
      { ...{ key: "provider", heading: "Provider", is: "text" }, value: ({ provider }) => nameOf(provider) },
      {
        ...{ key: "currency", heading: "HRG or treatment function", is: "text" },
        value: ({ currency, currency_name }) => [currency, currency_name].filter(Boolean).join(" ") || undefined,
      },
      {
        ...{ key: "price", heading: "Price", is: "pounds", adds: true },
        value: ({ status, pence }) => (isPriced(status) ? pence : undefined),
      },
      {
        ...{ key: "why", heading: "To know", is: "text" },
        value: ({ status }) => priceText(status),
        shown: (row) => <a href={priceOf(row)}>{priceText(row.status)}</a>,
      },
      { ...{ key: "row", heading: "Row", is: "text" }, value: ({ row_id }) => row_id },
      {
        ...{ key: "line", heading: "Line of the file", is: "count", sorts: false },
        value: ({ source_row }) => source_row,
      },
    ],
  };
}
