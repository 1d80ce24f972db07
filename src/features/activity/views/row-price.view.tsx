import type { ReactNode } from "react";
import type { Explanation } from "#kernel/explanation.ts";
import type { Link } from "#platform/web/outcome.ts";
import { WhyView } from "#platform/web/view/why-view.tsx";
import type { UnpricedReason } from "../rules/price-status.ts";
import { statusText } from "./words.ts";

interface PriceWhyProps {
  readonly of: string;
  /** The price, or a figure it was worked out from. */
  readonly figure: Explanation;
  readonly whyOf: (input: Explanation) => string;
  readonly command: string;
  readonly back: Link;
}

/** Why the price of one row, or a figure in it, is what it is. */
export function PriceWhyView({ of, figure, whyOf, command, back }: PriceWhyProps): ReactNode {
  return (
    <>
      <WhyView explanation={figure} whyOf={whyOf} originOf={() => undefined} command={command} of={of} />
      <p>
        <a href={back.href}>{back.text}</a>
      </p>
    </>
  );
}

interface NoPriceProps {
  readonly of: string;
  readonly status: UnpricedReason;
  readonly back: Link;
}

/** Why one row has no price, and what would give it one. */
export function NoPriceView({ of, status, back }: NoPriceProps): ReactNode {
  const { what, todo } = statusText(status);
  return (
    <article>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{of}</span>
        Why has this row no price?
      </h1>
      <p className="nhsuk-lede-text">{what}</p>
      {todo === "" ? null : <p>{todo}</p>}
      <p>It is counted as loaded and not priced; it adds nothing to the cost.</p>
      <p>
        <a href={back.href}>{back.text}</a>
      </p>
    </article>
  );
}
