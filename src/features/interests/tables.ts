/** The tables that `read-model.sql` makes. */
export interface InterestTables {
  readonly declared_interests: {
    readonly person: string;
    readonly id: string;
    readonly kind: string;
    readonly organisation: string | null;
    readonly body_hash: string | null;
    readonly what_hash: string;
    readonly from_day: string;
    readonly until_day: string | null;
    readonly declared_on: string;
  };
  readonly declared_gifts: {
    readonly person: string;
    readonly id: string;
    readonly kind: string;
    readonly what_hash: string;
    readonly giver_hash: string;
    readonly why_hash: string;
    readonly pence: number | null;
    readonly answer: string;
    readonly on_day: string;
    readonly declared_on: string;
  };
  readonly declarations_confirmed: { readonly person: string; readonly on_day: string; readonly nothing: boolean };
  readonly declaration_redactions: {
    readonly person: string;
    readonly item: string;
    readonly field: string;
    readonly reason: string;
    readonly redacted_by: string;
    readonly redacted_on: string;
  };
  readonly declaration_texts_before: { readonly person: string; readonly item: string; readonly text_hash: string };
}
