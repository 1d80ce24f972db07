import { accept } from "#kernel/decision.ts";
import type { Person, Subject } from "#platform/access/person.ts";
import type { Authorship, Record } from "#platform/record/index.ts";

/** What is counted as a use of data, in words. */
export const USE_WORDS = {
  "row-download": "Downloaded rows of care",
  "patient-link": "Led a row back to its patient",
  "record-export": "Exported what the record shows",
} as const;
export type DataUse = keyof typeof USE_WORDS;

/** For what sort of reason data is used; it follows from the role in which it is. Source: settled ¶record-3. */
export const REASONS = {
  "checks-a-budget": "to check what is counted against a budget",
  "checks-a-bill": "to check what a PCT is charged for",
  "looks-into-the-record": "to look into what was done",
  other: "another reason",
} as const;
export type UseReason = keyof typeof REASONS;

/** A use of data as the record keeps it. */
export interface UsedData {
  readonly what: DataUse;
  /** Whose data: an organisation, or of all that the person may see where it is of none in particular. */
  readonly organisation: string;
  /** The organisations above it on the day. */
  readonly within: readonly string[];
  readonly role: string;
  readonly reason: UseReason;
  readonly rows: number;
  /** The address at which it was. */
  readonly object?: string;
}

/** A use of data that somebody makes. */
export interface Use extends Pick<UsedData, "what" | "rows" | "object"> {
  readonly person: Person;
  readonly subject: Subject;
  readonly by: Authorship;
}

/** Puts a use of data on the record, before the data is given. Source: settled ¶record-3. */
export async function recordUse(record: Record, { what, rows, object, person, subject, by }: Use): Promise<void> {
  const stream = `data-access/${person.id}`;
  const role = roleFor(person, subject);
  const reason = reasonFor(what, role);
  const { organisation, within } = subject;
  const data: UsedData = { what, organisation, within, role, reason, rows, ...(object !== undefined && { object }) };
  await record.perform({
    stream,
    command: "use data",
    ...by,
    decide: () => accept({ stream, type: "data-used", data }),
  });
}

/** The role in which somebody uses data: that of the post nearest to whose data it is. */
function roleFor({ posts }: Person, { within }: Subject): string {
  const near = within.flatMap((code) => posts.filter(({ organisation }) => organisation === code));
  return (near[0] ?? posts[0])?.role ?? "";
}

function reasonFor(what: DataUse, role: string): UseReason {
  if (what === "record-export") return "looks-into-the-record";
  if (role === "practice manager" || role === "GP lead") return "checks-a-budget";
  return role.startsWith("PCT ") ? "checks-a-bill" : "other";
}
