import { z } from "zod";
import { dayInLondon, firstDayOf } from "#kernel/period.ts";
import { redirect } from "#platform/web/outcome.ts";
import { form, type Page, page } from "#platform/web/page.ts";
import { Form, SubmitButton, TextField } from "#platform/web/view/form.tsx";
import { FormHead, Next, Sized } from "#platform/web/view/form-page.tsx";
import { dayText } from "#platform/web/words/dates.ts";
import { dayEntered, readDay } from "#platform/web/words/entered.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetPermission } from "../grants.ts";
import { DRAFT_NAME } from "../views/draft-name.ts";
import { around, frameOf, subjectOf, trailTo } from "./frame.ts";
import { doneAt } from "./pct.page.tsx";
import { refusedForm } from "./refused.ts";

const PATH = "/money/pct/:code/:year/draft";

const reads = z.object({
  id: z
    .string()
    .trim()
    .max(40, "Choose a name of at most 40 letters")
    .regex(DRAFT_NAME, "Choose a name of lower-case letters, digits and hyphens, like after-reviews"),
  asAt: z.string().refine((text) => readDay(text) !== undefined, "Enter a day like 1/4/2008"),
});

/** Makes a draft from what is loaded, the rulebook and the record as they are. */
export function draftPages(desk: BudgetsDesk): readonly Page<BudgetPermission>[] {
  return [draftShown(desk), draftMade(desk)];
}

function draftShown(desk: BudgetsDesk): Page<BudgetPermission> {
  const subject = subjectOf(desk, "pct");
  return page(PATH, { permission: "budgets.draft", subject }, async (visit) => {
    const frame = await frameOf(desk, visit.params, visit.may);
    const { drafts } = await desk.book.state(frame.key);
    const { problems, entered, path } = visit;
    return {
      title: `Make a draft, ${frame.place.name}, ${frame.year}`,
      ...around(desk, frame),
      trail: trailTo(frame, true),
      body: (
        <>
          <FormHead caption={`${frame.place.name}, ${frame.year}`} title="Make a draft" problems={problems}>
            <p>
              Budgets are worked out from activity, lists, need and prescribing as loaded, the rules in force, the
              envelope, the policy and the reviews on record. It takes some seconds.
            </p>
          </FormHead>
          <Form action={path}>
            <Sized width="one-third">
              <TextField
                name="id"
                label="What the draft is called"
                hint="Lower-case letters, digits and hyphens"
                problems={problems}
                entered={entered.id ?? nextName(drafts)}
              />
            </Sized>
            <Sized width="one-third">
              <TextField
                name="asAt"
                label="Practices, lists and groups as they were on"
                hint={`The first day of the year is ${dayText(firstDayOf(frame.year))}`}
                problems={problems}
                entered={entered.asAt ?? dayEntered(firstDayOf(frame.year))}
              />
            </Sized>
            <Next>The draft is seen by your finance team only, until somebody checks and issues it.</Next>
            <SubmitButton>Make the draft</SubmitButton>
          </Form>
        </>
      ),
    };
  });
}

function draftMade(desk: BudgetsDesk): Page<BudgetPermission> {
  const subject = subjectOf(desk, "pct");
  return form(PATH, { permission: "budgets.draft", subject, lane: "heavy", reads }, async (visit, { id, asAt }) => {
    const frame = await frameOf(desk, visit.params, visit.may);
    const day = readDay(asAt) ?? firstDayOf(frame.year);
    const by = { ...visit.by, sight: visit.sight, on: dayInLondon(visit.now) };
    const drafted = await desk.office.draft(frame.key, id, day, by);
    if ("refused" in drafted) {
      return refusedForm(drafted.refused, ({ code }) => (code === "draft-id-taken" ? "id" : undefined));
    }
    return redirect(doneAt(frame, "draft", id));
  });
}

function nextName(drafts: ReadonlyMap<string, unknown>): string {
  let number = drafts.size + 1;
  while (drafts.has(`draft-${number}`)) number += 1;
  return `draft-${number}`;
}
