import type { ReactNode } from "react";
import { pence } from "#kernel/money.ts";
import { Figure, type Headline, Missing, Money } from "#platform/web/view/amount.tsx";
import type { ChosenRun } from "../chosen-run.ts";
import { practiceAddress } from "../rules/address.ts";
import type { FairShareTest, PracticeBudget } from "../rules/budget-run.ts";
import { type ComparedYear, testOf, tolerance } from "./fair-shares.ts";
import { SIDE_WORDS } from "./words.ts";

type Why = (figure: string) => string;

interface PracticeFigures {
  readonly chosen: ChosenRun;
  readonly practice: PracticeBudget;
  readonly why: Why;
  readonly compared: ComparedYear;
}

/** The figures with which a practice's page opens: change, fair share, distance from it, what is blocked back. */
export function practiceHeadlines({ chosen, practice, why, compared }: PracticeFigures): readonly Headline[] {
  const at = (...ids: readonly string[]) => why(practiceAddress(practice.code, ...ids));
  const test = testOf(practice, compared);
  return [
    changeHeadline(practice.budget, practice.lastYear, at("change")),
    {
      label: compared === "last-year" ? "Fair share of last year's budgets" : "Fair share of this year's budgets",
      figure: test ? amount("the fair share", test.fairShare, at(`fair-share-${compared}`)) : <None />,
      note: test ? <>tested against it: {shown(test.budget)}</> : "not tested",
    },
    {
      label: "Distance from the fair share",
      figure: test ? <Distance test={test} why={at(`distance-${compared}`)} /> : <None />,
      note: test ? `${SIDE_WORDS[test.side]} of ${tolerance(chosen.run)}` : "not tested",
    },
    {
      label: "Blocked back",
      figure: amount("what is blocked back", practice.blockedBack, at("blocked-back")),
      note: <>of {amount("all that is devolved", practice.gross, at("gross"))} devolved</>,
    },
  ];
}

/** How a budget differs from last year's, and what it was then. */
export function changeHeadline(budget: number, lastYear: number | null, why: string): Headline {
  const label = "Change on last year";
  if (lastYear === null) return { label, figure: <None />, note: "no budget last year" };
  return {
    label,
    figure: amount("the change on last year", budget - lastYear, why, true),
    note: <>from {shown(lastYear)}</>,
  };
}

/** An amount with its why; with its sign where it is a change. */
export function amount(label: string, value: number, why: string | undefined, isChange = false): ReactNode {
  if (why === undefined) return <Money amount={pence(value)} change={isChange} />;
  return <Figure figure={{ label, value, unit: "pence" }} why={why} style={{ change: isChange }} />;
}

function shown(value: number): ReactNode {
  return <Money amount={pence(value)} />;
}

function None(): ReactNode {
  return <Missing because="not applicable" />;
}

function Distance({ test, why }: { readonly test: FairShareTest; readonly why: string }): ReactNode {
  const figure = { label: "the distance from the fair share", value: test.distance, unit: "basis points" } as const;
  return <Figure figure={figure} why={why} style={{ change: true }} />;
}
