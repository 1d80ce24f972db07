import type { CurrencyRow } from "../drill/drill-down.ts";
import { isPriced, type PriceStatus } from "../rules/price-status.ts";
import type { FigureColumn, FigureTable } from "./figure-table.tsx";
import { statusText } from "./words.ts";

interface CurrencyTable {
  readonly lines: readonly CurrencyRow[];
  /** `HRG`, or `treatment function`. */
  readonly currency: string;
  readonly nameOf: (code: string) => string;
  /** Where the rows of a line are; nothing for a reader who may not see rows. */
  readonly rowsOf?: (line: CurrencyRow) => string;
}

/** Activity by HRG or treatment function and provider, dearest first, each line leading to its rows. */
export function currencyTable({ lines, currency, nameOf, rowsOf }: CurrencyTable): FigureTable<CurrencyRow> {
  const heading = `${currency.charAt(0).toUpperCase()}${currency.slice(1)}`;
  const columns: readonly FigureColumn<CurrencyRow>[] = [
    { ...{ key: "code", heading, is: "text", only: "file" }, value: (line) => line.currency ?? undefined },
    {
      ...{ key: "currency", heading, is: "text", only: "page" },
      value: (line) => codeText(line, currency),
      shown: (line) =>
        rowsOf === undefined ? codeText(line, currency) : <a href={rowsOf(line)}>{codeText(line, currency)}</a>,
    },
    {
      ...{ key: "name", heading: "Name", is: "text" },
      value: (line) => line.currency_name ?? undefined,
    },
    {
      ...{ key: "provider", heading: "Provider", is: "text" },
      value: ({ provider }) => `${nameOf(provider)} (${provider})`,
    },
    { ...{ key: "rows", heading: "Rows", is: "count", adds: true }, value: (line) => line.rows_loaded },
    { ...{ key: "days", heading: "Bed days", is: "count", adds: true }, value: (line) => line.bed_days },
    { ...{ key: "cost", heading: "Cost", is: "pounds", adds: true }, value: costOf },
    { ...{ key: "status", heading: "Price", is: "text" }, value: ({ status }) => priceText(status) },
  ];
  return {
    id: "lines",
    caption: `By ${currency} and provider, dearest first`,
    counted: ["line", "lines"],
    columns: lines.some(({ bed_days }) => bed_days > 0) ? columns : columns.filter(({ key }) => key !== "days"),
    rows: lines,
    rowKey: (line) => `${line.currency} ${line.provider} ${line.status}`,
  };
}

/** Why a line has no price, or in which way its price is not the usual one. */
export function priceText(status: PriceStatus): string {
  return status === "priced" ? "as listed" : statusText(status).what;
}

function costOf({ status, pence }: CurrencyRow): number | undefined {
  return isPriced(status) ? pence : undefined;
}

function codeText(line: CurrencyRow, currency: string): string {
  return line.currency ?? `No ${currency}`;
}
