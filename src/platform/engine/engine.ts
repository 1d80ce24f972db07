import { type DuckDBConnection, DuckDBInstance, StatementType } from "@duckdb/node-api";
import { bindFiles, bound, type Files } from "./binding.ts";
import { type Checked, checkModel } from "./check.ts";
import type { Columns, Row } from "./column.ts";
import { type Made, type Making, makeMart } from "./make.ts";
import type { Model, Reads } from "./model.ts";
import { quoted } from "./table.ts";

export interface Query<R extends Reads, T extends Columns> {
  readonly files: Files<R>;
  readonly values: Row<T>;
  /** Milliseconds after which the query is stopped and a TimeLimitPassed thrown. */
  readonly timeLimit?: number;
}

/** The analytical engine: makes marts from models, answers queries over files, and tells how it would. */
export interface Engine {
  /** Which engine at which version, as part of what made a mart. */
  readonly version: string;
  make<R extends Reads, T extends Columns, G extends Columns>(
    model: Model<R, T, G>,
    making: Making<R, T>,
  ): Promise<Made>;
  query<R extends Reads, T extends Columns, G extends Columns>(
    model: Model<R, T, G>,
    query: Query<R, T>,
  ): Promise<readonly Row<G>[]>;
  /** The plan in words, for a person who wonders why a query is slow. */
  explain<R extends Reads, T extends Columns, G extends Columns>(
    model: Model<R, T, G>,
    query: Query<R, T>,
  ): Promise<string>;
  /** Where a model's declaration and its SQL disagree, found without running it. */
  check(model: Model): Promise<readonly Checked[]>;
  /** Gives a connection to the machinery of loading, which reads what people send and so cannot use models alone. */
  within<Result>(work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result>;
  close(): void;
}

export interface EngineOptions {
  /** The only folders the engine may read or write. */
  readonly folders: readonly string[];
  /** Such as `1GB`. */
  readonly memory?: string;
  readonly threads?: number;
  /** Where sorts and joins that outgrow the memory spill to; inside one of the folders. */
  readonly spill?: string;
  /**
   * The signal that tells work under way that nobody waits for it any more; asked as each connection is opened. What many
   * share must not be worked out under the signal of one.
   */
  readonly stopping?: () => AbortSignal | undefined;
}

/** Thrown when a query was stopped because its time limit had passed. */
export class TimeLimitPassed extends Error {
  constructor(model: string, limit: number) {
    super(`${model} was stopped after ${limit} ms. Ask for less: one practice, one month.`);
    this.name = "TimeLimitPassed";
  }
}

/** Opens an engine in this process: in memory, with no way out of its folders and no extensions to fetch. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:", settings(options));
  await withConnection(instance, (connection) => lockDown(connection, options));
  const within = <Result>(work: (connection: DuckDBConnection) => Promise<Result>) =>
    withConnection(instance, (connection) => stoppable(connection, options.stopping?.(), () => work(connection)));
  const version = await within(async (connection) => {
    const answer = await connection.runAndReadAll("SELECT version()");
    return `duckdb ${String(answer.getRows()[0]?.[0])}`;
  });
  return {
    version,
    within,
    make: (model, making) => makeMart({ version, within }, model, making),
    query: (model, query) => within((connection) => run(connection, model, query)),
    explain: (model, query) => within((connection) => plan(connection, model, query)),
    check: (model) => within((connection) => checkModel(connection, model)),
    close: () => instance.closeSync(),
  };
}

function settings({ memory, threads, spill }: EngineOptions): Record<string, string> {
  return {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    ...(memory === undefined ? {} : { memory_limit: memory }),
    ...(threads === undefined ? {} : { threads: String(threads) }),
    ...(spill === undefined ? {} : { temp_directory: spill }),
  };
}

async function lockDown(connection: DuckDBConnection, { folders }: EngineOptions): Promise<void> {
  await connection.run(`SET allowed_directories = [${folders.map(quoted).join(", ")}]`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
}

async function withConnection<Result>(
  instance: DuckDBInstance,
  work: (connection: DuckDBConnection) => Promise<Result>,
): Promise<Result> {
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
  }
}

const AGAIN = 50;

/** Work that is broken off by a signal. Between two statements an interruption is lost, so it is repeated. */
async function stoppable<Result>(
  connection: DuckDBConnection,
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  if (signal === undefined) return work();
  signal.throwIfAborted();
  let again: NodeJS.Timeout | undefined;
  const stop = () => {
    connection.interrupt();
    again = setInterval(() => connection.interrupt(), AGAIN);
  };
  signal.addEventListener("abort", stop);
  try {
    return await work();
  } finally {
    signal.removeEventListener("abort", stop);
    clearInterval(again);
  }
}

async function run<R extends Reads, T extends Columns, G extends Columns>(
  connection: DuckDBConnection,
  model: Model<R, T, G>,
  { files, values, timeLimit }: Query<R, T>,
): Promise<readonly Row<G>[]> {
  await bindFiles(connection, model.reads, files);
  const statement = await connection.prepare(model.sql);
  if (statement.statementType !== StatementType.SELECT) throw new TypeError(`${model.name} is not a SELECT`);
  const parameters = bound(model.takes, values);
  statement.bind(parameters.values, parameters.types);
  const answer = await limited(connection, model.name, timeLimit, () => statement.runAndReadAll());
  const columns = Object.entries(model.columns);
  return answer
    .getRowsJS()
    .map((row) => Object.fromEntries(columns.map(([name, column], at) => [name, column.read(row[at])])) as Row<G>);
}

async function limited<Result>(
  connection: DuckDBConnection,
  model: string,
  limit: number | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  if (limit === undefined) return work();
  let passed = false;
  const timer = setTimeout(() => {
    passed = true;
    connection.interrupt();
  }, limit);
  try {
    return await work();
  } catch (error) {
    if (passed) throw new TimeLimitPassed(model, limit);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function plan<R extends Reads, T extends Columns, G extends Columns>(
  connection: DuckDBConnection,
  model: Model<R, T, G>,
  { files, values }: Query<R, T>,
): Promise<string> {
  await bindFiles(connection, model.reads, files);
  const parameters = bound(model.takes, values);
  const answer = await connection.runAndReadAll(`EXPLAIN ${model.sql}`, parameters.values, parameters.types);
  return answer
    .getRows()
    .map((row) => String(row[1]))
    .join("\n");
}
