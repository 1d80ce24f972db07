import type { Columns } from "./column.ts";
import { type Model, model, type Reads } from "./model.ts";
import { identifier } from "./table.ts";

/** A model beneath another, by the name under which the other's SQL reads its rows. */
export interface Beneath<R extends Reads, T extends Columns> {
  readonly name: string;
  readonly model: Model<R, T, Columns>;
}

/**
 * Declares a model that reads another model's rows as they are worked out, so that rows and what is counted over them
 * share one SELECT without the rows being written down first. It is one statement: it reads the files and takes the
 * values of both. A relation that both read must be the same table.
 */
export function modelOver<
  const BR extends Reads,
  const BT extends Columns,
  const R extends Reads,
  const T extends Columns,
  const G extends Columns,
>(
  beneath: Beneath<BR, BT>,
  file: URL,
  declared: { readonly reads: R; readonly takes: T; readonly gives: G },
): Model<BR & R, BT & T, G> {
  const upper = model(file, declared);
  return {
    name: upper.name,
    sql: composed(beneath, upper.sql),
    reads: joined(upper.name, beneath.model.reads, upper.reads),
    takes: joined(upper.name, beneath.model.takes, upper.takes),
    columns: upper.columns,
  };
}

/** The upper SELECT with the lower one as its first common table expression, without the order that the lower ends in. */
function composed({ name, model: { name: lower, sql } }: Beneath<Reads, Columns>, upper: string): string {
  const unordered = sql.replace(/\nORDER BY[^()]*$/, "");
  if (unordered === sql)
    throw new TypeError(`${lower} does not end with ORDER BY its grain, so nothing can be put over it`);
  const header = /^(?:\s*--[^\n]*\n)*/.exec(upper)?.[0] ?? "";
  const body = upper.slice(header.length);
  const rest = /^WITH\s/.test(body) ? `,${body.slice("WITH".length)}` : `\n${body}`;
  return `${header}WITH ${identifier(name)} AS (\n${unordered}\n)${rest}`;
}

function joined<A extends object, B extends object>(upper: string, below: A, above: B): A & B {
  for (const [name, value] of Object.entries(above)) {
    if (name in below && below[name as keyof A] !== value) {
      throw new TypeError(`${upper} and the model beneath it mean different things by ${name}`);
    }
  }
  return { ...below, ...above };
}
