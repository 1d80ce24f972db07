import { z } from "zod";
import { isRefused } from "#kernel/decision.ts";
import { dayInLondon } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import { redirect } from "#platform/web/outcome.ts";
import { form, type Page, page } from "#platform/web/page.ts";
import { dayEntered } from "#platform/web/words/entered.ts";
import type { InterestPermission } from "../grants.ts";
import type { Interest, Party } from "../rules/interest.ts";
import { type AskedInterest, askedInterest } from "../views/interest-entered.ts";
import { InterestForm } from "../views/interest-form.tsx";
import type { InterestsWiring } from "../wiring.ts";
import { declaredAs, ONESELF } from "./my-declarations.page.tsx";
import { refusedForm } from "./refused.ts";

const text = z.string();
const reads = z.object({ kind: text.default(""), organisation: text, body: text, what: text, from: text, until: text });
const TRAIL = [{ text: "Your interests", href: "/interests" }] as const;
const subject = () => ONESELF;

/** Declares an interest, or amends one of one's own. Source: settled ¶interests-1. */
export function interestPages(wiring: InterestsWiring): readonly Page<InterestPermission>[] {
  return [declareShown(wiring), declared(wiring), amendShown(wiring), amended(wiring)];
}

function declareShown({ madeUp }: InterestsWiring): Page<InterestPermission> {
  return page("/interests/declare", { permission: "interests.declare", subject }, ({ path, problems, entered }) => ({
    title: "Declare an interest",
    trail: TRAIL,
    madeUp,
    body: <InterestForm title="Declare an interest" action={path} {...{ problems, entered }} />,
  }));
}

function declared(wiring: InterestsWiring): Page<InterestPermission> {
  return form("/interests/declare", { permission: "interests.declare", subject, reads }, async (visit, values) => {
    const { person, now, by } = visit;
    const asked = askedInterest(values, await wiring.directory());
    if ("problems" in asked) return asked;
    const interest = await kept(wiring, asked, wiring.newId());
    const command = { kind: "declare-interest", interest, on: dayInLondon(now), as: declaredAs(person) } as const;
    const decision = await wiring.interests.perform(person.id, command, by);
    return isRefused(decision) ? refusedForm(decision.refused) : redirect("/interests?done=interest");
  });
}

function amendShown(wiring: InterestsWiring): Page<InterestPermission> {
  return page("/interests/:interest/amend", { permission: "interests.declare", subject }, async (visit) => {
    const { person, params, path, problems, entered } = visit;
    const before = await ownInterest(wiring, person.id, params.interest);
    const filled = problems.length > 0 ? entered : await filledFrom(wiring, before);
    return {
      title: "Amend an interest",
      trail: TRAIL,
      madeUp: wiring.madeUp,
      body: <InterestForm title="Amend an interest" action={path} problems={problems} entered={filled} />,
    };
  });
}

function amended(wiring: InterestsWiring): Page<InterestPermission> {
  return form(
    "/interests/:interest/amend",
    { permission: "interests.declare", subject, reads },
    async (visit, values) => {
      const { person, params, now, by } = visit;
      const before = await ownInterest(wiring, person.id, params.interest);
      const asked = askedInterest(values, await wiring.directory());
      if ("problems" in asked) return asked;
      const interest = await kept(wiring, asked, before.id, before);
      const command = { kind: "amend-interest", interest, on: dayInLondon(now) } as const;
      const decision = await wiring.interests.perform(person.id, command, by);
      return isRefused(decision) ? refusedForm(decision.refused) : redirect("/interests?done=amended");
    },
  );
}

/** An interest of one's own; that of somebody else is not there. */
export async function ownInterest({ interests }: InterestsWiring, person: string, id: string): Promise<Interest> {
  const found = (await interests.state(person)).interests.get(id);
  if (found === undefined) throw new NotFound("You have declared no such interest.");
  return found;
}

/** The interest with its words kept outside the chain; words that did not change are not kept twice. */
async function kept(wiring: InterestsWiring, asked: AskedInterest, id: string, before?: Interest): Promise<Interest> {
  const { kind, what, from, until, organisation, body } = asked;
  const words = async (now: string, hash: string | undefined) =>
    hash !== undefined && (await wiring.interests.text(hash)) === now ? hash : wiring.interests.keepText(now);
  const named = before?.party.kind === "other" ? before.party.name : undefined;
  const party: Party =
    organisation === undefined
      ? { kind: "other", name: await words(body ?? "", named) }
      : { kind: "organisation", code: organisation };
  return { id, kind, party, what: await words(what, before?.what), from, ...(until && { until }) };
}

async function filledFrom({ interests }: InterestsWiring, { kind, party, what, from, until }: Interest) {
  return {
    kind,
    organisation: party.kind === "organisation" ? party.code : "",
    body: party.kind === "other" ? ((await interests.text(party.name)) ?? "") : "",
    what: (await interests.text(what)) ?? "",
    from: dayEntered(from),
    until: until === undefined ? "" : dayEntered(until),
  };
}
