import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import type { Database } from "./event.ts";
import { RecordUnusable } from "./record-unusable.ts";

/** The role of a connection. */
export async function roleOf(database: Database): Promise<string> {
  const { rows } = await sql<{ role: string }>`SELECT current_user::text AS role`.execute(database);
  return rows[0]?.role ?? "";
}

/**
 * Gives the application's role what it needs and nothing else. Throws for a role that could take more: one that is
 * PostgreSQL's superuser, or may act as the owner.
 */
export async function grantTo(application: string, owner: Database): Promise<void> {
  const { rows } = await sql<{ mighty: boolean }>`
    SELECT rolsuper OR pg_has_role(rolname, current_user, 'MEMBER') AS mighty
    FROM pg_roles WHERE rolname = ${application}`.execute(owner);
  if (rows[0]?.mighty !== false) {
    throw new RecordUnusable(
      `The role ${application} owns the record or may act as its owner, so the database could not keep it from changing the past. Give the program a role of its own that owns nothing.`,
    );
  }
  const text = await readFile(new URL("grants.sql", import.meta.url), "utf8");
  const role = `"${application.replaceAll('"', '""')}"`;
  await sql.raw(text.replaceAll(":application", () => role)).execute(owner);
}
