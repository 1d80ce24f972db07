import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { bindFiles, bound, type Files } from "./binding.ts";
import type { Columns, Row } from "./column.ts";
import type { Model, Reads } from "./model.ts";
import { identifier, quoted } from "./table.ts";

/** The file beside a mart's rows whose time says when it was last asked for. */
export const USED = ".used";

/** What a mart is to be made of. */
export interface Making<R extends Reads, T extends Columns> {
  /** The folder of all data: input files are known by where they lie in it. */
  readonly root: string;
  readonly files: Files<R>;
  readonly values: Row<T>;
  /** A column by whose values the mart is cut into files, so that a reader can be given only its own. */
  readonly partitionBy?: string;
}

/** A mart that was made, or had been made before from the same things. */
export interface Made {
  readonly name: string;
  /** Names what made it: the SQL, the engine, the input files and the values. */
  readonly hash: string;
  readonly files: readonly MartFile[];
  readonly isNew: boolean;
}

export interface MartFile {
  /** Where it lies in the folder of all data. */
  readonly path: string;
  /** The value of the partition column, where the mart has one. */
  readonly partition?: string;
}

interface Maker {
  readonly version: string;
  within<Result>(work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result>;
}

/** Makes a mart under its hash, unless it lies there already. It appears whole, by one rename, or not at all. */
export async function makeMart<R extends Reads, T extends Columns, G extends Columns>(
  maker: Maker,
  model: Model<R, T, G>,
  making: Making<R, T>,
): Promise<Made> {
  const hash = martHash(maker.version, model, making);
  const folder = join(making.root, "marts", model.name, hash);
  const isNew = !markUsed(folder);
  if (isNew) {
    await write(maker, model, making, folder);
    markUsed(folder);
  }
  const files = filesIn(folder, making);
  // Pruning may have put it aside just now; then it is back or gone, and is found or made anew.
  return files === undefined ? makeMart(maker, model, making) : { name: model.name, hash, files, isNew };
}

/** The hash of all that makes a mart what it is. */
export function martHash<R extends Reads, T extends Columns, G extends Columns>(
  version: string,
  model: Model<R, T, G>,
  { root, files, values, partitionBy = "" }: Making<R, T>,
): string {
  const inputs = Object.keys(model.reads)
    .toSorted()
    .map((name) => [name, (files[name] ?? []).map((file) => relative(root, file)).toSorted()]);
  const parameters = Object.keys(model.takes)
    .toSorted()
    .map((name) => [name, values[name]]);
  const made = JSON.stringify([version, model.sql, inputs, parameters, partitionBy]);
  return createHash("sha256").update(made).digest("hex").slice(0, 32);
}

/**
 * Notes by a file's time that a mart is wanted again, and whether it is there: pruning leaves alone what was used within a
 * day, so that a mart is never taken away between its making and the event that names it.
 */
function markUsed(folder: string): boolean {
  try {
    writeFileSync(join(folder, USED), "used\n");
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

async function write<R extends Reads, T extends Columns, G extends Columns>(
  maker: Maker,
  model: Model<R, T, G>,
  { files, values, partitionBy }: Making<R, T>,
  folder: string,
): Promise<void> {
  const draft = `${folder}.${process.pid}.${process.hrtime.bigint()}.draft`;
  mkdirSync(draft, { recursive: true });
  try {
    const result = join(draft, "rows.parquet");
    await maker.within(async (connection) => {
      await bindFiles(connection, model.reads, files);
      const { values: parameters, types } = bound(model.takes, values);
      await connection.run(`COPY (${model.sql}) TO ${quoted(result)} (FORMAT parquet)`, parameters, types);
    });
    if (partitionBy !== undefined) await cut(draft, result, partitionBy);
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Cuts a result into one file a partition. One thread keeps the order of rows, and so the bytes, the same each time. */
async function cut(draft: string, result: string, column: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    await connection.run(
      `COPY (FROM read_parquet(${quoted(result)})) TO ${quoted(draft)}
       (FORMAT parquet, PARTITION_BY (${identifier(column)}), WRITE_PARTITION_COLUMNS true, OVERWRITE_OR_IGNORE)`,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  rmSync(result);
}

function filesIn(
  folder: string,
  { root, partitionBy }: Pick<Making<Reads, Columns>, "root" | "partitionBy">,
): readonly MartFile[] | undefined {
  const found = namesIn(folder)?.filter((path) => path.endsWith(".parquet"));
  return found?.toSorted().map((path) => ({
    path: relative(root, join(folder, path)),
    ...(partitionBy === undefined ? {} : { partition: partitionOf(path) }),
  }));
}

function namesIn(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function partitionOf(path: string): string {
  return decodeURIComponent(path.slice(path.indexOf("=") + 1, path.indexOf("/")));
}
