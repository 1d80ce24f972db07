import type { ColumnType } from "kysely";

/** The tables that `read-model.sql` makes. */
export interface RecordedTables {
  readonly recorded: {
    readonly seq: number;
    readonly stream: string;
    readonly streams: string;
    readonly type: string;
    readonly kind: "accepted" | "refused";
    readonly actor: string;
    readonly at: string;
    readonly on_day: string;
    readonly month: string;
    readonly words: string;
    readonly changes_rule: boolean;
    readonly found_by: ColumnType<string, never, never>;
  };
  readonly recorded_subjects: { readonly seq: number; readonly organisation: string; readonly seen_by: string };
  readonly recorded_texts: {
    readonly hash: string;
    readonly seq: number;
    readonly kind: string;
    readonly erased_day: string | null;
  };
  readonly recorded_uses: {
    readonly seq: number;
    readonly what: string;
    readonly organisation: string;
    readonly role: string;
    readonly reason: string;
    readonly rows_used: number;
    readonly on_day: string;
  };
}
