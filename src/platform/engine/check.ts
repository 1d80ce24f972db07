import type { DuckDBConnection, DuckDBPreparedStatement } from "@duckdb/node-api";
import { bindFiles } from "./binding.ts";
import type { Model, Reads } from "./model.ts";

/** One difference between what a model declares and what its SQL says. */
export interface Checked {
  readonly model: string;
  readonly problem: string;
}

/** Prepares a model over empty files and compares its parameters and columns with the declaration. */
export async function checkModel(connection: DuckDBConnection, model: Model): Promise<readonly Checked[]> {
  const found: string[] = [];
  try {
    const noFiles = Object.fromEntries(Object.keys(model.reads).map((name) => [name, []]));
    await bindFiles<Reads>(connection, model.reads, noFiles);
    const statement = await connection.prepare(model.sql);
    found.push(...parameterProblems(statement, model), ...columnProblems(statement, model));
  } catch (error) {
    found.push(`its SQL cannot be prepared: ${error instanceof Error ? error.message : String(error)}`);
  }
  return found.map((problem) => ({ model: model.name, problem }));
}

function parameterProblems(statement: DuckDBPreparedStatement, { takes }: Model): readonly string[] {
  const named = Array.from({ length: statement.parameterCount }, (_, at) => statement.parameterName(at + 1));
  return [
    ...named.filter((name) => !(name in takes)).map((name) => `it needs $${name}, which is not declared`),
    ...Object.keys(takes)
      .filter((name) => !named.includes(name))
      .map((name) => `it declares $${name}, which it does not use`),
  ];
}

function columnProblems(statement: DuckDBPreparedStatement, { columns }: Model): readonly string[] {
  const given = Array.from({ length: statement.columnCount }, (_, at) => [
    statement.columnName(at),
    String(statement.columnType(at)),
  ]);
  const declared = Object.entries(columns).map(([name, { sql }]) => [name, sql]);
  const longest = Math.max(given.length, declared.length);
  return Array.from({ length: longest }, (_, at) => [given[at]?.join(" "), declared[at]?.join(" ")])
    .filter(([is, should]) => is !== should)
    .map(([is, should]) => `it gives ${is ?? "nothing"} where ${should ?? "nothing"} is declared`);
}
