import type { ReactNode } from "react";
import type { FinancialYear } from "#kernel/period.ts";
import { yearSegment } from "./addresses.ts";

/** A place one may go to sideways. */
export interface Peer {
  readonly code: string;
  readonly name: string;
}

interface SwitcherProps {
  readonly label: string;
  readonly peers: readonly Peer[];
  readonly current: string;
  readonly year: FinancialYear;
  /** Years that have something to show, the latest first. */
  readonly years: readonly FinancialYear[];
}

/** Goes sideways to a peer or to another year, as a form that needs no script. */
export function Switcher({ label, peers, current, year, years }: SwitcherProps): ReactNode {
  if (peers.length < 2 && years.length < 2) return null;
  return (
    <form method="get" action="/money/open">
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="open-place">
          {label}
        </label>
        <select className="nhsuk-select" id="open-place" name="place" defaultValue={current}>
          {peers.map(({ code, name }) => (
            <option key={code} value={code}>
              {name} ({code})
            </option>
          ))}
        </select>
      </div>
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="open-year">
          Year
        </label>
        <select className="nhsuk-select" id="open-year" name="year" defaultValue={yearSegment(year)}>
          {years.map((each) => (
            <option key={each} value={yearSegment(each)}>
              {each}
            </option>
          ))}
        </select>
      </div>
      <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">
        Go to it
      </button>
    </form>
  );
}
