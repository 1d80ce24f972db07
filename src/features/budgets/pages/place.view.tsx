import type { ReactNode } from "react";
import type { FinancialYear } from "#kernel/period.ts";
import { Chart } from "#platform/charts/chart.tsx";
import type { Drawing } from "#platform/charts/drawing.ts";
import { Headlines } from "#platform/web/view/amount.tsx";
import type { ChosenRun } from "../chosen-run.ts";
import { placeAddress } from "../figures.ts";
import type { PracticeBudget } from "../rules/budget-run.ts";
import { placePath } from "../views/addresses.ts";
import { bandFinding, type ComparedYear, outsideBand } from "../views/fair-shares.ts";
import { amount, changeHeadline } from "../views/headline-figures.tsx";
import { sumOfMembers } from "../views/place-tables.ts";
import { statusText } from "../views/run-words.ts";
import type { Table } from "../views/shown.ts";
import { ShownTable, type Standing } from "../views/shown-table.tsx";
import { StatusNotice } from "../views/status-notice.tsx";
import { type Peer, Switcher } from "../views/switcher.tsx";
import { many } from "../views/words.ts";
import type { Frame } from "./frame.ts";

interface PlaceViewProps {
  readonly frame: Frame;
  readonly chosen: ChosenRun;
  readonly members: readonly PracticeBudget[];
  readonly lines: Table;
  readonly practices: Table;
  readonly compared: ComparedYear;
  readonly band: Drawing | undefined;
  readonly why: (figure: string) => string;
  readonly standing: Standing;
  readonly peers: readonly Peer[];
  readonly years: readonly FinancialYear[];
}

/** A group or locality as one practice: what its members have together, and each of them against its fair share. */
export function PlaceView(props: PlaceViewProps): ReactNode {
  const { frame, chosen, members, lines, practices, compared, band, why, standing, peers, years } = props;
  const { place, year } = frame;
  const sum = sumOfMembers(members);
  const at = (part: string) => why(placeAddress(place.code, part));
  const outside = outsideBand(members, compared).length;
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">Budget {chosen.run.year}</span>
        {place.name}
      </h1>
      <StatusNotice status={chosen.status} latest={placePath(place.code, year)} />
      <p className="nhsuk-lede-text">
        Its {many(members.length, "practice")} together have{" "}
        {amount("the budgets of all members", sum.budget, at("budget"))} for {chosen.run.year},{" "}
        {statusText(chosen.status)}. {sentenceOf(outside)}
      </p>
      <Headlines
        figures={[
          changeHeadline(sum.budget, sum.lastYear, at("change")),
          {
            label: "Devolved",
            figure: amount("what is devolved", sum.gross, at("gross")),
            note: "shown at its members in full",
          },
          {
            label: "Blocked back",
            figure: amount("what is blocked back", sum.blockedBack, at("blocked-back")),
            note: "held elsewhere",
          },
        ]}
      />
      <ShownTable table={lines} {...standing} />
      {band && <Chart id="band" title={bandFinding(chosen.run, members, compared)} drawing={band} />}
      <ShownTable table={practices} {...standing} />
      <h2 className="nhsuk-heading-m">Other places and years</h2>
      <Switcher
        label={place.kind === "group" ? "Group" : "Locality"}
        peers={peers}
        current={place.code}
        year={year}
        years={years}
      />
    </>
  );
}

function sentenceOf(outside: number): string {
  if (outside === 0) return "None of them is outside the band around its fair share.";
  return `${many(outside, "practice")} ${outside === 1 ? "is" : "are"} outside the band around the fair share.`;
}
