import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { type Decision, isRefused } from "#kernel/decision.ts";
import { dayInLondon } from "#kernel/period.ts";
import type { Authorship, NewEvent, Record, RecordedEvent } from "#platform/record/index.ts";
import { type Circumstances, decide, type PersonCommand, type PersonRefusal } from "./decisions.ts";
import type { OpenInvitation, PersonEvent, Renewal } from "./rules/record/person-events.ts";
import { type PersonState, personStream, stateAfter } from "./rules/record/person-state.ts";
import type { AskedPost } from "./rules/record/post-check.ts";
import { administratorsIn, isEmailTaken } from "./store.ts";
import type { PeopleTables } from "./tables.ts";

/** Whom to invite, and to what. */
export interface Invited {
  readonly name: string;
  readonly email: string;
  readonly posts: readonly AskedPost[];
  /** Days until the invitation lapses. */
  readonly days: number;
  /** Somebody who left or never came, and is asked again. */
  readonly person?: string;
  /** Only where the organisation has no administrator. */
  readonly isFirst?: boolean;
}

/** How somebody is let in once more. */
export interface InvitedAgain {
  readonly days: number;
  readonly renews?: Renewal;
  readonly byOperator?: boolean;
}

type Refused = Extract<Decision<never, PersonRefusal>, { readonly refused: unknown }>;

/** What an invitation gives: the token is told this once and kept nowhere. */
export interface Sent {
  readonly person: string;
  readonly token: string;
  readonly lapsesAt: string;
}

/** People and their posts, as they are on record. */
export interface PeopleBook {
  state(person: string): Promise<PersonState>;
  invite(invited: Invited, by: Authorship): Promise<Sent | Refused>;
  inviteAgain(person: string, again: InvitedAgain, by: Authorship): Promise<Sent | Refused>;
  perform(person: string, command: PersonCommand, by: Authorship): Promise<Decision<RecordedEvent, PersonRefusal>>;
  /** Erases the name and e-mail address of somebody who left or never came; the chain stays whole. */
  erase(person: string, by: Authorship): Promise<Decision<RecordedEvent, PersonRefusal>>;
  /** The tables that lists are read from. */
  readonly reads: Kysely<PeopleTables>;
  readonly texts: Pick<Record, "keepText" | "text">;
  history(person: string): Promise<readonly RecordedEvent[]>;
  /** A new name that nobody can guess. */
  newId(): string;
}

export interface PeopleBookOptions {
  readonly record: Record;
  readonly newId: () => string;
  /** A new token of 256 bits that nobody can guess. */
  readonly newToken: () => string;
  /** Told when somebody left, so that their sessions end at once. */
  readonly onLeft: (person: string) => Promise<void>;
}

const DAY = 86_400_000;

/** How many of a person's events their page shows at most. */
const HISTORY = 500;

/** The hash by which the record knows a token. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Opens the book of people over a record. */
export function openPeopleBook(options: PeopleBookOptions): PeopleBook {
  const { record, newId } = options;
  const state = async (person: string) => stateOf(await record.past(personStream(person)));
  return {
    state,
    invite: (invited, by) => invite(options, invited, by),
    inviteAgain: async (person, { days, renews, byOperator = false }, by) => {
      const { token, open } = newInvitation(options, days, by);
      const asked = { ...open, ...(renews !== undefined && { renews }) };
      const decision = await perform(options, person, { kind: "invite-again", open: asked, byOperator }, by);
      return isRefused(decision) ? decision : { person, token, lapsesAt: open.lapsesAt };
    },
    perform: async (person, command, by) => {
      const decision = await perform(options, person, command, by);
      if (command.kind === "leave" && !isRefused(decision)) await options.onLeft(person);
      return decision;
    },
    erase: async (person, by) => {
      const { details } = await state(person);
      const decision = await perform(options, person, { kind: "erase-details" }, by);
      if (!isRefused(decision) && details !== undefined) await eraseTexts(record, [details.name, details.email], by);
      return decision;
    },
    reads: record.reads<PeopleTables>(),
    texts: record,
    history: (person) => record.history({ stream: personStream(person), limit: HISTORY }),
    newId,
  };
}

async function invite(options: PeopleBookOptions, invited: Invited, by: Authorship): Promise<Sent | Refused> {
  const { record } = options;
  const { posts, person = options.newId(), isFirst = false } = invited;
  const { token, open } = newInvitation(options, invited.days, by);
  const [name, email] = await Promise.all([record.keepText(invited.name), record.keepText(invited.email)]);
  const command = { kind: "invite", name, email, posts, open, isFirst } as const;
  const decision = await perform(options, person, command, by, invited.email);
  if (!isRefused(decision)) return { person, token, lapsesAt: open.lapsesAt };
  await eraseTexts(record, [name, email], by);
  return decision;
}

interface NewInvitation {
  readonly token: string;
  readonly open: OpenInvitation;
}

function newInvitation({ newToken }: PeopleBookOptions, days: number, { at }: Authorship): NewInvitation {
  const token = newToken();
  const lapsesAt = new Date(at.getTime() + days * DAY).toISOString();
  return { token, open: { tokenHash: hashOfToken(token), lapsesAt } };
}

/** What else is decided on is read while nobody else can append, so that two last administrators cannot both leave. */
function perform(
  { record, newId }: PeopleBookOptions,
  person: string,
  command: PersonCommand,
  by: Authorship,
  email?: string,
): Promise<Decision<RecordedEvent, PersonRefusal>> {
  const stream = personStream(person);
  const { actor, at } = by;
  const own = { person, actor, at: at.toISOString(), today: dayInLondon(at), notice: newId() };
  return record.perform({
    ...{ stream, command: command.kind, ...by },
    given: async (reads: Kysely<PeopleTables>) => ({
      administrators: await administratorsIn(reads),
      isEmailTaken: email !== undefined && (await isEmailTaken(reads, email, person)),
    }),
    decide: (past, given: Pick<Circumstances, "administrators" | "isEmailTaken">) =>
      recorded(stream, decide(stateOf(past), command, { ...own, ...given })),
  });
}

async function eraseTexts(record: Record, hashes: readonly string[], by: Authorship): Promise<void> {
  for (const hash of hashes) await record.eraseText({ hash, ...by });
}

function stateOf(past: readonly RecordedEvent[]): PersonState {
  return stateAfter(past.map(({ type, data }) => ({ type, data }) as unknown as PersonEvent));
}

function recorded(stream: string, decision: ReturnType<typeof decide>): Decision<NewEvent, PersonRefusal> {
  if (isRefused(decision)) return decision;
  return { events: decision.events.map(({ type, data }) => ({ stream, type, data })) };
}
