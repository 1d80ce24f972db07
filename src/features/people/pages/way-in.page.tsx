import { z } from "zod";
import { dayInLondon } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import { redirect } from "#platform/web/outcome.ts";
import { form, type Page, page } from "#platform/web/page.ts";
import { Form, RadiosField, SubmitButton } from "#platform/web/view/form.tsx";
import { FormHead, Next } from "#platform/web/view/form-page.tsx";
import { invitationDays, invitationLink } from "../asked-post.ts";
import type { PeopleDesk } from "../desk.ts";
import type { PeoplePermission } from "../grants.ts";
import { hashOfToken } from "../people-book.ts";
import { postsOf } from "../store.ts";
import { momentText } from "../views/words.ts";
import { notAll } from "./all-managed.ts";
import { aroundPerson, ofPerson, refusedForm } from "./frame.ts";
import { linkPath } from "./invite.page.tsx";

const RENEWALS = ["password", "password and second factor"] as const;
const renewal = z.object({ renews: z.enum(RENEWALS, { error: "Choose what is made anew" }) });

/** Sends an invitation again, or gives a member a new way in; and shows the link once. Source: settled ¶people-1. */
export function wayInPages(desk: PeopleDesk): readonly Page<PeoplePermission>[] {
  const subject = ofPerson(desk);
  return [
    page("/people/:person/invite-again", { permission: "people.manage", subject }, async (visit) => {
      const frame = await aroundPerson(desk, visit.params.person);
      return {
        title: "Send the invitation again",
        ...frame,
        body: (
          <>
            <FormHead caption={frame.name} title="Send the invitation again" problems={visit.problems} />
            <Form action={visit.path}>
              <Next>You are shown a new link. The one before no longer works.</Next>
              <SubmitButton>Make a new link</SubmitButton>
            </Form>
          </>
        ),
      };
    }),
    form("/people/:person/invite-again", { permission: "people.manage", subject, reads: z.object({}) }, (visit) =>
      again(desk, visit),
    ),
    page("/people/:person/renew", { permission: "people.manage", subject }, async (visit) => {
      const frame = await aroundPerson(desk, visit.params.person);
      return { title: "Give a new way in", ...frame, body: <RenewView {...visit} name={frame.name} /> };
    }),
    form("/people/:person/renew", { permission: "people.manage", subject, reads: renewal }, (visit, { renews }) =>
      again(desk, visit, renews),
    ),
    linkPage(desk),
  ];
}

type Asking = Parameters<typeof notAll>[1];

async function again(desk: PeopleDesk, visit: Asking, renews?: (typeof RENEWALS)[number]) {
  const { params, by, now, person: viewer } = visit;
  const elsewhere = await notAll(desk, visit);
  if (elsewhere !== undefined) return elsewhere;
  const [directory, today] = [await desk.directory(), dayInLondon(now)];
  const [post] = await postsOf(desk.people.reads, [params.person]);
  const days = invitationDays(desk, directory, post?.organisation ?? "", today);
  const byOperator = viewer.posts.some(({ role }) => role === "operator");
  const asked = { days, byOperator, ...(renews !== undefined && { renews }) };
  const sent = await desk.people.inviteAgain(params.person, asked, by);
  return "refused" in sent ? refusedForm(sent.refused) : redirect(linkPath(sent));
}

function RenewView({ name, path, problems, entered }: RenewProps) {
  return (
    <>
      <FormHead caption={name} title="Give a new way in" problems={problems}>
        <p>For somebody who cannot sign in any more. Be sure that it is they who ask.</p>
      </FormHead>
      <Form action={path}>
        <RadiosField
          name="renews"
          label="What is made anew"
          problems={problems}
          entered={entered.renews}
          options={[
            { value: RENEWALS[0], text: "The password", hint: "They have forgotten it" },
            {
              value: RENEWALS[1],
              text: "The password and the second factor",
              hint: "They have lost their telephone too",
            },
          ]}
        />
        <Next>
          You are shown a link to send them. Whoever has it can come in as them, so the other administrators are told.
        </Next>
        <SubmitButton>Make a link</SubmitButton>
      </Form>
    </>
  );
}

interface RenewProps extends Pick<Asking, "path" | "problems" | "entered"> {
  readonly name: string;
}

/** The link itself, as long as it is open; the address has the token, which nothing keeps. */
function linkPage(desk: PeopleDesk): Page<PeoplePermission> {
  const subject = ofPerson(desk);
  return page("/people/:person/link", { permission: "people.manage", subject }, async ({ params, query, now }) => {
    const token = query.get("token") ?? "";
    const { open } = await desk.people.state(params.person);
    if (open === undefined || open.tokenHash !== hashOfToken(token) || open.lapsesAt <= now.toISOString()) {
      throw new NotFound("This link was used, lapsed, or another took its place.");
    }
    const frame = await aroundPerson(desk, params.person);
    return {
      title: "The link to send",
      ...frame,
      body: (
        <>
          <FormHead caption={frame.name} title="The link to send" problems={[]}>
            <p className="nhsuk-lede-text" id="link">
              Send it to them yourself, and to nobody else: whoever follows it first is in. It lapses{" "}
              {momentText(open.lapsesAt)}. Nothing keeps it; when it is lost, make another.
            </p>
          </FormHead>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard. */}
          <pre className="app-command" tabIndex={0} aria-describedby="link">
            <code>{invitationLink(desk, token)}</code>
          </pre>
        </>
      ),
    };
  });
}
