import { z } from "zod";
import { isRefused } from "#kernel/decision.ts";
import { dayInLondon } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import { redirect } from "#platform/web/outcome.ts";
import { form, type Page, page } from "#platform/web/page.ts";
import type { InterestPermission } from "../grants.ts";
import { registerOf } from "../register.ts";
import { REDACTABLE, REDACTION_REASONS, type Redactable } from "../rules/interest.ts";
import { redactionKey } from "../rules/interest-state.ts";
import { RedactView } from "../views/redact.view.tsx";
import type { InterestsWiring } from "../wiring.ts";
import { refusedForm } from "./refused.ts";
import { placeOfRegister } from "./register.page.tsx";

const PATH = "/interests/register/:place/:person/:item/redact";
const FIELDS = [...new Set(Object.values(REDACTABLE).flat())] as [Redactable, ...Redactable[]];
const reads = z.object({
  field: z.enum(FIELDS, { message: "Choose the field" }),
  reason: z.enum([...REDACTION_REASONS, "lift"], { message: "Choose the reason, or to lift the redaction" }),
});

/** Redacts a field of what is published, or lifts that; on the record either way. Source: settled ¶interests-5. */
export function redactPages(wiring: InterestsWiring): readonly Page<InterestPermission>[] {
  return [
    page(
      PATH,
      { permission: "interests.redact", subject: ({ place }) => placeOfRegister(wiring, place) },
      async (visit) => {
        const { params, now, path, problems, entered } = visit;
        const { name, fields } = await declarationAt(wiring, params, now);
        const { redactions } = await wiring.interests.state(params.person);
        return {
          title: "Redact a declaration",
          trail: [{ text: "The register", href: `/interests/register/${params.place}` }],
          madeUp: wiring.madeUp,
          body: (
            <RedactView
              {...{ name, problems, entered }}
              action={path}
              fields={fields.map((field) => ({ field, reason: redactions.get(redactionKey(params.item, field)) }))}
            />
          ),
        };
      },
    ),
    form(
      PATH,
      { permission: "interests.redact", subject: ({ place }) => placeOfRegister(wiring, place), reads },
      async ({ params, person, now, by }, { field, reason }) => {
        await declarationAt(wiring, params, now);
        const of = { item: params.item, field, owner: params.person, by: person.id, on: dayInLondon(now) };
        const command =
          reason === "lift"
            ? ({ kind: "lift-redaction", ...of } as const)
            : ({ kind: "redact-field", reason, ...of } as const);
        const decision = await wiring.interests.perform(params.person, command, by);
        return isRefused(decision) ? refusedForm(decision.refused) : redirect(`/interests/register/${params.place}`);
      },
    ),
  ];
}

/** A declaration on the register of the place; one of elsewhere is not there. */
async function declarationAt(
  wiring: InterestsWiring,
  { place, person, item }: { readonly place: string; readonly person: string; readonly item: string },
  now: Date,
) {
  const { interests, gifts } = await registerOf(wiring, place, dayInLondon(now), "published");
  const found = [...interests, ...gifts].find(
    (entry) => entry.person.person === person && entry.declaration.id === item,
  );
  if (found === undefined) throw new NotFound("The register of this place has no such declaration.");
  const fields: readonly Redactable[] = "party" in found.declaration ? REDACTABLE.interest : REDACTABLE.gift;
  return { name: found.person.name, fields };
}
