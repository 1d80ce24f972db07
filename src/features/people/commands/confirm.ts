import { isRefused } from "#kernel/decision.ts";
import { dayInLondon } from "#kernel/period.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import type { PeopleDesk } from "../desk.ts";
import { changesOf } from "../notices-store.ts";
import { waitingSubject } from "../subjects.ts";
import { PERSON, refused } from "./asked.ts";

/** Confirms or refuses what an administrator asked for themselves. */
export function confirmVerb(desk: PeopleDesk): Verb<"people.confirm"> {
  return verb(
    {
      name: "people confirm",
      summary: "Confirm what an administrator asked for themselves, or refuse it.",
      permission: "people.confirm",
      subject: async ({ arguments: { person }, options: { change }, person: viewer }) => {
        const asked = (await changesOf(desk.people.reads, person)).find((each) => each.change === change);
        return waitingSubject(desk, asked?.organisation, viewer, dayInLondon(desk.now()));
      },
      arguments: PERSON,
      options: {
        change: { about: "what was asked, by the id that people show has", value: "change", required: true },
        refuse: { about: "refuse it instead" },
      },
    },
    async ({ arguments: { person }, options: { change, refuse }, by }) => {
      const kind = refuse ? "refuse-change" : "confirm-change";
      const decision = await desk.people.perform(person, { kind, change }, by);
      if (isRefused(decision)) return refused(decision);
      return { text: refuse ? "Refused: it does not count." : "Confirmed: it counts.", data: { person, change, kind } };
    },
  );
}
