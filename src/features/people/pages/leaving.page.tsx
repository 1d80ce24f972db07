import { z } from "zod";
import { isRefused } from "#kernel/decision.ts";
import { dayInLondon } from "#kernel/period.ts";
import { redirect } from "#platform/web/outcome.ts";
import { form, type Page, page } from "#platform/web/page.ts";
import { Form, SubmitButton } from "#platform/web/view/form.tsx";
import { FormHead, Next } from "#platform/web/view/form-page.tsx";
import type { PeopleDesk } from "../desk.ts";
import type { PeoplePermission } from "../grants.ts";
import { personTold } from "../person-told.ts";
import { personPath } from "../views/addresses.ts";
import { postDays, postStanding } from "../views/words.ts";
import { notAll, type PersonVisit } from "./all-managed.ts";
import { aroundPerson, ofPerson, refusedForm } from "./frame.ts";

const nothing = z.object({});

/** Ends everything at once, or takes an invitation back; each is shown first, since it cannot be undone. */
export function leavingPages(desk: PeopleDesk): readonly Page<PeoplePermission>[] {
  const subject = ofPerson(desk);
  return [
    page("/people/:person/leave", { permission: "people.manage", subject }, (visit) => shown(desk, visit, LEAVE)),
    form("/people/:person/leave", { permission: "people.manage", subject, reads: nothing }, (visit) =>
      done(desk, visit, "leave", "left"),
    ),
    page("/people/:person/withdraw", { permission: "people.manage", subject }, (visit) => shown(desk, visit, WITHDRAW)),
    form("/people/:person/withdraw", { permission: "people.manage", subject, reads: nothing }, (visit) =>
      done(desk, visit, "withdraw-invitation", "withdrawn"),
    ),
  ];
}

interface Ending {
  readonly title: string;
  readonly what: string;
  readonly next: string;
  readonly button: string;
}

const LEAVE: Ending = {
  title: "Check before they leave",
  what: "These posts end at once:",
  next: "They can do nothing from then on, wherever they are signed in. What they did stays on the record. To come back they are invited to new posts.",
  button: "End everything",
};

const WITHDRAW: Ending = {
  title: "Check before the invitation is withdrawn",
  what: "They are then not asked to be any of these:",
  next: "The link that they were sent no longer works. They can be invited anew.",
  button: "Withdraw the invitation",
};

async function shown(desk: PeopleDesk, visit: PersonVisit, { title, what, next, button }: Ending) {
  const { params, person: viewer, problems, path, now } = visit;
  const today = dayInLondon(now);
  const frame = await aroundPerson(desk, params.person);
  const told = await personTold(desk, { id: params.person, viewer, now, today });
  const posts = told.posts.filter((post) => postStanding(post, today) !== "over");
  return {
    title,
    ...frame,
    body: (
      <>
        <FormHead caption={frame.name} title={title} problems={problems}>
          <p>{what}</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {posts.map((post) => (
              <li key={post.post}>
                {post.role} at {post.place}, {postDays(post)}
              </li>
            ))}
          </ul>
        </FormHead>
        <Form action={path}>
          <Next>{next}</Next>
          <SubmitButton>{button}</SubmitButton>
        </Form>
      </>
    ),
  };
}

async function done(
  desk: PeopleDesk,
  visit: PersonVisit,
  kind: "leave" | "withdraw-invitation",
  news: "left" | "withdrawn",
) {
  const elsewhere = await notAll(desk, visit);
  if (elsewhere !== undefined) return elsewhere;
  const decision = await desk.people.perform(visit.params.person, { kind }, visit.by);
  return isRefused(decision) ? refusedForm(decision.refused) : redirect(personPath(visit.params.person, news));
}
