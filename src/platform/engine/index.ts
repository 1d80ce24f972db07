export { BIGINT, type DuckDBConnection, LIST, listValue, VARCHAR } from "@duckdb/node-api";
export type { Files } from "./binding.ts";
export { type Column, type Columns, day, flag, optional, type Row, text, whole } from "./column.ts";
export { type Beneath, modelOver } from "./composition.ts";
export { type Engine, type EngineOptions, openEngine, type Query, TimeLimitPassed } from "./engine.ts";
export type { Made, Making, MartFile } from "./make.ts";
export { type Model, model, type Reads } from "./model.ts";
export { writeRows } from "./rows-file.ts";
export { identifier, quoted, relation, type Table, table } from "./table.ts";
