import { CSV_TYPE, type CsvCell, csvText } from "#platform/files/csv.ts";
import { type Attachment, attachment } from "#platform/web/outcome.ts";
import type { Column } from "#platform/web/view/data-table.tsx";
import { pounds } from "#platform/web/words/amounts.ts";
import { dayText } from "#platform/web/words/dates.ts";
import type { Entry, Register, Registered } from "../register.ts";
import type { Gift, Interest } from "../rules/interest.ts";
import { ANSWER_WORDS, GIFT_WORDS, KIND_WORDS } from "./words.ts";

/** A column that a page and a file show alike; a file has plain days and amounts. */
interface ShownColumn<Row> {
  readonly key: string;
  readonly heading: string;
  readonly text: (row: Row) => string;
  readonly file?: (row: Row) => CsvCell;
}

/** A table of a register. */
export interface RegisterTable<Row> {
  readonly id: "people" | "interests" | "gifts";
  readonly caption: string;
  readonly counted: readonly [string, string];
  readonly columns: readonly ShownColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

const WHO = <Row>(of: (row: Row) => Registered): readonly ShownColumn<Row>[] => [
  { key: "name", heading: "Name", text: (row) => of(row).name },
  { key: "post", heading: "Role", text: (row) => of(row).posts.join("; ") },
];

/** Who is on the register, and when they last confirmed what they declared. */
export function peopleTable({ people }: Register, caption: string): RegisterTable<Registered> {
  return {
    ...{ id: "people", caption, counted: ["person", "people"], rows: people, rowKey: ({ person }) => person },
    columns: [
      ...WHO((row: Registered) => row),
      {
        key: "confirmed",
        heading: "Last confirmed",
        text: confirmedText,
        file: ({ confirmed }) => confirmed?.on ?? "",
      },
      {
        key: "due",
        heading: "Due",
        text: ({ dueSince }) => (dueSince === undefined ? "No" : `Since ${dayText(dueSince)}`),
      },
    ],
  };
}

function confirmedText({ confirmed }: Registered): string {
  if (confirmed === undefined) return "Never";
  return `${dayText(confirmed.on)}${confirmed.nothing ? ": nothing to declare" : ""}`;
}

/** The interests on the register. */
export function interestsTable({ interests }: Register, caption: string): RegisterTable<Entry<Interest>> {
  return {
    ...{ id: "interests", caption, counted: ["interest", "interests"], rows: interests, rowKey: entryKey },
    columns: [
      ...WHO(({ person }: Entry<Interest>) => person),
      { key: "kind", heading: "Kind", text: ({ declaration }) => KIND_WORDS[declaration.kind] },
      { key: "party", heading: "In", text: ({ words }) => words.party ?? "" },
      { key: "what", heading: "What it is", text: ({ words }) => words.what ?? "" },
      {
        key: "from",
        heading: "From",
        text: ({ declaration }) => dayText(declaration.from),
        file: ({ declaration }) => declaration.from,
      },
      {
        key: "until",
        heading: "Until",
        text: ({ declaration: { until } }) => (until === undefined ? "Stands" : dayText(until)),
        file: ({ declaration }) => declaration.until ?? "",
      },
    ],
  };
}

/** The gifts and hospitality on the register. */
export function giftsTable({ gifts }: Register, caption: string): RegisterTable<Entry<Gift>> {
  return {
    ...{ id: "gifts", caption, counted: ["gift or offer", "gifts and offers"], rows: gifts, rowKey: entryKey },
    columns: [
      ...WHO(({ person }: Entry<Gift>) => person),
      { key: "kind", heading: "Kind", text: ({ declaration }) => GIFT_WORDS[declaration.kind] },
      { key: "what", heading: "What", text: ({ words }) => words.what ?? "" },
      { key: "giver", heading: "From", text: ({ words }) => words.giver ?? "" },
      { key: "value", heading: "Value", text: valueText, file: valueCell },
      { key: "answer", heading: "Answer", text: ({ declaration }) => ANSWER_WORDS[declaration.answer] },
      {
        key: "on",
        heading: "Day",
        text: ({ declaration }) => dayText(declaration.on),
        file: ({ declaration }) => declaration.on,
      },
      { key: "why", heading: "Why", text: ({ words }) => words.why ?? "" },
    ],
  };
}

function valueText({ declaration: { pence }, words }: Entry<Gift>): string {
  if (words.pence !== undefined) return words.pence;
  return pence === undefined ? "Unknown" : pounds(pence, { pence: true });
}

function valueCell(entry: Entry<Gift>): CsvCell {
  const { pence } = entry.declaration;
  return entry.words.pence !== undefined || pence === undefined ? valueText(entry) : { value: pence, places: 2 };
}

function entryKey({ person, declaration }: Entry<Interest | Gift>): string {
  return `${person.person} ${declaration.id}`;
}

/** The columns of a table on a page; what stands after the last is for those who may do something with a row. */
export function pageColumns<Row>(columns: readonly ShownColumn<Row>[]): readonly Column<Row>[] {
  return columns.map(({ key, heading, text, file }) => ({
    ...{ key, heading, cell: text },
    sort: (row: Row) => sortKey(file?.(row)) ?? text(row),
  }));
}

function sortKey(cell: CsvCell | undefined): string | number | undefined {
  return typeof cell === "object" ? cell.value : cell;
}

/** The file of a table where the query asks for it: what the page shows, row by row. */
export function registerFile<Row>(
  place: string,
  table: RegisterTable<Row>,
  query: URLSearchParams,
): Attachment | undefined {
  if (query.get("csv") !== table.id) return undefined;
  const cells = (row: Row) => table.columns.map(({ text, file }) => file?.(row) ?? text(row));
  const body = csvText([table.columns.map(({ heading }) => heading), ...table.rows.map(cells)]);
  return attachment({ name: `register-${place}-${table.id}.csv`, type: CSV_TYPE, body });
}
