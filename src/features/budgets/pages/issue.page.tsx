import { z } from "zod";
import { isRefused } from "#kernel/decision.ts";
import { dayInLondon, firstDayOf } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import { redirect } from "#platform/web/outcome.ts";
import { form, type Page, page } from "#platform/web/page.ts";
import { readDay } from "#platform/web/words/entered.ts";
import { type ChosenRun, chosenRun } from "../chosen-run.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetPermission } from "../grants.ts";
import { refusalWords } from "../refusals.ts";
import { issueProblems } from "../rules/record/issue-check.ts";
import { rulesFor } from "../rules-for.ts";
import { changesBetween } from "../views/changes.ts";
import { changedLinesTable, changesTable } from "../views/pct-tables.ts";
import { askedFile } from "../views/table-file.ts";
import { changeLeads } from "./changes.page.tsx";
import { around, type Frame, frameOf, type May, subjectOf, trailTo } from "./frame.ts";
import { IssueView } from "./issue.view.tsx";
import { doneAt } from "./pct.page.tsx";
import { refusedForm, wrong } from "./refused.ts";

const PATH = "/money/pct/:code/:year/issue/:draft";

const reads = z.object({
  inForceFrom: z.string().refine((text) => readDay(text) !== undefined, "Enter a day like 1/4/2008"),
  earlierMovements: z.enum(["carried", "taken-in"]).optional(),
});

/** Checks a draft against what is in force, then issues it: frozen, numbered, in force from a day. */
export function issuePages(desk: BudgetsDesk): readonly Page<BudgetPermission>[] {
  return [draftChecked(desk), draftIssued(desk)];
}

function draftChecked(desk: BudgetsDesk): Page<BudgetPermission> {
  const subject = subjectOf(desk, "pct");
  return page(PATH, { permission: "budgets.issue", subject }, async (visit) => {
    const { frame, draft, before } = await drafted(desk, visit.params, visit.may);
    const changes = before && changesBetween(before.run, draft.run);
    const leads = before && changeLeads(before, draft);
    const tables = changes ? [changesTable(changes, leads), changedLinesTable(changes)] : [];
    const file = askedFile(`${visit.params.code}-${visit.params.year}-${visit.params.draft}`, tables, visit.query);
    if (file !== undefined) return file;
    const state = await desk.book.state(frame.key);
    const { problems, entered, path, query } = visit;
    return {
      title: `Check and issue draft ${visit.params.draft}, ${frame.place.name}, ${frame.year}`,
      ...around(desk, frame),
      trail: trailTo(frame, true),
      body: (
        <IssueView
          frame={frame}
          draft={draft}
          before={before}
          changes={changes}
          tables={tables}
          standing={{ path, query }}
          movements={state.movements.length}
          inTheWay={await inTheWay(desk, frame, visit.params.draft)}
          version={state.issued.length + 1}
          problems={problems}
          entered={entered}
        />
      ),
    };
  });
}

function draftIssued(desk: BudgetsDesk): Page<BudgetPermission> {
  const subject = subjectOf(desk, "pct");
  return form(PATH, { permission: "budgets.issue", subject, reads }, async (visit, values) => {
    const { frame } = await drafted(desk, visit.params, visit.may);
    const found = await rulesFor(desk, frame.key);
    if ("missing" in found) return wrong(undefined, found.missing);
    const command = {
      kind: "issue-draft",
      draft: visit.params.draft,
      on: dayInLondon(visit.now),
      inForceFrom: readDay(values.inForceFrom) ?? firstDayOf(frame.year),
      rules: found.rules,
      ...(values.earlierMovements && { earlierMovements: values.earlierMovements }),
    } as const;
    const decision = await desk.book.perform(frame.key, command, visit.by);
    return isRefused(decision)
      ? refusedForm(decision.refused, ({ code }) => FIELDS[code])
      : redirect(doneAt(frame, "issued"));
  });
}

const FIELDS: Readonly<Record<string, string>> = {
  "in-force-outside-year": "inForceFrom",
  "in-force-before-last": "inForceFrom",
  "earlier-movements-open": "earlierMovements",
};

interface Drafted {
  readonly frame: Frame;
  readonly draft: ChosenRun;
  readonly before: ChosenRun | undefined;
}

async function drafted(
  desk: BudgetsDesk,
  params: { readonly code: string; readonly year: string; readonly draft: string },
  may: May,
): Promise<Drafted> {
  const frame = await frameOf(desk, params, may);
  const draft = await chosenRun(desk.book, frame.key, { draft: params.draft }, frame.seesDrafts);
  if (draft === undefined) throw new NotFound(`There is no draft ${params.draft}.`);
  return { frame, draft, before: await chosenRun(desk.book, frame.key, {}, false) };
}

/** What stands in the way of issuing the draft whatever day is entered, in words. */
async function inTheWay(desk: BudgetsDesk, { key, year }: Frame, id: string): Promise<readonly string[]> {
  const [state, found] = [await desk.book.state(key), await rulesFor(desk, key)];
  if ("missing" in found) return [found.missing];
  const draft = state.drafts.get(id);
  if (draft === undefined) return [];
  const inForceFrom = state.issued.at(-1)?.inForceFrom ?? firstDayOf(year);
  const command = { draft: id, on: inForceFrom, inForceFrom, rules: found.rules, earlierMovements: "carried" } as const;
  return issueProblems(state, draft, command).map(refusalWords);
}
