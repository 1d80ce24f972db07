import { Button } from "nhsuk-react-components";
import type { ReactNode } from "react";
import type { ControlTotal, Report } from "#platform/lake/index.ts";
import type { Problem } from "#platform/web/outcome.ts";
import { type Column, DataTable } from "#platform/web/view/data-table.tsx";
import { Form, ProblemSummary, TextField } from "#platform/web/view/form.tsx";
import { count } from "#platform/web/words/amounts.ts";
import { uploadPath } from "./addresses.ts";
import { CorrectionForm, type CorrectionProps } from "./correction-form.tsx";
import { fateText } from "./load-words.ts";
import { RowFigures } from "./loads.view.tsx";
import { ReportedFindings } from "./reported-findings.tsx";

interface CheckedFileProps extends CorrectionProps {
  readonly fileName: string;
  /** What the file was taken for, in words. */
  readonly kind?: string;
  readonly report?: Report;
  /** Why it cannot be published, in words. */
  readonly refusal?: string;
  /** What publishing it does to the load that counts now. */
  readonly place?: string;
  /** Where the same file was published before. */
  readonly published?: string;
  readonly problems: readonly Problem[];
}

/** What is in a file that waits: how its rows fared and why, its totals, and what can be done with it. */
export function CheckedFileView(props: CheckedFileProps): ReactNode {
  const { upload, fileName, report, refusal, published, problems } = props;
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">Checked, not published</span>
        {fileName}
      </h1>
      {refusal === undefined || problems.length > 0 ? null : <Refused words={refusal} />}
      {published === undefined ? null : (
        <p className="nhsuk-lede-text">
          This very file was loaded before in the same way: <a href={published}>see that load</a>. There is nothing to
          publish.
        </p>
      )}
      {report === undefined ? null : <ReportParts {...props} report={report} />}
      {report === undefined || report.rows.accepted === 0 ? null : <Publish {...props} report={report} />}
      <Form action={uploadPath(upload)}>
        <h2 className="nhsuk-heading-m">Drop it</h2>
        <p>The file and its rejected rows are deleted. Nothing of them is kept.</p>
        <Button secondary name="do" value="drop">
          Drop the file
        </Button>
      </Form>
      <CorrectionForm {...props} isOpen={report === undefined || problems.some(({ field }) => field !== "despite")} />
    </>
  );
}

function Refused({ words }: { readonly words: string }): ReactNode {
  return (
    <div className="nhsuk-warning-callout app-caution">
      <h2 className="nhsuk-warning-callout__label">It cannot be published as it is</h2>
      <p>{words}</p>
    </div>
  );
}

type Reported = CheckedFileProps & { readonly report: Report };

function ReportParts({ upload, report, kind }: Reported): ReactNode {
  const { rows, findings, totals, notes, extraColumns } = report;
  return (
    <>
      <p>
        Taken for <strong>{kind}</strong>, in the layout {report.title}.
      </p>
      <p className="nhsuk-lede-text">{fateText(rows)}</p>
      <RowFigures rows={rows} />
      {findings.length === 0 ? <p>Nothing was found wrong with any row.</p> : <ReportedFindings findings={findings} />}
      {rows.rejected === 0 ? null : (
        <p>
          <a href={`${uploadPath(upload)}/rejected`}>Download the rejected rows</a> with what is wrong with each,
          correct them and hand them in. They are kept until you publish or drop the file, and no longer.
        </p>
      )}
      {totals.length === 0 ? null : <Totals totals={totals} />}
      {[
        ...notes,
        ...(extraColumns.length === 0 ? [] : [`These columns were not read: ${extraColumns.join(", ")}.`]),
      ].map((note) => (
        <p key={note}>{note}</p>
      ))}
    </>
  );
}

const TOTAL_COLUMNS: readonly [Column<ControlTotal>, ...Column<ControlTotal>[]] = [
  { key: "of", heading: "Total of", cell: ({ of }) => of },
  { key: "said", heading: "As the sender says", figure: true, cell: ({ said }) => said },
  { key: "found", heading: "As the file has it", figure: true, cell: ({ found }) => found },
  { key: "agrees", heading: "Do they agree?", cell: ({ agrees }) => (agrees ? "yes" : <strong>no</strong>) },
];

function Totals({ totals }: Pick<Report, "totals">): ReactNode {
  return (
    <DataTable
      id="totals"
      caption="Control totals"
      columns={TOTAL_COLUMNS}
      rows={totals}
      rowKey={({ of }) => of}
      counted={["total", "totals"]}
    />
  );
}

/** What speaks against publishing, so that a reason is needed. */
function reasonsAgainst({ totals, rejectedBeyond }: Report): string {
  return [
    ...(totals.every(({ agrees }) => agrees) ? [] : ["its totals differ"]),
    ...(rejectedBeyond === undefined ? [] : [`more than ${rejectedBeyond / 100}% of its rows are rejected`]),
  ].join(" and ");
}

function Publish({ upload, report, problems, despite, place }: Reported & { readonly despite?: string }): ReactNode {
  const { rows } = report;
  const against = reasonsAgainst(report);
  return (
    <Form action={uploadPath(upload)}>
      <h2 className="nhsuk-heading-m">Publish it</h2>
      <p>
        {count(rows.accepted)} {rows.accepted === 1 ? "row counts" : "rows count"} from then on.
        {rows.rejected === 0 ? null : ` Download the ${count(rows.rejected)} rejected first: they are not kept.`} What
        was published stays on record; a later file of the same months takes its place.
      </p>
      {place === undefined ? null : (
        <p>
          <strong>{place}</strong>
        </p>
      )}
      {against === "" ? null : (
        <TextField
          name="despite"
          label={`Why is it to be published although ${against}?`}
          hint="The reason stays on record."
          problems={problems}
          entered={despite}
        />
      )}
      <Button name="do" value="publish">
        Publish
      </Button>
    </Form>
  );
}
