import {
  type Columns,
  type DuckDBConnection,
  identifier,
  type Model,
  type Reads,
  relation,
} from "#platform/engine/index.ts";

/** Settings of a request by name, as the texts they were given as. */
export type Settings = Readonly<Record<string, string>>;

/** The files behind the reference tables of models, by the table's name. */
export type References = ReadonlyMap<string, readonly string[]>;

/** Relations that a load makes itself, by the names models read them under. */
export const OWN_RELATIONS = ["staged", "rows", "flagged"];

/** The tables that a model reads from the lake, by the names it gives them. */
export function referencesOf(model: Model<Reads, Columns, Columns>): readonly (readonly [string, Reads[string]])[] {
  return Object.entries(model.reads).filter(([name]) => !OWN_RELATIONS.includes(name));
}

/** Names the reference tables that models read, on this connection. */
export async function bindReferences(
  connection: DuckDBConnection,
  models: readonly Model<Reads, Columns, Columns>[],
  references: References,
): Promise<void> {
  for (const model of models) {
    for (const [name, table] of referencesOf(model)) {
      await view(connection, name, relation(table, references.get(table.name) ?? []));
    }
  }
}

/** Names a relation on this connection. */
export async function view(connection: DuckDBConnection, name: string, sql: string): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP VIEW ${identifier(name)} AS ${sql}`);
}

/** Runs a statement around a model's SQL with the settings that the model takes. */
export function runWith(
  connection: DuckDBConnection,
  model: Model<Reads, Columns, Columns>,
  sql: string,
  settings: Settings,
) {
  const takes = Object.entries(model.takes);
  const values = Object.fromEntries(takes.map(([name, column]) => [name, column.write(settings[name] ?? null)]));
  const types = Object.fromEntries(takes.map(([name, column]) => [name, column.type]));
  return connection.runAndReadAll(sql, values, types);
}

/**
 * A model's rows as part of another statement. Each model ends with the order of its grain; where its rows go on to be
 * counted, marked or sorted in another way, sorting them first is for nothing, and the engine would not see that by itself.
 */
export function rowsSql(sql: string): string {
  return sql.replace(/\sORDER BY (?![^()]*\b(LIMIT|OFFSET|FETCH)\b)[^()]*$/i, "");
}
