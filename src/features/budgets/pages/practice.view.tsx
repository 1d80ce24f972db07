import type { ReactNode } from "react";
import { nameOfActivity } from "#features/activity/index.ts";
import type { FinancialYear } from "#kernel/period.ts";
import { Chart } from "#platform/charts/chart.tsx";
import type { Drawing } from "#platform/charts/drawing.ts";
import type { Link } from "#platform/web/outcome.ts";
import { Figure, Headlines } from "#platform/web/view/amount.tsx";
import { percent, pounds } from "#platform/web/words/amounts.ts";
import { dayText } from "#platform/web/words/dates.ts";
import type { ChosenRun } from "../chosen-run.ts";
import { practiceAddress } from "../rules/address.ts";
import type { FairShareTest, PracticeBudget } from "../rules/budget-run.ts";
import type { ReviewRecorded } from "../rules/record/budget-events.ts";
import { practicePath } from "../views/addresses.ts";
import { type ComparedYear, testOf, tolerance } from "../views/fair-shares.ts";
import { practiceHeadlines } from "../views/headline-figures.tsx";
import { statusText } from "../views/run-words.ts";
import type { Table } from "../views/shown.ts";
import { ShownTable, type Standing } from "../views/shown-table.tsx";
import { StatusNotice } from "../views/status-notice.tsx";
import { type Peer, Switcher } from "../views/switcher.tsx";
import { OUTCOME_WORDS, spanOf } from "../views/words.ts";

export interface PracticeViewProps {
  readonly chosen: ChosenRun;
  readonly practice: PracticeBudget;
  readonly isOwn: boolean;
  readonly why: (figure: string) => string;
  readonly compared: ComparedYear;
  readonly band: Drawing | undefined;
  readonly steps: Drawing | undefined;
  readonly tables: readonly Table[];
  readonly standing: Standing;
  readonly behind: readonly Link[];
  readonly peers: readonly Peer[];
  readonly years: readonly FinancialYear[];
  readonly review?: ReviewRecorded;
  readonly reviewLink?: Link;
}

/** A practice's money on one page: a sentence, a picture of its fair share, its lines, the way from activity to budget. */
export function PracticeView(props: PracticeViewProps): ReactNode {
  const { chosen, practice, tables, standing, peers, years } = props;
  const { run, key, status } = chosen;
  const [lines, blocked, steps, moved] = tables;
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">Budget {run.year}</span>
        {practice.name}
      </h1>
      <StatusNotice status={status} latest={practicePath(practice.code, key.year)} />
      <Lede {...props} />
      <Headlines figures={practiceHeadlines(props)} />
      <FairShare {...props} />
      {lines && <ShownTable table={lines} {...standing} />}
      {blocked && blocked.rows.length > 0 ? <ShownTable table={blocked} {...standing} /> : null}
      {moved && <ShownTable table={moved} {...standing} />}
      <Cautions cautions={practice.cautions} />
      {props.steps && (
        <Chart
          id="waterfall"
          title={`From activity of ${spanOf(run.months)} to a budget of ${pounds(practice.budget)}`}
          drawing={props.steps}
        />
      )}
      {steps && <ShownTable table={steps} {...standing} />}
      <Behind {...props} />
      <h2 className="nhsuk-heading-m">Other practices and years</h2>
      <Switcher label="Practice" peers={peers} current={practice.code} year={key.year} years={years} />
    </>
  );
}

function Lede({ chosen, practice, isOwn, why }: PracticeViewProps): ReactNode {
  const figure = { label: "the indicative budget", value: practice.budget, unit: "pence" as const };
  const subject = isOwn ? "Your indicative budget" : `The indicative budget of ${practice.name}`;
  return (
    <p className="nhsuk-lede-text">
      {subject} for {chosen.run.year} is <Figure figure={figure} why={why(practiceAddress(practice.code, "budget"))} />,{" "}
      {statusText(chosen.status)}.
    </p>
  );
}

function FairShare(props: PracticeViewProps): ReactNode {
  const { practice, compared, band, isOwn, review, reviewLink, chosen } = props;
  const test = testOf(practice, compared);
  return (
    <section aria-labelledby="fair-share">
      <h2 className="nhsuk-heading-m" id="fair-share">
        Fair share
      </h2>
      <p>{stateSentence(practice, chosen)}</p>
      {review === undefined ? null : (
        <p>
          The latest utilisation review, of {dayText(review.reviewedOn)}, came to:{" "}
          {OUTCOME_WORDS[review.outcome].toLowerCase()}.
        </p>
      )}
      {reviewLink === undefined ? null : (
        <p>
          <a href={reviewLink.href}>{reviewLink.text}</a>
        </p>
      )}
      {band && (
        <Chart id="band" title={finding(test, isOwn ? "You are" : `${practice.name} is`, chosen)} drawing={band} />
      )}
    </section>
  );
}

function finding(test: FairShareTest | null, subject: string, chosen: ChosenRun): string {
  if (test === null) return "Practices against the band around their fair share";
  const size = percent(Math.abs(test.distance), { decimals: 1 });
  const side = test.distance === 0 ? "exactly at" : test.distance > 0 ? `${size} above` : `${size} below`;
  const where =
    test.side === "inside" ? `inside the ${tolerance(chosen.run)} band` : `outside the ${tolerance(chosen.run)} band`;
  return `${subject} ${side} the fair share: ${where}`;
}

function stateSentence({ fairShare, movement }: PracticeBudget, chosen: ChosenRun): string {
  const band = `the ${tolerance(chosen.run)} band`;
  switch (fairShare.state) {
    case "untested":
      return "There was no budget last year to test against a fair share, so nothing moves on that account.";
    case "inside":
      return `Last year's budget lies inside ${band} around the fair share, so nothing moves.`;
    case "review-needed":
      return `Last year's budget lies outside ${band} around the fair share. A utilisation review comes before anything moves.`;
    case "policy-missing":
      return `Last year's budget lies outside ${band}, and a review is recorded. Nothing moves until a policy is agreed with the LMC and the PEC.`;
    case "reviewed":
      return movement === 0
        ? `Last year's budget lies outside ${band}. After the review, nothing moves.`
        : `Last year's budget lies outside ${band}. After the review, ${pounds(movement, { change: true })} moves towards the fair share.`;
  }
}

function Cautions({ cautions }: { readonly cautions: readonly string[] }): ReactNode {
  if (cautions.length === 0) return null;
  return (
    <div className="nhsuk-warning-callout app-caution">
      <h2 className="nhsuk-warning-callout__label">Before you rely on these figures</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {cautions.map((caution) => (
          <li key={caution}>{caution}</li>
        ))}
      </ul>
    </div>
  );
}

function Behind({ behind, chosen }: PracticeViewProps): ReactNode {
  const { run } = chosen;
  return (
    <section aria-labelledby="behind">
      <h2 className="nhsuk-heading-m" id="behind">
        What is behind it
      </h2>
      <p>
        Activity of {spanOf(run.months)}; practices, lists and groups as they were on {dayText(run.asAt)}.
        {run.unusedActivities.length === 0
          ? null
          : ` No line takes activity of the kind ${run.unusedActivities.map(nameOfActivity).join("; ")}.`}
      </p>
      {behind.length === 0 ? null : (
        <ul className="nhsuk-list">
          {behind.map(({ text, href }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
