import { z } from "zod";
import { dayInLondon } from "#kernel/period.ts";
import type { Person } from "#platform/access/person.ts";
import { type Problems, redirect } from "#platform/web/outcome.ts";
import { form, type Page, page, type Visit } from "#platform/web/page.ts";
import { Form, SubmitButton } from "#platform/web/view/form.tsx";
import { FormHead, Next } from "#platform/web/view/form-page.tsx";
import { askedPostAt, invitationDays } from "../asked-post.ts";
import type { PeopleDesk } from "../desk.ts";
import type { PeoplePermission } from "../grants.ts";
import type { Sent } from "../people-book.ts";
import { PEOPLE, taskPath } from "../views/addresses.ts";
import { isWrong, readDetails, readPost } from "../views/entered.ts";
import { DetailsFields, type FieldsProps, PostFields } from "../views/people-fields.tsx";
import { aroundPerson, notManaged, ofOneself, ofPerson, POST_FIELDS, refusedForm } from "./frame.ts";

const text = z.string().default("");
const reads = z.object({ name: text, email: text, role: text, organisation: text, from: text, until: text });
type Values = z.infer<typeof reads>;

/** Invites somebody new, or somebody who left or never came. Source: settled ¶people-1, ¶people-8. */
export function invitePages(desk: PeopleDesk): readonly Page<PeoplePermission>[] {
  const subject = ofPerson(desk);
  return [
    page(`${PEOPLE}/invite`, { permission: "people.manage", subject: ofOneself }, (visit) => ({
      title: "Invite somebody",
      section: "people",
      trail: [{ text: "People", href: PEOPLE }],
      ...(desk.madeUp !== false && { madeUp: desk.madeUp }),
      body: <InviteView caption="People" title="Invite somebody" action={visit.path} {...shown(visit)} />,
    })),
    form(`${PEOPLE}/invite`, { permission: "people.manage", subject: ofOneself, reads }, (visit, values) =>
      invited(desk, visit, values),
    ),
    page("/people/:person/come-back", { permission: "people.manage", subject }, async (visit) => {
      const frame = await aroundPerson(desk, visit.params.person);
      const title = "Invite them back";
      return {
        title,
        ...frame,
        body: <InviteView caption={frame.name} title={title} action={visit.path} {...shown(visit)} />,
      };
    }),
    form("/people/:person/come-back", { permission: "people.manage", subject, reads }, (visit, values) =>
      invited(desk, visit, values, visit.params.person),
    ),
  ];
}

function shown({ problems, entered }: Pick<Visit, "problems" | "entered">): FieldsProps {
  return { problems, entered };
}

type Asking = Pick<Visit, "by" | "now"> & { readonly person: Person };

async function invited(desk: PeopleDesk, { person: viewer, by, now }: Asking, values: Values, person?: string) {
  const [details, post] = [readDetails(values), readPost(values)];
  if (isWrong(details)) return isWrong(post) ? both(details, post) : details;
  if (isWrong(post)) return post;
  const elsewhere = await notManaged(desk, viewer, post.organisation, now);
  if (elsewhere !== undefined) return elsewhere;
  const [directory, today] = [await desk.directory(), dayInLondon(now)];
  const posts = [askedPostAt(directory, post, desk.people.newId(), today)];
  const days = invitationDays(desk, directory, post.organisation, today);
  const sent = await desk.people.invite({ ...details, posts, days, ...(person !== undefined && { person }) }, by);
  return "refused" in sent ? refusedForm(sent.refused, POST_FIELDS) : redirect(linkPath(sent));
}

function both({ problems: [first, ...others] }: Problems, { problems }: Problems): Problems {
  return { problems: [first, ...others, ...problems] };
}

/** Where the link of an invitation is shown; whoever manages the person may see it while it is open. */
export function linkPath({ person, token }: Sent): string {
  return `${taskPath(person, "link")}?token=${encodeURIComponent(token)}`;
}

interface InviteViewProps extends FieldsProps {
  readonly caption: string;
  readonly title: string;
  readonly action: string;
}

function InviteView({ caption, title, action, problems, entered }: InviteViewProps) {
  return (
    <>
      <FormHead caption={caption} title={title} problems={problems} />
      <Form action={action}>
        <DetailsFields problems={problems} entered={entered} />
        <PostFields problems={problems} entered={entered} />
        <Next>
          You are then shown a link to send them. They are in the service once they have followed it and chosen how to
          sign in. You can give them further posts afterwards.
        </Next>
        <SubmitButton>Invite</SubmitButton>
      </Form>
    </>
  );
}
