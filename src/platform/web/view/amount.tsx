import type { ReactNode } from "react";
import type { Explanation } from "#kernel/explanation.ts";
import type { Pence } from "#kernel/money.ts";
import { type AmountStyle, figureText, pounds } from "../words/amounts.ts";

/** An amount of money in tabular digits: `£41,200`, a true minus sign, pence only when asked. */
export function Money({ amount, ...style }: AmountStyle & { readonly amount: Pence }): ReactNode {
  return <span className="app-amount">{pounds(amount, style)}</span>;
}

interface FigureProps {
  readonly figure: Pick<Explanation, "label" | "value" | "unit">;
  /** Where the figure is explained. */
  readonly why: string;
  readonly style?: AmountStyle;
  /** What tells the figure from others of its label, such as the practice in a table of them. */
  readonly of?: string;
}

/** A figure with a link beside it to the page that says why it is what it is. */
export function Figure({ figure, why, style = {}, of }: FigureProps): ReactNode {
  const text = figureText(figure, style);
  return (
    <span className="app-figure">
      <span className="app-amount">{text}</span>
      <WhyLink href={why} what={`${named(figure.label, of)} ${text}`} />
    </span>
  );
}

/** A figure that is itself the link to why, for tables with many. */
export function FigureLink({ figure, why, style = {}, of }: FigureProps): ReactNode {
  return (
    <a className="app-why app-why--figure" href={why}>
      <span className="nhsuk-u-visually-hidden">why is {named(figure.label, of)} </span>
      <span className="app-amount">{figureText(figure, style)}</span>
      <span className="nhsuk-u-visually-hidden">?</span>
    </a>
  );
}

/** The link to why a figure is what it is; read out in full, shown as one word. */
export function WhyLink({ href, what }: { readonly href: string; readonly what: string }): ReactNode {
  return (
    <a className="app-why" href={href}>
      why<span className="nhsuk-u-visually-hidden"> is {what}</span>?
    </a>
  );
}

function named(label: string, of: string | undefined): string {
  return of === undefined ? label : `${label} of ${of}`;
}

/** One of the few figures with which a page opens. */
export interface Headline {
  readonly label: string;
  readonly figure: ReactNode;
  /** Its range, its change since last time, or what it is made of. */
  readonly note?: ReactNode;
}

/** The three or four figures with which a page opens. */
export function Headlines({ figures }: { readonly figures: readonly Headline[] }): ReactNode {
  return (
    <dl className="app-headlines">
      {figures.map(({ label, figure, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="app-headlines__figure">{figure}</dd>
          {note === undefined ? null : <dd className="app-headlines__note">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

const MISSING = {
  "not supplied": "not supplied",
  suppressed: "suppressed",
  "not applicable": "–",
} as const;

/** Why there is no figure: nobody gave one, it would give people away, or there can be none. Nought is a figure. */
export type Absence = keyof typeof MISSING;

/** A figure that is not there, in a way that cannot be taken for nought or for another reason. */
export function Missing({ because }: { readonly because: Absence }): ReactNode {
  return (
    <span className={`app-missing app-missing--${because.replace(" ", "-")}`}>
      {because === "not applicable" ? <span aria-hidden="true">{MISSING[because]}</span> : MISSING[because]}
      {because === "not applicable" ? <span className="nhsuk-u-visually-hidden">not applicable</span> : null}
    </span>
  );
}
