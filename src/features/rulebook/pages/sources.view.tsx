import type { ReactNode } from "react";
import { DataTable } from "#platform/web/view/data-table.tsx";
import { definitionOf } from "../rules/catalogue.ts";
import type { DatedValue } from "../rules/dated-value.ts";
import type { SourceDocument, SourceParagraph } from "../rules/source-document.ts";
import { ruleAddress } from "./addresses.ts";

/** The list of documents. */
export function SourceListView({ documents }: { readonly documents: readonly SourceDocument[] }): ReactNode {
  return (
    <>
      <h1 className="nhsuk-heading-l">Sources</h1>
      <p className="nhsuk-lede-text">
        Every rule cites a paragraph of one of these documents. They are put in our own words; facts and figures are
        taken over, sentences are not.
      </p>
      <DataTable
        id="sources"
        caption="Documents that rules rest on"
        columns={[
          { key: "id", heading: "Document", cell: ({ id }) => <a href={`/sources/${encodeURIComponent(id)}`}>{id}</a> },
          { key: "title", heading: "Title", cell: ({ title }) => title },
          { key: "standing", heading: "Whose word it is", cell: ({ standing }) => standing },
          { key: "read", heading: "How much was read", cell: ({ read }) => read },
        ]}
        rows={documents}
        rowKey={({ id }) => id}
        counted={["document", "documents"]}
      />
    </>
  );
}

interface SourceDocumentProps {
  readonly document: SourceDocument;
  /** Rulebook values by the paragraph they cite. */
  readonly resting: ReadonlyMap<string, readonly DatedValue[]>;
}

/** One document by section, its paragraphs numbered as they are cited. */
export function SourceDocumentView({ document, resting }: SourceDocumentProps): ReactNode {
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">Source {document.id}</span>
        {document.title}
      </h1>
      <dl className="nhsuk-summary-list">
        <Fact term="Whose word it is" words={document.standing} />
        <Fact term="How much was read" words={document.read} />
      </dl>
      <p>{document.about}</p>
      {document.sections.map(({ heading, paragraphs }) => (
        <section key={heading}>
          <h2 className="nhsuk-heading-m">{heading}</h2>
          {paragraphs.map((paragraph) => (
            <Paragraph key={paragraph.id} paragraph={paragraph} values={resting.get(paragraph.id) ?? []} />
          ))}
        </section>
      ))}
    </>
  );
}

function Fact({ term, words }: { readonly term: string; readonly words: string }): ReactNode {
  return (
    <div className="nhsuk-summary-list__row">
      <dt className="nhsuk-summary-list__key">{term}</dt>
      <dd className="nhsuk-summary-list__value">{words}</dd>
    </div>
  );
}

function Paragraph({
  paragraph: { id, text },
  values,
}: {
  readonly paragraph: SourceParagraph;
  readonly values: readonly DatedValue[];
}): ReactNode {
  return (
    <p id={id}>
      <a href={`#${encodeURIComponent(id)}`}>¶{id}</a> {text}
      {values.map(({ rule, place, from }) => (
        <span key={`${rule} ${place} ${from}`}>
          {" "}
          [<a href={ruleAddress(rule, place)}>{definitionOf(rule).title}</a>]
        </span>
      ))}
    </p>
  );
}
