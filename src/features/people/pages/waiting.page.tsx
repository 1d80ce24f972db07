import { z } from "zod";
import { isRefused } from "#kernel/decision.ts";
import { dayInLondon } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import type { Person } from "#platform/access/person.ts";
import { redirect } from "#platform/web/outcome.ts";
import { form, type Page, page } from "#platform/web/page.ts";
import { Form, RadiosField, SubmitButton } from "#platform/web/view/form.tsx";
import { FormHead, Next } from "#platform/web/view/form-page.tsx";
import type { PeopleDesk } from "../desk.ts";
import type { PeoplePermission } from "../grants.ts";
import { changesOf, type ListedChange, noticeOf } from "../notices-store.ts";
import { namesOf } from "../store.ts";
import { waitingSubject } from "../subjects.ts";
import { PEOPLE } from "../views/addresses.ts";
import { momentText, postDays } from "../views/words.ts";
import { refusedForm } from "./frame.ts";
import { type Naming, noticeText } from "./waiting-tasks.ts";

const CHANGE = "/people/:person/changes/:change";
const NOTICE = "/people/:person/notices/:notice";
const answer = z.object({ answer: z.enum(["confirm", "refuse"], { error: "Choose whether it is to count" }) });

/** What another administrator's word decides, and what they are told. Source: settled ¶people-4, ¶people-5. */
export function waitingPages(desk: PeopleDesk): readonly Page<PeoplePermission>[] {
  return [changeShown(desk), changeDecided(desk), noticeShown(desk), noticeAcknowledged(desk)];
}

function ofChange(desk: PeopleDesk) {
  return async (params: ChangeNamed, _query: unknown, _sight: unknown, viewer: Person) => {
    const found = await findChange(desk, params);
    return waitingSubject(desk, found?.organisation, viewer, dayInLondon(desk.now()));
  };
}

interface ChangeNamed {
  readonly person: string;
  readonly change: string;
}

async function findChange({ people }: PeopleDesk, { person, change }: ChangeNamed): Promise<ListedChange | undefined> {
  return (await changesOf(people.reads, person)).find((each) => each.change === change);
}

function changeShown(desk: PeopleDesk): Page<PeoplePermission> {
  const subject = ofChange(desk);
  return page(CHANGE, { permission: "people.confirm", subject }, async ({ params, problems, entered, path }) => {
    const change = await findChange(desk, params);
    if (change === undefined) throw new NotFound("It was seen to meanwhile.");
    const { nameOf, placeName } = await naming(desk, [change.person]);
    const title = `Is ${nameOf(change.person)} to be ${change.role} at ${placeName(change.organisation)}?`;
    return {
      title,
      ...around(desk),
      body: (
        <>
          <FormHead caption="Asked for by an administrator, for themselves" title={title} problems={problems}>
            <p className="nhsuk-lede-text">
              {postDays(change)}. Asked {momentText(change.at)}.
            </p>
          </FormHead>
          <Form action={path}>
            <RadiosField
              name="answer"
              label="Your word"
              problems={problems}
              entered={entered.answer}
              options={[
                { value: "confirm", text: "It is right, and is to count" },
                { value: "refuse", text: "It is not to count" },
              ]}
            />
            <Next>Nobody confirms what they asked for themselves. Your answer is on the record under your name.</Next>
            <SubmitButton>Answer</SubmitButton>
          </Form>
        </>
      ),
    };
  });
}

function changeDecided(desk: PeopleDesk): Page<PeoplePermission> {
  const subject = ofChange(desk);
  return form(CHANGE, { permission: "people.confirm", subject, reads: answer }, async ({ params, by }, values) => {
    const kind = values.answer === "confirm" ? "confirm-change" : "refuse-change";
    const decision = await desk.people.perform(params.person, { kind, change: params.change }, by);
    return isRefused(decision) ? refusedForm(decision.refused) : redirect(`${PEOPLE}?done=answered`);
  });
}

function ofNotice(desk: PeopleDesk) {
  return async (params: NoticeNamed, _query: unknown, _sight: unknown, viewer: Person) => {
    const notice = await noticeOf(desk.people.reads, params.person, params.notice);
    return waitingSubject(desk, notice?.organisation, viewer, dayInLondon(desk.now()));
  };
}

interface NoticeNamed {
  readonly person: string;
  readonly notice: string;
}

function noticeShown(desk: PeopleDesk): Page<PeoplePermission> {
  const subject = ofNotice(desk);
  return page(NOTICE, { permission: "people.confirm", subject }, async ({ params, problems, path }) => {
    const notice = await noticeOf(desk.people.reads, params.person, params.notice);
    if (notice === undefined) throw new NotFound("It was seen to meanwhile.");
    const names = await naming(desk, [notice.person, notice.by]);
    return {
      title: "Told to another administrator",
      ...around(desk),
      body: (
        <>
          <FormHead caption="Told to another administrator" title={noticeText(notice, names)} problems={problems}>
            <p className="nhsuk-lede-text">
              Done by {names.nameOf(notice.by)}, {momentText(notice.at)}.
            </p>
          </FormHead>
          <Form action={path}>
            <Next>
              If it is not right, end the post or speak to whoever did it. That you have seen it is on the record under
              your name.
            </Next>
            <SubmitButton>I have seen it</SubmitButton>
          </Form>
        </>
      ),
    };
  });
}

function noticeAcknowledged(desk: PeopleDesk): Page<PeoplePermission> {
  const subject = ofNotice(desk);
  return form(NOTICE, { permission: "people.confirm", subject, reads: z.object({}) }, async ({ params, by }) => {
    const command = { kind: "acknowledge-notice", notice: params.notice } as const;
    const decision = await desk.people.perform(params.person, command, by);
    return isRefused(decision) ? refusedForm(decision.refused) : redirect(`${PEOPLE}?done=seen`);
  });
}

async function naming(desk: PeopleDesk, people: readonly string[]): Promise<Naming> {
  const [names, directory] = await Promise.all([namesOf(desk.people.reads, people), desk.directory()]);
  return { nameOf: (id) => names.get(id) ?? id, placeName: (code) => directory.organisation(code).name };
}

function around({ madeUp }: PeopleDesk) {
  return {
    section: "people",
    trail: [{ text: "People", href: PEOPLE }],
    ...(madeUp !== false && { madeUp }),
  };
}
