import type { ReactNode } from "react";
import { stringify } from "yaml";
import { EmptyState } from "#platform/web/view/empty-state.tsx";
import { spanText } from "#platform/web/words/dates.ts";
import type { Place } from "../rules/place.ts";
import type { PresentedValue } from "../rules/presented.ts";
import { rulesAddress } from "./addresses.ts";
import { SourceLink } from "./source-link.tsx";

interface RuleHistoryProps {
  readonly rule: string;
  readonly title: string;
  readonly place: Place;
  readonly values: readonly PresentedValue[];
}

/** A rule's history as a list, the latest first, each value with what its paragraph says. */
export function RuleHistoryView({ rule, title, place, values }: RuleHistoryProps): ReactNode {
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{place.name}</span>
        {title}
      </h1>
      <p>
        In the rulebook: <code className="nhsuk-code">{rule}</code>
      </p>
      {values.length === 0 ? (
        <EmptyState
          title="No value yet"
          from={`Neither ${place.name} nor a wider place has set this rule. A value needs a day from which it holds and a source.`}
          who={`${place.name} can set one in its folder of the rulebook.`}
          command="script/chilford rules check"
        />
      ) : (
        <ol className="nhsuk-list">
          {values.map((value) => (
            <li key={`${value.place} ${value.from}`} className="nhsuk-u-margin-bottom-6">
              <ValueText value={value} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function ValueText({ value }: { readonly value: PresentedValue }): ReactNode {
  const { says, placeName, place, from, allows, note, paragraph, source, keptIn } = value;
  return (
    <article>
      <h2 className="nhsuk-heading-s">{says}</h2>
      <p>
        Set by {placeName}, <a href={rulesAddress(place, from)}>{spanText(value)}</a>.
        {allows === undefined ? null : ` Narrower places may set ${allows}.`}
      </p>
      <p>
        <SourceLink source={source} />
        {paragraph === undefined ? null : `: ${paragraph}`}
      </p>
      {note === undefined ? null : <p>{note}</p>}
      <WholeValue value={value.value} />
      <p className="nhsuk-hint">Kept in {keptIn}</p>
    </article>
  );
}

/** A value with parts of its own, laid out as the rulebook has it, since its sentence cannot say them all. */
function WholeValue({ value }: { readonly value: unknown }): ReactNode {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">The value in full</span>
      </summary>
      <div className="nhsuk-details__text">
        <pre>
          <code>{stringify(value)}</code>
        </pre>
      </div>
    </details>
  );
}
