import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";

/**
 * A pool of connections to one schema of the record's database, for a library that keeps tables of its own there; values
 * come as PostgreSQL's driver gives them.
 */
export function connectSchema<Tables>(url: string, schema: string): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 5,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 30_000,
    allowExitOnIdle: true,
    application_name: schema,
    options: `-c search_path=${schema} -c timezone=UTC`,
  });
  // Without listeners a lost connection would end the whole program; the next query makes a new one.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
