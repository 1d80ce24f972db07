import { z } from "zod";
import { isRefused } from "#kernel/decision.ts";
import { dayInLondon } from "#kernel/period.ts";
import type { Person, Subject } from "#platform/access/person.ts";
import { redirect } from "#platform/web/outcome.ts";
import { form, type Page, page } from "#platform/web/page.ts";
import type { InterestPermission } from "../grants.ts";
import { entryOf, type Registered, rulesAt } from "../register.ts";
import { confirmationDue } from "../rules/confirmation.ts";
import { MyDeclarationsView } from "../views/my-declarations.view.tsx";
import type { InterestsWiring } from "../wiring.ts";
import { refusedForm } from "./refused.ts";

/** One's own declarations: whoever asks, nobody else's are shown. */
export const ONESELF: Subject = { organisation: "", within: [] };

const DONE: Readonly<Record<string, string>> = {
  interest: "The interest is declared.",
  amended: "The interest is amended.",
  ended: "The interest is ended.",
  gift: "It is declared.",
  confirmed: "Your declarations are confirmed.",
};

/** What one declared oneself, what is due, and confirming it. */
export function myDeclarationsPages(wiring: InterestsWiring): readonly Page<InterestPermission>[] {
  return [shown(wiring), confirmed(wiring)];
}

function shown(wiring: InterestsWiring): Page<InterestPermission> {
  return page("/interests", { permission: "interests.declare", subject: () => ONESELF }, async (visit) => {
    const { person, now, query, problems } = visit;
    const [directory, mine] = await Promise.all([wiring.directory(), wiring.interests.of([person.id])]);
    const today = dayInLondon(now);
    const place = person.posts.find(({ organisation }) => organisation !== "")?.organisation ?? "";
    const rules = rulesAt(wiring.rulebook, directory, place, today);
    const last = mine.confirmed.get(person.id);
    const { since } = confirmationDue(last?.on, rules.confirmAfter, today);
    const me: Registered = {
      ...{ person: person.id, name: person.name, posts: person.posts.map(({ role }) => role) },
      ...(last && { confirmed: last }),
      ...(since && { dueSince: since }),
    };
    const unredacted = { redactions: new Map() };
    const entries = <T extends Parameters<typeof entryOf>[3]["declaration"]>(kept: readonly { declaration: T }[]) =>
      Promise.all(
        kept.map(({ declaration }) =>
          entryOf(wiring, directory, me, { person: person.id, declaration, declaredOn: today, ...unredacted }),
        ),
      );
    return {
      title: "Your interests, gifts and hospitality",
      recordedAs: `interests/${person.id}`,
      madeUp: wiring.madeUp,
      body: (
        <MyDeclarationsView
          {...{ me, problems }}
          interests={await entries(mine.interests)}
          gifts={await entries(mine.gifts)}
          isPublished={person.posts.some(({ role }) => rules.roles.includes(role))}
          done={DONE[query.get("done") ?? ""]}
        />
      ),
    };
  });
}

const reads = z.object({ nothing: z.enum(["yes", "no"]) });

function confirmed(wiring: InterestsWiring): Page<InterestPermission> {
  return form(
    "/interests",
    { permission: "interests.declare", subject: () => ONESELF, reads },
    async (visit, values) => {
      const { person, now, by } = visit;
      const command = {
        kind: "confirm-declarations",
        nothing: values.nothing === "yes",
        on: dayInLondon(now),
      } as const;
      const decision = await wiring.interests.perform(person.id, { ...command, as: declaredAs(person) }, by);
      return isRefused(decision) ? refusedForm(decision.refused) : redirect("/interests?done=confirmed");
    },
  );
}

/** The posts in which somebody declares, as the record keeps them. */
export function declaredAs({ posts }: Person): readonly Person["posts"][number][] {
  return posts
    .filter(({ organisation }) => organisation !== "")
    .map(({ role, organisation }) => ({ role, organisation }));
}
