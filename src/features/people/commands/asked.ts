import type { Refusal } from "#kernel/decision.ts";
import { dayInLondon } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import type { Person, Subject } from "#platform/access/person.ts";
import type { Outcome } from "#platform/cli/verb.ts";
import type { Problems } from "#platform/web/outcome.ts";
import { invitationLink } from "../asked-post.ts";
import type { PersonRefusal } from "../decisions.ts";
import type { PeopleDesk } from "../desk.ts";
import type { Sent } from "../people-book.ts";
import { refusalWords } from "../refusals.ts";
import { personSubject, subjectAt } from "../subjects.ts";
import { momentText } from "../views/words.ts";

/** What names a person on a line: the id that `people list` shows. */
export const PERSON = { person: { about: "the person, by the id that people list shows" } } as const;

/** The options that name a post. */
export const POST_OPTIONS = {
  role: { about: "the role, such as PCT finance", value: "role", required: true },
  organisation: { about: "the organisation, such as 5QX", value: "code", required: true },
  from: { about: "the first day; today unless given", value: "day" },
  until: { about: "the last day; without an end unless given", value: "day" },
} as const;

type Asked = { readonly arguments: { readonly person: string }; readonly person: Person };

/** Whose affairs the person of a line is; as for nobody where the asker may not see them. */
export function ofPerson(desk: PeopleDesk) {
  return ({ arguments: { person }, person: viewer }: Asked): Promise<Subject> =>
    personSubject(desk, person, viewer, dayInLondon(desk.now()));
}

/** Whose affairs an organisation is, in which a post is given. Throws NotFound for one that is not in the directory. */
export async function ofOrganisation(desk: PeopleDesk, code: string): Promise<Subject> {
  const directory = await desk.directory();
  if (!directory.organisations.has(code)) throw new NotFound(`The directory has no organisation ${code}.`);
  return subjectAt(directory, code, dayInLondon(desk.now()));
}

/** What was refused, in words. */
export function refused({
  refused: [first, ...others],
}: {
  readonly refused: readonly [Refusal<PersonRefusal>, ...Refusal<PersonRefusal>[]];
}): Outcome {
  return { refused: [refusalWords(first), ...others.map(refusalWords)] };
}

/** What could not be read of what was given, in words. */
export function unreadable({ problems: [first, ...others] }: Problems): Outcome {
  return { refused: [`${first.message}.`, ...others.map(({ message }) => `${message}.`)] };
}

/** An invitation with its link, which is said this once. */
export function sentOutcome(desk: PeopleDesk, name: string, { person, token, lapsesAt }: Sent): Outcome {
  const link = invitationLink(desk, token);
  const text = [
    `Send this link to ${name}, and to nobody else. It lapses ${momentText(lapsesAt)}, and is shown this once.`,
    `  ${link}`,
    `Their id is ${person}.`,
  ];
  return { text, data: { person, link, lapsesAt } };
}
