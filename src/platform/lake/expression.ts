import { identifier, quoted } from "#platform/engine/index.ts";
import type { Field } from "./field.ts";
import type { Layout, Placing } from "./layout.ts";

/** Spaces, tabs and returns, which mean nothing at either end of a value. */
const PADDING = "concat(' ', chr(9), chr(13), chr(160))";

/** The name of a file's column, by its place, in the relation that is staged from and in what is staged. */
export function columnAt(place: number): string {
  return `c${place}`;
}

interface Part {
  readonly name: string;
  readonly isPadded: boolean;
  readonly field: Field;
  readonly places: readonly (number | undefined)[];
}

/** The fields of a layout with where in the file they are found. */
function partsOf({ fields }: Layout, { places, isPadded }: Placing): readonly Part[] {
  return Object.entries(fields).map(([name, field]) => ({ name, field, isPadded, places: places.get(name) ?? [] }));
}

const textName = ({ name }: Part, at: number): string => identifier(`text ${at} of ${name}`);
const stepName = ({ name }: Part, at: number): string => identifier(`step ${at} of ${name}`);
const secretValue = ({ name }: Part): string => identifier(`secret ${name}`);
const secretState = ({ name }: Part): string => identifier(`state of ${name}`);

/** The places of a file's columns that are staged as they are: those that identify nobody. */
export function openPlaces(layout: Layout, placing: Placing): readonly number[] {
  const open = partsOf(layout, placing).filter(({ field }) => field.secret === undefined);
  const found = open.flatMap(({ places }) => places.filter((place) => place !== undefined));
  return [...new Set(found)].toSorted((a, b) => a - b);
}

/** SQL that stages rows of a relation with the file's columns: open columns as texts, and what stands for secret ones. */
export function stagingSql(layout: Layout, placing: Placing, from: string, more: readonly string[] = []): string {
  const secret = partsOf(layout, placing).filter(({ field }) => field.secret === true);
  const kept = [...more, ...openPlaces(layout, placing).map(columnAt)];
  const values = secret.flatMap((part) => [
    `${valueSql(part)} AS ${secretValue(part)}`,
    `CAST(CASE WHEN ${isAbsent(part)} THEN 1 WHEN ${isUnfit(part)} THEN 2 ELSE 0 END AS TINYINT) AS ${secretState(part)}`,
  ]);
  return `SELECT ${[...kept, ...values].join(", ")} FROM (${stepped(secret, kept, from)})`;
}

/** SQL of the layout's staged table over what was staged. */
export function typedSql(layout: Layout, placing: Placing, from: string): string {
  const parts = partsOf(layout, placing);
  const open = parts.filter(({ field }) => field.secret === undefined);
  const secrets = parts.filter(({ field }) => field.secret === true).map(secretValue);
  const values = parts.map((part) => {
    const value = part.field.secret === true ? secretValue(part) : valueSql(part);
    return `CAST(${value} AS ${part.field.column.sql}) AS ${identifier(part.name)}`;
  });
  return `SELECT ${["source_row", ...values].join(", ")} FROM (${stepped(open, ["source_row", ...secrets], from)})`;
}

/** SQL of the rows with a field that is absent though required, or that cannot be read: bits of fields in their order. */
export function faultsSql(layout: Layout, placing: Placing, from: string): string {
  const parts = partsOf(layout, placing);
  const open = parts.filter(({ field }) => field.secret === undefined);
  const states = parts.filter(({ field }) => field.secret === true).map(secretState);
  const bits = (isSet: (part: Part) => string | undefined): string => {
    const terms = parts.flatMap((part, at) => {
      const condition = isSet(part);
      return condition === undefined ? [] : [`CASE WHEN ${condition} THEN ${2 ** at} ELSE 0 END`];
    });
    return terms.length === 0 ? "0" : terms.join(" + ");
  };
  const missing = bits((part) => (part.field.required ? faultOf(part, 1, isAbsent) : undefined));
  const wrong = bits((part) => faultOf(part, 2, isUnfit));
  return `SELECT * FROM (
    SELECT source_row, CAST(${missing} AS BIGINT) AS missing, CAST(${wrong} AS BIGINT) AS wrong
    FROM (${stepped(open, ["source_row", ...states], from)})
  ) WHERE missing <> 0 OR wrong <> 0`;
}

function faultOf(part: Part, state: number, open: (part: Part) => string): string {
  return part.field.secret === true ? `${secretState(part)} = ${state}` : open(part);
}

/** The relation with the texts and steps of parts, worked out once for all who use them. */
function stepped(parts: readonly Part[], kept: readonly string[], from: string): string {
  const texts = parts.flatMap((part) => part.places.map((_, at) => `${textOf(part, at)} AS ${textName(part, at)}`));
  const names = parts.flatMap((part) => part.places.map((_, at) => textName(part, at)));
  const steps = parts.flatMap((part) => stepsOf(part).map((sql, at) => `${sql} AS ${stepName(part, at)}`));
  const inner = `SELECT ${[...kept, ...texts].join(", ")} FROM (${from})`;
  return `SELECT ${[...kept, ...names, ...steps].join(", ")} FROM (${inner})`;
}

function textOf({ field, places, isPadded }: Part, at: number): string {
  const place = places[at];
  if (place === undefined) return "CAST(NULL AS VARCHAR)";
  const text = isPadded ? `trim(${columnAt(place)}, ${PADDING})` : columnAt(place);
  return ["", ...field.empties].reduce((sql, empty) => `nullif(${sql}, ${quoted(empty)})`, text);
}

function stepsOf(part: Part): readonly string[] {
  return part.field.steps?.(part.places.map((_, at) => textName(part, at))) ?? [];
}

function inputsOf(part: Part): readonly string[] {
  const { field, places } = part;
  if (field.steps === undefined) return places.map((_, at) => textName(part, at));
  return stepsOf(part).map((_, at) => stepName(part, at));
}

function valueSql(part: Part): string {
  return part.field.value(inputsOf(part));
}

/** A value of several columns is absent where all are; one that only needs another column for its reading, by its own. */
function isAbsent(part: Part): string {
  const { field, places } = part;
  if (field.secret === true || places.length === 1) return `${textName(part, 0)} IS NULL`;
  return `coalesce(${places.map((_, at) => textName(part, at)).join(", ")}) IS NULL`;
}

function isUnfit(part: Part): string {
  const { field } = part;
  const unfit = field.unfit?.(inputsOf(part)) ?? `(${valueSql(part)}) IS NULL`;
  return `NOT (${isAbsent(part)}) AND (${unfit})`;
}
