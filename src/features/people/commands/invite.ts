import { dayInLondon } from "#kernel/period.ts";
import type { Outcome } from "#platform/cli/verb.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import type { Authorship } from "#platform/record/index.ts";
import { dayEntered } from "#platform/web/words/entered.ts";
import { askedPostAt, invitationDays } from "../asked-post.ts";
import type { PeopleDesk } from "../desk.ts";
import { type Entered, isWrong, readDetails, readPost } from "../views/entered.ts";
import { ofOrganisation, POST_OPTIONS, refused, sentOutcome, unreadable } from "./asked.ts";

const DETAILS = {
  name: { about: "their name", value: "name", required: true },
  email: { about: "their e-mail address", value: "address", required: true },
} as const;

/** Invites somebody to a post, and prints the link to send them. */
export function inviteVerb(desk: PeopleDesk): Verb<"people.manage"> {
  return verb(
    {
      name: "people invite",
      summary: "Invite somebody to a post, and print the link to send them.",
      permission: "people.manage",
      subject: ({ options }) => ofOrganisation(desk, options.organisation),
      options: {
        ...{ ...DETAILS, ...POST_OPTIONS },
        person: { about: "somebody who left or never came, by id, to invite them back", value: "person" },
      },
    },
    ({ options, by }) => invited(desk, options, by, options.person === undefined ? {} : { person: options.person }),
  );
}

/** Makes the first administrator of a place that has none: the way in to a service over real data. */
export function firstAdministratorVerb(desk: PeopleDesk): Verb<"people.first-administrator"> {
  return verb(
    {
      name: "people first-administrator",
      summary: "Invite the first administrator of a PCT or region, and print the link to send them.",
      permission: "people.first-administrator",
      subject: ({ options }) => ofOrganisation(desk, options.organisation),
      options: { ...DETAILS, organisation: POST_OPTIONS.organisation },
    },
    ({ options, by }) => invited(desk, { ...options, role: "administrator" }, by, { isFirst: true }),
  );
}

type How = { readonly person?: string; readonly isFirst?: boolean };

async function invited(desk: PeopleDesk, options: Entered, by: Authorship, how: How): Promise<Outcome> {
  const [directory, today] = [await desk.directory(), dayInLondon(by.at)];
  const details = readDetails(options);
  const post = readPost({ ...options, from: options.from ?? dayEntered(today) });
  if (isWrong(details)) return unreadable(details);
  if (isWrong(post)) return unreadable(post);
  const posts = [askedPostAt(directory, post, desk.people.newId(), today)];
  const days = invitationDays(desk, directory, post.organisation, today);
  const sent = await desk.people.invite({ ...details, posts, days, ...how }, by);
  return "refused" in sent ? refused(sent) : sentOutcome(desk, details.name, sent);
}
