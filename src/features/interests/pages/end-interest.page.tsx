import { z } from "zod";
import { isRefused } from "#kernel/decision.ts";
import { dayInLondon } from "#kernel/period.ts";
import { redirect } from "#platform/web/outcome.ts";
import { form, type Page, page } from "#platform/web/page.ts";
import { Form, SubmitButton, TextField } from "#platform/web/view/form.tsx";
import { FormHead } from "#platform/web/view/form-page.tsx";
import { dayText } from "#platform/web/words/dates.ts";
import { readDay } from "#platform/web/words/entered.ts";
import type { InterestPermission } from "../grants.ts";
import type { InterestsWiring } from "../wiring.ts";
import { ownInterest } from "./interest.page.tsx";
import { ONESELF } from "./my-declarations.page.tsx";
import { refusedForm } from "./refused.ts";

const PATH = "/interests/:interest/end";
const reads = z.object({ last: z.string() });

/** Ends an interest of one's own. It stays on the register for its time. Source: settled ¶interests-4. */
export function endInterestPages(wiring: InterestsWiring): readonly Page<InterestPermission>[] {
  return [
    page(PATH, { permission: "interests.declare", subject: () => ONESELF }, async (visit) => {
      const { person, params, path, problems, entered } = visit;
      const { from } = await ownInterest(wiring, person.id, params.interest);
      return {
        title: "End an interest",
        trail: [{ text: "Your interests", href: "/interests" }],
        madeUp: wiring.madeUp,
        body: (
          <>
            <FormHead caption="Interests, gifts and hospitality" title="End an interest" problems={problems}>
              <p>It began on {dayText(from)}. From the day after its last, it keeps you from nothing any more.</p>
            </FormHead>
            <Form action={path}>
              <TextField
                {...{ name: "last", label: "Its last day", hint: "For example, 31/3/2008", problems }}
                entered={entered.last}
              />
              <SubmitButton>End the interest</SubmitButton>
            </Form>
          </>
        ),
      };
    }),
    form(PATH, { permission: "interests.declare", subject: () => ONESELF, reads }, async (visit, values) => {
      const { person, params, now, by } = visit;
      await ownInterest(wiring, person.id, params.interest);
      const last = readDay(values.last);
      if (last === undefined) return { problems: [{ field: "last", message: "Enter a day like 31/3/2008" }] };
      const command = { kind: "end-interest", id: params.interest, last, on: dayInLondon(now) } as const;
      const decision = await wiring.interests.perform(person.id, command, by);
      return isRefused(decision) ? refusedForm(decision.refused) : redirect("/interests?done=ended");
    }),
  ];
}
