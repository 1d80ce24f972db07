import type { ReactNode } from "react";
import type { FinancialYear } from "#kernel/period.ts";
import type { Link } from "#platform/web/outcome.ts";

/** A PCT with what the reader may open around and below it. */
export interface Branch extends Link {
  readonly year: FinancialYear;
  readonly region: Link | undefined;
  readonly below: { readonly places: readonly Link[]; readonly practices: readonly Link[] };
}

/** The places whose money one may open: PCTs, groups and localities, practices. */
export function PlacesView({ branches }: { readonly branches: readonly Branch[] }): ReactNode {
  const regions = new Map(branches.flatMap(({ region }) => (region === undefined ? [] : [[region.href, region]])));
  return (
    <>
      <h1 className="nhsuk-heading-l">Money</h1>
      <p className="nhsuk-lede-text">Choose whose budgets to look at.</p>
      <Links links={[...regions.values()]} />
      {branches.map((branch) => (
        <section key={branch.href}>
          <h2 className="nhsuk-heading-m">
            <a href={branch.href}>{branch.text}</a>
          </h2>
          <p className="nhsuk-hint">Latest year: {branch.year}</p>
          <Links links={branch.below.places} />
          <Practices links={branch.below.practices} />
        </section>
      ))}
    </>
  );
}

function Practices({ links }: { readonly links: readonly Link[] }): ReactNode {
  if (links.length === 0) return null;
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          {links.length === 1 ? "1 practice" : `${links.length} practices`}
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <Links links={links} />
      </div>
    </details>
  );
}

function Links({ links }: { readonly links: readonly Link[] }): ReactNode {
  if (links.length === 0) return null;
  return (
    <ul className="nhsuk-list">
      {links.map(({ text, href }) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}
