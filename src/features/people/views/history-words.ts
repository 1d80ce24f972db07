import type { Refusal } from "#kernel/decision.ts";
import type { RecordedEvent } from "#platform/record/index.ts";
import { dayText } from "#platform/web/words/dates.ts";
import type { PersonRefusal } from "../decisions.ts";
import { refusalWords } from "../refusals.ts";
import type { HeldPost } from "../rules/post.ts";
import type { AskedChange, PersonEvent } from "../rules/record/person-events.ts";
import { postDays } from "./words.ts";

/** What the words of a history are put together from, as far as the reader may know it. */
export interface Telling {
  /** A post by its id; nothing for one at a place whose people the reader does not see. */
  readonly post: (id: string) => Pick<HeldPost, "role" | "organisation"> | undefined;
  readonly sees: (organisation: string) => boolean;
  readonly placeName: (organisation: string) => string;
}

/** What happened, in words; nothing where it is about a place whose people the reader does not see. */
export function eventWords(recorded: RecordedEvent, telling: Telling): string | undefined {
  if (recorded.kind === "refused") return refusedWords(recorded);
  const event = recorded as unknown as PersonEvent;
  switch (event.type) {
    case "person-invited":
      return invitedWords(event.data.posts, telling);
    case "invitation-renewed":
      return event.data.renews === undefined
        ? "Invited again; the invitation before no longer works"
        : `Given a new way in: ${event.data.renews}`;
    case "administrators-told":
      return telling.sees(event.data.organisation) ? "The other administrators were told" : undefined;
    case "post-given":
    case "post-dates-changed":
    case "post-ended":
      return postWords(event, telling);
    case "change-asked":
    case "change-confirmed":
    case "change-refused":
      return changeWords(event.type, event.data.change, telling);
    default:
      return PLAIN[event.type];
  }
}

const PLAIN: Readonly<Record<string, string>> = {
  "invitation-withdrawn": "The invitation was withdrawn",
  "invitation-accepted": "Accepted the invitation",
  "person-joined": "Joined by what their organisation's sign-in says of them",
  "claims-changed": "Their organisation's sign-in says other posts of them",
  "person-left": "Left: every post ended at once",
  "notice-acknowledged": "Another administrator acknowledged what they were told",
  "details-erased": "Name and e-mail address were erased",
};

function invitedWords(posts: readonly HeldPost[], telling: Telling): string {
  const seen = posts.filter(({ organisation }) => telling.sees(organisation)).map((post) => spelt(post, telling));
  return seen.length === 0 ? "Invited" : `Invited to be ${seen.join("; ")}`;
}

type PostEvent = Extract<PersonEvent, { readonly type: `post-${string}` }>;

function postWords(event: PostEvent, telling: Telling): string | undefined {
  if (event.type === "post-given") {
    const { post } = event.data;
    return telling.sees(post.organisation) ? `Made ${spelt(post, telling)}` : undefined;
  }
  const post = telling.post(event.data.post);
  if (post === undefined) return undefined;
  return event.type === "post-ended"
    ? `The post of ${named(post, telling)} ends after ${dayText(event.data.last)}`
    : `The post of ${named(post, telling)} now counts ${postDays(event.data)}`;
}

const CHANGE_WORDS = {
  "change-asked": (what: string) => `Asked for themselves: ${what}. Another administrator has to confirm it`,
  "change-confirmed": (what: string) => `Confirmed by another administrator: ${what}`,
  "change-refused": (what: string) => `Not confirmed: ${what}`,
} as const;

function changeWords(type: keyof typeof CHANGE_WORDS, change: AskedChange, telling: Telling): string | undefined {
  if (change.kind === "post") {
    return telling.sees(change.post.organisation) ? CHANGE_WORDS[type](spelt(change.post, telling)) : undefined;
  }
  const post = telling.post(change.post);
  return post && CHANGE_WORDS[type](`${named(post, telling)} ${postDays(change)}`);
}

function refusedWords({ data }: RecordedEvent): string | undefined {
  const { refused } = data as { readonly refused: readonly Refusal<PersonRefusal>[] };
  // What a refusal names may be a place whose people the reader does not see.
  const isPlain = refused.every(({ facts = {} }) => facts.organisation === undefined);
  return isPlain ? `Refused. ${refused.map(refusalWords).join(" ")}`.replace(/\.$/, "") : "Something was refused";
}

function named({ role, organisation }: Pick<HeldPost, "role" | "organisation">, { placeName }: Telling): string {
  return `${role} at ${placeName(organisation)}`;
}

function spelt(post: HeldPost, telling: Telling): string {
  return `${named(post, telling)} ${postDays(post)}`;
}
