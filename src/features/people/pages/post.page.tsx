import { z } from "zod";
import { isRefused } from "#kernel/decision.ts";
import { dayInLondon } from "#kernel/period.ts";
import { redirect } from "#platform/web/outcome.ts";
import { form, type Page, page } from "#platform/web/page.ts";
import { Form, SubmitButton } from "#platform/web/view/form.tsx";
import { FormHead, Next } from "#platform/web/view/form-page.tsx";
import { dayEntered } from "#platform/web/words/entered.ts";
import { askedPostAt } from "../asked-post.ts";
import type { PeopleDesk } from "../desk.ts";
import type { PeoplePermission } from "../grants.ts";
import { personPath } from "../views/addresses.ts";
import { isWrong, readDays, readPost } from "../views/entered.ts";
import { DaysFields, PostFields } from "../views/people-fields.tsx";
import { aroundPerson, notManaged, ofPerson, ofPost, POST_FIELDS, refusedForm } from "./frame.ts";
import { shownPost } from "./shown-post.ts";

const text = z.string().default("");
const postRead = z.object({ role: text, organisation: text, from: text, until: text });
const daysRead = z.object({ from: text, until: text });
const OWN = "It is your own post, so it counts only once another administrator confirms it. They are told.";

/** Gives a post, and changes the days of one. Source: settled ¶people-2 to ¶people-4. */
export function postPages(desk: PeopleDesk): readonly Page<PeoplePermission>[] {
  return [giveShown(desk), giveTaken(desk), datesShown(desk), datesTaken(desk)];
}

function giveShown(desk: PeopleDesk): Page<PeoplePermission> {
  const subject = ofPerson(desk);
  return page("/people/:person/give", { permission: "people.manage", subject }, async (visit) => {
    const { params, problems, entered, path, person } = visit;
    const frame = await aroundPerson(desk, params.person);
    return {
      title: "Give a post",
      ...frame,
      body: (
        <>
          <FormHead caption={frame.name} title="Give a post" problems={problems} />
          <Form action={path}>
            <PostFields problems={problems} entered={entered} />
            <Next>
              {person.id === params.person
                ? OWN
                : "It counts from its first day on. That they got it is on the record under your name."}
            </Next>
            <SubmitButton>Give the post</SubmitButton>
          </Form>
        </>
      ),
    };
  });
}

function giveTaken(desk: PeopleDesk): Page<PeoplePermission> {
  const subject = ofPerson(desk);
  return form(
    "/people/:person/give",
    { permission: "people.manage", subject, reads: postRead },
    async (visit, values) => {
      const { params, person, by, now } = visit;
      const post = readPost(values);
      if (isWrong(post)) return post;
      const elsewhere = await notManaged(desk, person, post.organisation, now);
      if (elsewhere !== undefined) return elsewhere;
      const asked = askedPostAt(await desk.directory(), post, desk.people.newId(), dayInLondon(now));
      const decision = await desk.people.perform(params.person, { kind: "give-post", post: asked }, by);
      if (isRefused(decision)) return refusedForm(decision.refused, POST_FIELDS);
      return redirect(personPath(params.person, person.id === params.person ? "asked" : "given"));
    },
  );
}

function datesShown(desk: PeopleDesk): Page<PeoplePermission> {
  const subject = ofPost(desk);
  return page("/people/:person/posts/:post/dates", { permission: "people.manage", subject }, async (visit) => {
    const { params, problems, entered, path, person } = visit;
    const frame = await aroundPerson(desk, params.person);
    const { post, words } = await shownPost(desk, params);
    const before = { from: dayEntered(post.from), until: post.until === undefined ? "" : dayEntered(post.until) };
    return {
      title: `Change the days of ${words}`,
      ...frame,
      body: (
        <>
          <FormHead caption={frame.name} title={`Change the days of ${words}`} problems={problems} />
          <Form action={path}>
            <DaysFields problems={problems} entered={problems.length === 0 ? before : entered} />
            <Next>
              {person.id === params.person
                ? OWN
                : "The post then counts on these days, both included, and on no others."}
            </Next>
            <SubmitButton>Change the days</SubmitButton>
          </Form>
        </>
      ),
    };
  });
}

function datesTaken(desk: PeopleDesk): Page<PeoplePermission> {
  const [path, subject] = ["/people/:person/posts/:post/dates", ofPost(desk)] as const;
  return form(path, { permission: "people.manage", subject, reads: daysRead }, async (visit, values) => {
    const { params, person, by, now } = visit;
    const days = readDays(values);
    if (isWrong(days)) return days;
    const { post } = await shownPost(desk, params);
    const asked = { role: post.role, organisation: post.organisation, ...days };
    const { over } = askedPostAt(await desk.directory(), asked, post.post, dayInLondon(now));
    const command = { kind: "change-dates", post: params.post, change: desk.people.newId(), over, ...days } as const;
    const decision = await desk.people.perform(params.person, command, by);
    if (isRefused(decision)) return refusedForm(decision.refused, POST_FIELDS);
    return redirect(personPath(params.person, person.id === params.person ? "asked" : "dates"));
  });
}
