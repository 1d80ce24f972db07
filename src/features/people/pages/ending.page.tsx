import type { ReactNode } from "react";
import { z } from "zod";
import { isRefused } from "#kernel/decision.ts";
import { type Day, dayInLondon, daysLater } from "#kernel/period.ts";
import { redirect } from "#platform/web/outcome.ts";
import { form, type Page, page } from "#platform/web/page.ts";
import { Form, SubmitButton, TextField } from "#platform/web/view/form.tsx";
import { FormHead, Next, Sized } from "#platform/web/view/form-page.tsx";
import { dayText } from "#platform/web/words/dates.ts";
import { dayEntered, readDay } from "#platform/web/words/entered.ts";
import type { PeopleDesk } from "../desk.ts";
import type { PeoplePermission } from "../grants.ts";
import { personPath, postPath } from "../views/addresses.ts";
import { isWrong, readOneDay } from "../views/entered.ts";
import { aroundPerson, ofPost, refusedForm } from "./frame.ts";
import { shownPost } from "./shown-post.ts";

const END = "/people/:person/posts/:post/end";
const CHECK = "/people/:person/posts/:post/end/check";
const reads = z.object({ last: z.string().default("") });

/** Ends a post after a day: asked first, then shown once more, since what is over cannot be opened again. */
export function endingPages(desk: PeopleDesk): readonly Page<PeoplePermission>[] {
  return [endShown(desk), endAsked(desk), checkShown(desk), ended(desk)];
}

function endShown(desk: PeopleDesk): Page<PeoplePermission> {
  const subject = ofPost(desk);
  return page(END, { permission: "people.manage", subject }, async (visit) => {
    const { params, problems, entered, path, now } = visit;
    const [frame, { words }] = [await aroundPerson(desk, params.person), await shownPost(desk, params)];
    const yesterday = dayEntered(daysLater(dayInLondon(now), -1));
    return {
      title: `End the post of ${words}`,
      ...frame,
      body: (
        <>
          <FormHead caption={frame.name} title={`End the post of ${words}`} problems={problems} />
          <Form action={path}>
            <Sized width="one-third">
              <TextField
                name="last"
                label="Last day"
                hint={`The post counts on this day too. ${yesterday} ends it at once.`}
                problems={problems}
                entered={entered.last}
              />
            </Sized>
            <SubmitButton>Go on</SubmitButton>
          </Form>
        </>
      ),
    };
  });
}

function endAsked(desk: PeopleDesk): Page<PeoplePermission> {
  const subject = ofPost(desk);
  return form(END, { permission: "people.manage", subject, reads }, ({ params }, values) => {
    const read = readOneDay(values, "last", "last");
    return isWrong(read) ? read : redirect(`${postPath(params.person, params.post, "end/check")}?last=${read.day}`);
  });
}

function checkShown(desk: PeopleDesk): Page<PeoplePermission> {
  const subject = ofPost(desk);
  return page(CHECK, { permission: "people.manage", subject }, async (visit) => {
    const { params, problems, entered, path, now, query } = visit;
    const last = readDay(query.get("last") ?? entered.last ?? "");
    const again = postPath(params.person, params.post, "end");
    if (last === undefined) return redirect(again);
    const [frame, { words }] = [await aroundPerson(desk, params.person), await shownPost(desk, params)];
    return {
      title: `Check before the post of ${words} ends`,
      ...frame,
      body: (
        <>
          <FormHead caption={frame.name} title={`Check before the post of ${words} ends`} problems={problems} />
          <Answers last={last} again={again} today={dayInLondon(now)} />
          <Form action={path}>
            <input type="hidden" name="last" value={last} />
            <Next>A post that is over is not opened again; they would be given another.</Next>
            <SubmitButton>End the post</SubmitButton>
          </Form>
        </>
      ),
    };
  });
}

interface AnswersProps {
  readonly last: Day;
  readonly today: Day;
  /** Where to change the answer. */
  readonly again: string;
}

function Answers({ last, today, again }: AnswersProps): ReactNode {
  return (
    <dl className="nhsuk-summary-list">
      <div className="nhsuk-summary-list__row">
        <dt className="nhsuk-summary-list__key">Last day</dt>
        <dd className="nhsuk-summary-list__value">
          {dayText(last)}
          {last < today ? ": it ends at once" : ""}
        </dd>
        <dd className="nhsuk-summary-list__actions">
          <a href={again}>
            Change<span className="nhsuk-u-visually-hidden"> the last day</span>
          </a>
        </dd>
      </div>
    </dl>
  );
}

function ended(desk: PeopleDesk): Page<PeoplePermission> {
  const subject = ofPost(desk);
  return form(CHECK, { permission: "people.manage", subject, reads }, async ({ params, by }, values) => {
    const read = readOneDay(values, "last", "last");
    if (isWrong(read)) return read;
    const command = { kind: "end-post", post: params.post, last: read.day } as const;
    const decision = await desk.people.perform(params.person, command, by);
    return isRefused(decision) ? refusedForm(decision.refused) : redirect(personPath(params.person, "ended"));
  });
}
