import type { Directory } from "#features/organisations/index.ts";
import type { Day } from "#kernel/period.ts";
import type { PeopleDesk } from "./desk.ts";
import type { AskedPost } from "./rules/record/post-check.ts";
import { subjectAt } from "./subjects.ts";

/** A post as a form or a line names it. */
export interface PostNamed {
  readonly role: string;
  readonly organisation: string;
  readonly from: Day;
  readonly until?: Day | undefined;
}

/** A post with what the directory says of its organisation on a day. */
export function askedPostAt(
  directory: Directory,
  { role, organisation, from, until }: PostNamed,
  id: string,
  today: Day,
): AskedPost {
  const begins = from > today ? from : today;
  const kind = directory.isOpen(organisation, begins) ? directory.organisation(organisation).kind : undefined;
  const { within: over } = subjectAt(directory, organisation, today);
  return { id, role, organisation, over, from, ...(kind && { kind }), ...(until && { until }) };
}

/** The days until an invitation to a place lapses, by the rule in force there. Source: settled ¶people-1. */
export function invitationDays({ rulebook }: PeopleDesk, directory: Directory, code: string, today: Day): number {
  const place = rulebook.placeOf(directory.within(code, today)) ?? rulebook.placeOf([code]);
  return rulebook.inForce(place?.id ?? "england", "people.invitation-days", today).value;
}

/** Where an invitation is taken up: in full where the service knows its own address. */
export function invitationLink({ address = "" }: PeopleDesk, token: string): string {
  return `${address}/invitations/${token}`;
}
