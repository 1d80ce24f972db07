import { z } from "zod";
import { isRefused } from "#kernel/decision.ts";
import { NotFound } from "#platform/access/errors.ts";
import { redirect } from "#platform/web/outcome.ts";
import { form, type Page, page } from "#platform/web/page.ts";
import { type ChosenRun, chosenRun } from "../chosen-run.ts";
import type { BudgetsDesk } from "../desk.ts";
import type { BudgetPermission } from "../grants.ts";
import { type Balance, openingBalances } from "../rules/ledger.ts";
import { barredFrom } from "../subjects.ts";
import { pctPath } from "../views/addresses.ts";
import { askedMovement, holderValue } from "../views/movement-entered.ts";
import { holderText } from "../views/words.ts";
import { around, type Frame, frameOf, subjectOf, trailTo } from "./frame.ts";
import { MovementView } from "./movement.view.tsx";
import { refusedForm } from "./refused.ts";

const PATH = "/money/pct/:code/:year/move";
const reads = z.record(z.string(), z.string());

/** Records a movement of money in the year: dated, balanced, by somebody's authority. Source: settled ¶budgets-8. */
export function movementPages(desk: BudgetsDesk): readonly Page<BudgetPermission>[] {
  return [movementShown(desk), movementRecorded(desk)];
}

function movementShown(desk: BudgetsDesk): Page<BudgetPermission> {
  const subject = subjectOf(desk, "pct");
  return page(PATH, { permission: "budgets.move", subject }, async (visit) => {
    const frame = await frameOf(desk, visit.params, visit.may);
    const chosen = await inForce(desk, frame);
    const { movements } = await desk.book.state(frame.key);
    const { problems, entered, path } = visit;
    return {
      title: `Record a movement, ${frame.place.name}, ${frame.year}`,
      ...around(desk, frame),
      trail: trailTo(frame, true),
      body: (
        <MovementView
          caption={`${frame.place.name}, ${frame.year}`}
          action={path}
          ledgerHref={pctPath(frame.key.pct, frame.year, "ledger")}
          holders={holdersOf(frame, openingBalances(chosen.run))}
          lines={chosen.run.position.lines.map(({ line, label }) => ({ value: line, text: label }))}
          name={`movement-${movements.length + 1}`}
          hash={chosen.hash}
          problems={problems}
          entered={entered}
        />
      ),
    };
  });
}

function movementRecorded(desk: BudgetsDesk): Page<BudgetPermission> {
  const subject = subjectOf(desk, "pct");
  return form(PATH, { permission: "budgets.move", subject, reads }, async (visit, values) => {
    const frame = await frameOf(desk, visit.params, visit.may);
    const asked = askedMovement(values);
    if ("problems" in asked) return asked;
    const chosen = await inForce(desk, frame);
    // The hash the form was opened with, so that nobody moves money between accounts they have not seen.
    const opening = { resultHash: values.seen ?? "", balances: openingBalances(chosen.run) };
    const codes = asked.entries.map(({ holder }) => holder.code);
    const barred = barredFrom(visit.person, "budgets.move", frame.directory, { codes, year: frame.year });
    const command = { kind: "record-movement", movement: asked, opening, barred } as const;
    const decision = await desk.book.perform(frame.key, command, visit.by);
    return isRefused(decision)
      ? refusedForm(decision.refused, ({ code }) => FIELDS[code])
      : redirect(pctPath(frame.key.pct, frame.year, "ledger", { done: "movement" }));
  });
}

const FIELDS: Readonly<Record<string, string>> = {
  "movement-twice": "id",
  "movement-outside-year": "on",
  "movement-without-authority": "body",
  "allocation-without-source": "source",
};

async function inForce(desk: BudgetsDesk, { key }: Frame): Promise<ChosenRun> {
  const chosen = await chosenRun(desk.book, key, {}, false);
  if (chosen === undefined)
    throw new NotFound(`No budgets of ${key.pct} are issued for ${key.year}, so there is nothing to move.`);
  return chosen;
}

/** Everybody who holds an account: the PCT and wider first, then groups, then practices. */
function holdersOf({ directory }: Frame, balances: readonly Balance[]) {
  const nameOf = (code: string) => directory.organisation(code).name;
  const holders = new Map(balances.map(({ holder }) => [holderValue(holder), holder]));
  const rank = { pct: 0, wider: 1, group: 2, practice: 3 } as const;
  return [...holders]
    .toSorted(([, a], [, b]) => rank[a.kind] - rank[b.kind] || (nameOf(a.code) < nameOf(b.code) ? -1 : 1))
    .map(([value, holder]) => ({ value, text: `${holderText(holder, nameOf)} (${holder.code})` }));
}
