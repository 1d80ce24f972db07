import type { z } from "zod";
import type { Problem } from "./outcome.ts";

/** What a form sent, field by field; several where a field came more than once. */
export type Fields = Readonly<Record<string, string | File | (string | File)[]>>;

/** The text of each field, to show again what was entered; never a file. */
export function enteredText(fields: Fields): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

/** What a schema found wrong, each with the field it is about. */
export function problemsOf(error: z.ZodError): readonly Problem[] {
  return error.issues.map(({ path, message }) =>
    path[0] === undefined ? { message } : { field: String(path[0]), message },
  );
}
