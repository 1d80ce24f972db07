import type { Day } from "#kernel/period.ts";
import type { HeldPost } from "../post.ts";

/** What lets somebody in once: only the hash of the token is on the record, and the instant at which it lapses. */
export interface OpenInvitation {
  readonly tokenHash: string;
  readonly lapsesAt: string;
  /** For a member who cannot sign in any more: what is made anew. Without it the invitation is to join. */
  readonly renews?: Renewal;
}

export type Renewal = "password" | "password and second factor";

/** Something an administrator asks for themselves, which waits for another administrator. */
export type AskedChange =
  | { readonly kind: "post"; readonly id: string; readonly post: HeldPost }
  | { readonly kind: "dates"; readonly id: string; readonly post: string; readonly from: Day; readonly until?: Day };

/** What the other administrators of a place are told. */
export interface Notice {
  readonly id: string;
  readonly about: NoticeKind;
  readonly organisation: string;
  /** The post it is about, where it is about one. */
  readonly post?: string;
  /** Who did it. */
  readonly by: string;
}

export type NoticeKind =
  | "administrator-given"
  | "post-given"
  | "post-asked"
  | "dates-changed"
  | "dates-asked"
  | "post-ended"
  | "change-confirmed"
  | "left"
  | "way-in-renewed";

/** A role that an issuer's claims give. */
export interface ClaimedPost {
  readonly role: string;
  readonly organisation: string;
}

/** Who somebody is: their name and e-mail address, by the hashes of the texts. */
export interface Details {
  readonly name: string;
  readonly email: string;
}

/** What happens to a person. Texts are by their hash alone. Source: settled ¶people-1 to ¶people-8. */
export type PersonEvent =
  | {
      readonly type: "person-invited";
      readonly data: Details & OpenInvitation & { readonly posts: readonly HeldPost[] };
    }
  | { readonly type: "invitation-renewed"; readonly data: OpenInvitation }
  | { readonly type: "invitation-withdrawn"; readonly data: { readonly on: Day } }
  | { readonly type: "invitation-accepted"; readonly data: { readonly tokenHash: string } }
  | {
      readonly type: "person-joined";
      readonly data: Details & {
        readonly issuer: string;
        /** The hash of issuer and subject, by which the person is found again. */
        readonly identity: string;
        readonly claims: readonly ClaimedPost[];
      };
    }
  | { readonly type: "claims-changed"; readonly data: { readonly claims: readonly ClaimedPost[] } }
  | { readonly type: "post-given"; readonly data: { readonly post: HeldPost } }
  | { readonly type: "change-asked"; readonly data: { readonly change: AskedChange } }
  | { readonly type: "change-confirmed"; readonly data: { readonly change: AskedChange } }
  | { readonly type: "change-refused"; readonly data: { readonly change: AskedChange } }
  | {
      readonly type: "post-dates-changed";
      readonly data: { readonly post: string; readonly from: Day; readonly until?: Day };
    }
  | { readonly type: "post-ended"; readonly data: { readonly post: string; readonly last: Day } }
  | { readonly type: "person-left"; readonly data: { readonly on: Day } }
  | { readonly type: "administrators-told"; readonly data: Notice }
  | { readonly type: "notice-acknowledged"; readonly data: { readonly notice: string } }
  | { readonly type: "details-erased"; readonly data: Readonly<Record<string, never>> };
