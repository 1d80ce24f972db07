import { isRefused } from "#kernel/decision.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import { percent } from "#platform/web/words/amounts.ts";
import { dayText } from "#platform/web/words/dates.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { FairSharePolicy } from "../rules/fair-share-record.ts";
import { rulesFor } from "../rules-for.ts";
import { askedPolicy } from "../views/policy-entered.ts";
import { KEY_OPTIONS, keyAsked, pctSubject, refused, unreadable } from "./asked.ts";

/** Shows the policy on fair shares, or sets it. */
export function policyVerb(desk: BudgetsDesk): Verb<"budgets.state"> {
  return verb(
    {
      name: "budgets policy",
      summary: "Show the policy on moving towards fair shares, or set it.",
      permission: "budgets.state",
      subject: ({ options }) => pctSubject(desk, options),
      options: {
        ...KEY_OPTIONS,
        setOn: { about: "the day the committee set it; sets the policy", value: "day" },
        lmc: { about: "the day the LMC agreed it", value: "day" },
        pec: { about: "the day the PEC agreed it", value: "day" },
        rate: { about: "the most that may move, in per cent", value: "percent" },
      },
    },
    async ({ options, by }) => {
      const key = keyAsked(options);
      const { policy: before } = await desk.book.state(key);
      if (options.setOn === undefined) return { text: policyText(before), data: { ...key, policy: before ?? null } };
      const { setOn, lmc = "", pec = "", rate = "" } = options;
      const policy = askedPolicy({ setOn, lmc, pec, rate });
      if ("problems" in policy) return unreadable(policy);
      const found = await rulesFor(desk, key);
      if ("missing" in found) return { refused: [found.missing] };
      const command = { kind: "set-fair-share-policy", policy, largestShift: found.rules.largestShift } as const;
      const decision = await desk.book.perform(key, command, by);
      if (isRefused(decision)) return refused(decision.refused);
      const { policy: now } = await desk.book.state(key);
      return { text: policyText(now), data: { ...key, policy: now ?? null } };
    },
  );
}

function policyText(policy: FairSharePolicy | undefined): string {
  if (policy === undefined) return "No policy is set, so no budget moves towards its fair share.";
  const { setOn, agreedWithLmcOn, agreedWithPecOn, largestShift } = policy;
  return `The policy of ${dayText(setOn)} moves at most ${percent(largestShift)}; agreed by the LMC on ${dayText(agreedWithLmcOn)} and by the PEC on ${dayText(agreedWithPecOn)}.`;
}
