import type { Status } from "#platform/lake/index.ts";
import type { SaidOfFile } from "./uploads.ts";

/** What can be said of a file, as it is written on a form or a command line. */
export interface WrittenOfFile {
  readonly dataset?: string | undefined;
  readonly layout?: string | undefined;
  readonly status: Status;
  readonly batch?: string | undefined;
  readonly corrects?: string | undefined;
  /** `price_year=2017/18`; several apart by semicolons. */
  readonly settings?: string | undefined;
  /** How many rows the sender says there are. */
  readonly rows?: string | undefined;
  /** What the sender says columns add up to, `cost=1,234.50`; several apart by semicolons. */
  readonly sums?: string | undefined;
  readonly madeUp?: boolean;
  readonly standIn?: string | undefined;
}

/** Something written that cannot be read: which, and what to write instead. */
export interface Unreadable {
  readonly field: keyof WrittenOfFile;
  readonly message: string;
}

/** Reads what is written of a file, or says what cannot be read. */
export function readSaid(written: WrittenOfFile): SaidOfFile | { readonly unreadable: Unreadable } {
  const { dataset, layout, status, batch, corrects, rows, madeUp, standIn } = written;
  const settings = pairsIn(written.settings);
  if (settings === undefined)
    return unreadable("settings", "Write settings as name=value, several apart by semicolons");
  const sums = pairsIn(written.sums);
  if (sums === undefined || !Object.values(sums).every(isAmount)) {
    return unreadable("sums", "Write totals as column=amount, such as cost=1234.50, several apart by semicolons");
  }
  const count = rows?.replaceAll(",", "").trim();
  if (count !== undefined && count !== "" && !/^\d{1,12}$/.test(count)) {
    return unreadable("rows", "Write the number of rows as a whole number, such as 1204");
  }
  const says = { ...(count && { rows: Number(count) }), ...(Object.keys(sums).length > 0 && { sums }) };
  return {
    status,
    ...filled({ dataset, layout, batch, corrects, standIn }),
    ...(Object.keys(settings).length > 0 && { settings }),
    ...(Object.keys(says).length > 0 && { says }),
    ...(madeUp && { madeUp }),
  };
}

/** What was said of a file as it is written, to show it again. */
export function writtenOf({ settings = {}, says = {}, madeUp, ...said }: SaidOfFile): WrittenOfFile {
  const pairs = (of: Readonly<Record<string, string>>) =>
    Object.entries(of)
      .map(([name, value]) => `${name}=${value}`)
      .join("; ");
  return {
    ...said,
    ...(madeUp && { madeUp }),
    settings: pairs(settings),
    sums: pairs(says.sums ?? {}),
    rows: says.rows === undefined ? "" : String(says.rows),
  };
}

function unreadable(field: Unreadable["field"], message: string): { readonly unreadable: Unreadable } {
  return { unreadable: { field, message } };
}

function pairsIn(text = ""): Readonly<Record<string, string>> | undefined {
  const parts = text.split(";").flatMap((part) => part.trim() || []);
  const pairs = parts.map((part) =>
    /^([^=]+)=(.+)$/
      .exec(part)
      ?.slice(1)
      .map((side) => side.trim()),
  );
  if (pairs.some((pair) => pair === undefined || pair.includes(""))) return undefined;
  const named = pairs.map((pair) => pair as [string, string]);
  return new Set(named.map(([name]) => name)).size === named.length ? Object.fromEntries(named) : undefined;
}

function isAmount(text: string): boolean {
  return /^[£+-]*\d[\d,]*(?:\.\d+)?$/.test(text);
}

type Texts<K extends string> = { readonly [Name in K]?: string | undefined };

/** Those that say something. */
function filled<K extends string>(texts: Texts<K>): { readonly [Name in K]?: string } {
  const said = Object.entries<string | undefined>(texts).flatMap(([name, text]): readonly [string, string][] => {
    const trimmed = text?.trim() ?? "";
    return trimmed === "" ? [] : [[name, trimmed]];
  });
  return Object.fromEntries(said) as { readonly [Name in K]?: string };
}
