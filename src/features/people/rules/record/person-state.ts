import { type Day, daysLater } from "#kernel/period.ts";
import { type HeldPost, postsOn, spanOf } from "../post.ts";
import type { AskedChange, ClaimedPost, Details, Notice, OpenInvitation, PersonEvent } from "./person-events.ts";

/** `withdrawn` is somebody who was invited and never came; who came and went has `left`. */
export type Standing = "unknown" | "invited" | "active" | "left" | "withdrawn";

/** A person as the record has them. Source: settled ¶people-1 to ¶people-8. */
export interface PersonState {
  readonly standing: Standing;
  readonly hasBeenIn: boolean;
  readonly details?: Details;
  readonly open?: OpenInvitation;
  readonly posts: ReadonlyMap<string, HeldPost>;
  readonly asked: ReadonlyMap<string, AskedChange>;
  /** What other administrators were told and nobody has acknowledged yet. */
  readonly notices: ReadonlyMap<string, Notice>;
  readonly claims: readonly ClaimedPost[];
}

/** Before anything is recorded. */
export const NOBODY: PersonState = {
  standing: "unknown",
  hasBeenIn: false,
  posts: new Map(),
  asked: new Map(),
  notices: new Map(),
  claims: [],
};

/** The posts that somebody holds on a day: none before they accepted, and none once they left. Source: settled ¶people-8. */
export function heldOn({ standing, posts }: PersonState, on: Day): readonly HeldPost[] {
  return standing === "active" ? postsOn(posts.values(), on) : [];
}

/** The state after one more event. */
export function evolve(state: PersonState, event: PersonEvent): PersonState {
  switch (event.type) {
    case "person-invited": {
      const { name, email, posts, ...open } = event.data;
      const given = [...state.posts.values(), ...posts].map((post) => [post.id, post] as const);
      return { ...state, standing: "invited", details: { name, email }, open, posts: new Map(given) };
    }
    case "invitation-renewed":
      return { ...state, open: event.data };
    case "invitation-withdrawn":
      return uninvited(state, event.data.on);
    case "invitation-accepted":
      return { ...without(state, "open"), standing: "active", hasBeenIn: true };
    case "person-joined": {
      const { name, email, claims } = event.data;
      return { ...state, standing: "active", hasBeenIn: true, details: { name, email }, claims };
    }
    case "claims-changed":
      return { ...state, claims: event.data.claims };
    case "person-left":
      return gone(state, event.data.on);
    case "administrators-told":
      return { ...state, notices: new Map([...state.notices, [event.data.id, event.data]]) };
    case "notice-acknowledged":
      return { ...state, notices: less(state.notices, event.data.notice) };
    case "details-erased":
      return without(state, "details");
    default:
      return { ...state, ...postsAfter(state, event) };
  }
}

type AboutPosts = Extract<
  PersonEvent,
  { readonly type: `post-${string}` | "change-asked" | "change-confirmed" | "change-refused" }
>;

function postsAfter({ posts, asked }: PersonState, event: AboutPosts): Pick<PersonState, "posts" | "asked"> {
  switch (event.type) {
    case "post-given":
      return { posts: new Map([...posts, [event.data.post.id, event.data.post]]), asked };
    case "post-dates-changed":
      return { posts: respanned(posts, event.data.post, event.data.from, event.data.until), asked };
    case "post-ended": {
      const { post, last } = event.data;
      return { posts: respanned(posts, post, posts.get(post)?.from ?? last, last), asked };
    }
    case "change-asked":
      return { posts, asked: new Map([...asked, [event.data.change.id, event.data.change]]) };
    case "change-refused":
      return { posts, asked: less(asked, event.data.change.id) };
    case "change-confirmed": {
      const { change } = event.data;
      const next =
        change.kind === "post"
          ? new Map([...posts, [change.post.id, change.post]])
          : respanned(posts, change.post, change.from, change.until);
      return { posts: next, asked: less(asked, change.id) };
    }
  }
}

/** Every post ended before the day on which somebody leaves, and nothing open any more. */
function gone(state: PersonState, on: Day): PersonState {
  const last = daysLater(on, -1);
  const ended = [...state.posts.values()].map((post): HeldPost => {
    const until = post.until !== undefined && post.until < last ? post.until : last;
    return { ...post, until };
  });
  const posts = new Map(ended.map((post) => [post.id, post]));
  return { ...without(state, "open"), standing: "left", posts, asked: new Map(), claims: [] };
}

/** The posts of an invitation that is withdrawn were never held; those held before are over. */
function uninvited(state: PersonState, on: Day): PersonState {
  const held = [...state.posts].filter(([, { until }]) => until !== undefined && until < on);
  return { ...without(state, "open"), standing: state.hasBeenIn ? "left" : "withdrawn", posts: new Map(held) };
}

function respanned(posts: PersonState["posts"], id: string, from: Day, until: Day | undefined): PersonState["posts"] {
  const post = posts.get(id);
  if (post === undefined) return posts;
  const { role, organisation } = post;
  return new Map([...posts, [id, { id, role, organisation, ...spanOf(from, until) }]]);
}

function less<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  return new Map([...map].filter(([each]) => each !== key));
}

function without<K extends "open" | "details">(state: PersonState, key: K): Omit<PersonState, K> {
  const { [key]: _, ...rest } = state;
  return rest;
}

/** The state that a history of events leads to. */
export function stateAfter(events: readonly PersonEvent[]): PersonState {
  return events.reduce(evolve, NOBODY);
}

/** The stream that holds a person's history. */
export function personStream(person: string): string {
  return `person/${person}`;
}
