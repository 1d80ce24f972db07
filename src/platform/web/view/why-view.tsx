import type { ReactNode } from "react";
import type { AppliedRule, Explanation, Origin } from "#kernel/explanation.ts";
import type { Link } from "../outcome.ts";
import { figureText } from "../words/amounts.ts";
import { ruleText, workingText } from "../words/why.ts";
import { WhyLink } from "./amount.tsx";

export interface WhyViewProps {
  readonly explanation: Explanation;
  /** Where the explanation of an input is, by the input's id. */
  readonly whyOf: (input: Explanation) => string;
  /** Where a given figure was found; nothing where the reader may not go there or there is no page. */
  readonly originOf: (origin: Origin) => Link | undefined;
  /** The command line that works the same figure out again. */
  readonly command: string;
  /** What the figure belongs to, for the heading: `Riverside Surgery, 2008/09`. */
  readonly of: string;
}

/** Why a figure is what it is, as an argument: the figure, its rule, its inputs, where they come from, what would change it. */
export function WhyView({ explanation, whyOf, originOf, command, of }: WhyViewProps): ReactNode {
  const { label, rules = [], inputs, origin, caution, changedBy } = explanation;
  return (
    <article>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{of}</span>
        Why is {label} {figureText(explanation)}?
      </h1>
      <Exactly explanation={explanation} />
      {caution === undefined ? null : <Caution text={caution} />}
      {rules.length === 0 ? null : (
        <section>
          <h2 className="nhsuk-heading-m">{rules.length === 1 ? "The rule" : "The rules"}</h2>
          {rules.map((rule) => (
            <RuleText key={rule.cited.rule} rule={rule} />
          ))}
        </section>
      )}
      <section>
        <h2 className="nhsuk-heading-m">{inputs.length === 0 ? "Where it comes from" : "How it was worked out"}</h2>
        <p>{workingText(explanation)}</p>
        {inputs.length === 0 ? null : <Inputs explanation={explanation} whyOf={whyOf} originOf={originOf} />}
        {origin === undefined ? null : <OriginLink origin={origin} originOf={originOf} />}
      </section>
      {changedBy === undefined ? null : (
        <section>
          <h2 className="nhsuk-heading-m">What would change it</h2>
          <p>{changedBy}</p>
        </section>
      )}
      <section>
        <h2 className="nhsuk-heading-m">Work it out again</h2>
        <p id="again">This command gives the same figure from the same data and rules.</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard. */}
        <pre className="app-command" tabIndex={0} aria-describedby="again">
          <code>{command}</code>
        </pre>
      </section>
    </article>
  );
}

function Exactly({ explanation }: Pick<WhyViewProps, "explanation">): ReactNode {
  const exact = figureText(explanation, { pence: true });
  if (exact === figureText(explanation) || exact.endsWith(".00")) return null;
  return (
    <p className="app-amount">
      To the penny it is <strong>{exact}</strong>.
    </p>
  );
}

function Caution({ text }: { readonly text: string }): ReactNode {
  return (
    <div className="nhsuk-warning-callout app-caution">
      <h2 className="nhsuk-warning-callout__label">Before you rely on it</h2>
      <p>{text}</p>
    </div>
  );
}

function RuleText({ rule }: { readonly rule: AppliedRule }): ReactNode {
  return (
    <div className="app-why-rule">
      <p>{rule.sentence}</p>
      <p className="app-why-rule__source">{ruleText(rule)}</p>
    </div>
  );
}

type InputsProps = Pick<WhyViewProps, "explanation" | "whyOf" | "originOf">;

function Inputs({ explanation, whyOf, originOf }: InputsProps): ReactNode {
  return (
    <table className="nhsuk-table app-table app-table--inputs">
      <caption className="nhsuk-table__caption">What it is worked out from</caption>
      <thead className="nhsuk-table__head">
        <tr>
          <th scope="col" className="nhsuk-table__header">
            Input
          </th>
          <th scope="col" className="nhsuk-table__header app-table__figure">
            Figure
          </th>
          <th scope="col" className="nhsuk-table__header">
            More
          </th>
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {explanation.inputs.map((input) => (
          <tr key={input.id} className="nhsuk-table__row">
            <th scope="row" className="nhsuk-table__header">
              {input.label}
              {input.caution === undefined ? null : <span className="app-table__unit">Take care: {input.caution}</span>}
            </th>
            <td className="nhsuk-table__cell app-table__figure">{figureText(input, { pence: true })}</td>
            <td className="nhsuk-table__cell">
              <More input={input} whyOf={whyOf} originOf={originOf} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function More({ input, whyOf, originOf }: Pick<WhyViewProps, "whyOf" | "originOf"> & { readonly input: Explanation }) {
  const leaf = input.inputs.length === 0 && input.rules === undefined;
  if (leaf && input.origin !== undefined) return <OriginLink origin={input.origin} originOf={originOf} />;
  return leaf ? "stated" : <WhyLink href={whyOf(input)} what={`${input.label} ${figureText(input)}`} />;
}

function OriginLink({ origin, originOf }: Pick<WhyViewProps, "originOf"> & { readonly origin: Origin }): ReactNode {
  const link = originOf(origin);
  return link === undefined ? "from what was loaded" : <a href={link.href}>{link.text}</a>;
}
