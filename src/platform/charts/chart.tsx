import type { ReactNode } from "react";
import type { Drawing } from "./drawing.ts";

interface ChartProps {
  readonly id: string;
  /** Says what the picture shows, not what it is: the finding. */
  readonly title: string;
  readonly drawing: Drawing;
}

/** A chart with its finding as the title, its summary in words and its figures as a table beneath. */
export function Chart({ id, title, drawing }: ChartProps): ReactNode {
  return (
    <figure className="app-chart" aria-labelledby={`${id}-title`}>
      <figcaption className="app-chart__title" id={`${id}-title`}>
        {title}
      </figcaption>
      <p className="app-chart__summary">{drawing.summary}</p>
      <div className="app-chart__drawing">
        <Picture className="app-chart__wide" svg={drawing.wide} />
        <Picture className="app-chart__narrow" svg={drawing.narrow} />
      </div>
      <p className="app-chart__key">{drawing.key}</p>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Show these figures as a table</span>
        </summary>
        <div className="nhsuk-details__text">
          <FigureTable caption={title} drawing={drawing} />
        </div>
      </details>
    </figure>
  );
}

function Picture({ className, svg }: { readonly className: string; readonly svg: string }): ReactNode {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here from a specification, its text escaped by Vega.
  return <div className={className} dangerouslySetInnerHTML={{ __html: svg }} />;
}

function FigureTable({ caption, drawing }: { readonly caption: string; readonly drawing: Drawing }): ReactNode {
  return (
    <table className="nhsuk-table app-table">
      <caption className="nhsuk-table__caption">{caption}</caption>
      <thead className="nhsuk-table__head">
        <tr>
          {drawing.headings.map((heading, index) => (
            <th key={heading} scope="col" className={`nhsuk-table__header${index === 0 ? "" : " app-table__figure"}`}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {drawing.rows.map(([name, ...figures]) => (
          <tr key={name} className="nhsuk-table__row">
            <th scope="row" className="nhsuk-table__header">
              {name}
            </th>
            {figures.map((figure, index) => (
              <td key={drawing.headings[index + 1]} className="nhsuk-table__cell app-table__figure">
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
