import type { ReactNode } from "react";
import { z } from "zod";
import { isRefused } from "#kernel/decision.ts";
import { type Problem, redirect } from "#platform/web/outcome.ts";
import { form, type Page, page } from "#platform/web/page.ts";
import { Form, SubmitButton, TextField } from "#platform/web/view/form.tsx";
import { FormHead, Next, Sized } from "#platform/web/view/form-page.tsx";
import { percent } from "#platform/web/words/amounts.ts";
import { dayText } from "#platform/web/words/dates.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetPermission } from "../grants.ts";
import type { FairSharePolicy } from "../rules/fair-share-record.ts";
import { rulesFor } from "../rules-for.ts";
import { askedPolicy } from "../views/policy-entered.ts";
import { around, frameOf, subjectOf, trailTo } from "./frame.ts";
import { doneAt } from "./pct.page.tsx";
import { refusedForm, wrong } from "./refused.ts";

const PATH = "/money/pct/:code/:year/policy";
const reads = z.object({ setOn: z.string(), lmc: z.string(), pec: z.string(), rate: z.string() });

/** Sets the policy for moving towards fair shares, with the days on which it was agreed. Source: 003 ¶2.2.4-3. */
export function policyPages(desk: BudgetsDesk): readonly Page<BudgetPermission>[] {
  return [policyShown(desk), policySet(desk)];
}

function policyShown(desk: BudgetsDesk): Page<BudgetPermission> {
  const subject = subjectOf(desk, "pct");
  return page(PATH, { permission: "budgets.state", subject }, async (visit) => {
    const frame = await frameOf(desk, visit.params, visit.may);
    const { policy } = await desk.book.state(frame.key);
    const found = await rulesFor(desk, frame.key);
    const limit =
      "rules" in found ? `The rule allows up to ${percent(found.rules.largestShift.value)}.` : found.missing;
    const { problems, entered, path } = visit;
    return {
      title: `Policy on fair shares, ${frame.place.name}, ${frame.year}`,
      ...around(desk, frame),
      trail: trailTo(frame, true),
      body: (
        <PolicyForm
          caption={`${frame.place.name}, ${frame.year}`}
          policy={policy}
          limit={limit}
          action={path}
          problems={problems}
          entered={entered}
        />
      ),
    };
  });
}

function policySet(desk: BudgetsDesk): Page<BudgetPermission> {
  const subject = subjectOf(desk, "pct");
  return form(PATH, { permission: "budgets.state", subject, reads }, async (visit, values) => {
    const frame = await frameOf(desk, visit.params, visit.may);
    const read = askedPolicy(values);
    if ("problems" in read) return read;
    const found = await rulesFor(desk, frame.key);
    if ("missing" in found) return wrong(undefined, found.missing);
    const command = { kind: "set-fair-share-policy", policy: read, largestShift: found.rules.largestShift } as const;
    const decision = await desk.book.perform(frame.key, command, visit.by);
    return isRefused(decision)
      ? refusedForm(decision.refused, ({ code }) => FIELDS[code])
      : redirect(doneAt(frame, "policy"));
  });
}

interface PolicyFormProps {
  readonly caption: string;
  readonly policy: FairSharePolicy | undefined;
  readonly limit: string;
  readonly action: string;
  readonly problems: readonly Problem[];
  readonly entered: Readonly<Record<string, string>>;
}

function PolicyForm({ caption, policy, limit, action, problems, entered }: PolicyFormProps): ReactNode {
  const day = (name: string, label: string) => (
    <Sized width="one-third">
      <TextField name={name} label={label} hint={DAY_HINT} problems={problems} entered={entered[name]} />
    </Sized>
  );
  return (
    <>
      <FormHead caption={caption} title="Set the policy on fair shares" problems={problems}>
        <p>
          {policy === undefined ? "No policy is set, so no budget moves towards its fair share." : standing(policy)}
        </p>
      </FormHead>
      <Form action={action}>
        {day("setOn", "Day the committee set it")}
        {day("lmc", "Day the LMC agreed it")}
        {day("pec", "Day the PEC agreed it")}
        <Sized width="two-thirds">
          <TextField
            name="rate"
            label="The most that may move in a year, in per cent of a practice's budget in scope"
            hint={limit}
            problems={problems}
            entered={entered.rate}
          />
        </Sized>
        <Next>
          Drafts made before are then out of date. A budget moves only after a utilisation review that decides so.
        </Next>
        <SubmitButton>Set the policy</SubmitButton>
      </Form>
    </>
  );
}

const DAY_HINT = "For example, 17/3/2008";
const FIELDS: Readonly<Record<string, string>> = {
  "policy-without-lmc": "lmc",
  "policy-without-pec": "pec",
  "agreement-after-policy": "setOn",
  "policy-beyond-rule": "rate",
  "policy-rate": "rate",
};

function standing({ setOn, agreedWithLmcOn, agreedWithPecOn, largestShift }: FairSharePolicy): string {
  return `The policy of ${dayText(setOn)} moves at most ${percent(largestShift)}. The LMC agreed it on ${dayText(agreedWithLmcOn)}, the PEC on ${dayText(agreedWithPecOn)}. A new one takes its place.`;
}
