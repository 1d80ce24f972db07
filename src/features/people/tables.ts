/** The tables that `read-model.sql` makes, and the texts that they name. */
export interface PeopleTables {
  readonly people: {
    readonly person: string;
    readonly name: string | null;
    readonly email: string | null;
    readonly standing: string;
    readonly token_hash: string | null;
    readonly lapses_at: string | null;
    readonly renews: string | null;
    readonly invited_by: string | null;
    readonly was_in: boolean;
  };
  readonly people_posts: {
    readonly person: string;
    readonly post: string;
    readonly role: string;
    readonly organisation: string;
    readonly from_day: string;
    readonly until_day: string | null;
    readonly withdrawn: boolean;
    readonly claimed: boolean;
  };
  readonly people_changes: {
    readonly person: string;
    readonly change: string;
    readonly kind: string;
    readonly role: string;
    readonly organisation: string;
    readonly from_day: string;
    readonly until_day: string | null;
    readonly asked_at: string;
  };
  readonly people_notices: {
    readonly person: string;
    readonly notice: string;
    readonly about: string;
    readonly organisation: string;
    readonly role: string | null;
    readonly done_by: string;
    readonly done_at: string;
    readonly acknowledged_by: string | null;
    readonly acknowledged_at: string | null;
  };
  /** The record's own table of texts that can be erased; read only, to search and to sort by name. */
  readonly "record.texts": { readonly hash: string; readonly body: string };
}
