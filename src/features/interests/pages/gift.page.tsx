import { z } from "zod";
import { isRefused } from "#kernel/decision.ts";
import { dayInLondon } from "#kernel/period.ts";
import { redirect } from "#platform/web/outcome.ts";
import { form, type Page, page } from "#platform/web/page.ts";
import type { InterestPermission } from "../grants.ts";
import { askedGift } from "../views/gift-entered.ts";
import { GiftForm } from "../views/gift-form.tsx";
import type { InterestsWiring } from "../wiring.ts";
import { declaredAs, ONESELF } from "./my-declarations.page.tsx";
import { refusedForm } from "./refused.ts";

const PATH = "/interests/gift";
const text = z.string();
const reads = z.object({
  ...{ kind: text.default(""), answer: text.default("") },
  ...{ what: text, giver: text, value: text, on: text, why: text },
});

/** Declares a gift or hospitality, accepted or declined. Source: settled ¶interests-7. */
export function giftPages(wiring: InterestsWiring): readonly Page<InterestPermission>[] {
  return [
    page(PATH, { permission: "interests.declare", subject: () => ONESELF }, ({ path, problems, entered }) => ({
      title: "Declare a gift or hospitality",
      trail: [{ text: "Your interests", href: "/interests" }],
      madeUp: wiring.madeUp,
      body: <GiftForm action={path} problems={problems} entered={entered} />,
    })),
    form(PATH, { permission: "interests.declare", subject: () => ONESELF, reads }, async (visit, values) => {
      const { person, now, by } = visit;
      const asked = askedGift(values);
      if ("problems" in asked) return asked;
      const [what, giver, why] = await Promise.all(
        [asked.what, asked.giver, asked.why].map((words) => wiring.interests.keepText(words)),
      );
      const gift = { ...asked, id: wiring.newId(), what: what ?? "", giver: giver ?? "", why: why ?? "" };
      const command = { kind: "declare-gift", gift, on: dayInLondon(now), as: declaredAs(person) } as const;
      const decision = await wiring.interests.perform(person.id, command, by);
      return isRefused(decision) ? refusedForm(decision.refused) : redirect("/interests?done=gift");
    }),
  ];
}
