import type { ReactNode } from "react";
import type { ReportedFinding } from "#platform/lake/index.ts";
import { count } from "#platform/web/words/amounts.ts";
import { FATE } from "./findings-table.tsx";
import { many } from "./words.ts";

/** What was found in a file, one after another: where, in how many rows, with examples, why it matters and what to do. */
export function ReportedFindings({ findings }: { readonly findings: readonly ReportedFinding[] }): ReactNode {
  return (
    <section>
      <h2 className="nhsuk-heading-m">What was found</h2>
      {findings.map((finding) => (
        <article key={finding.code} className="nhsuk-u-margin-bottom-5">
          <h3 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">
            {finding.column ?? "Whole row"}: {many(finding.rows, "row")} {FATE[finding.weight]}
          </h3>
          <p className="nhsuk-u-margin-bottom-1">
            {finding.what} {finding.why}
          </p>
          <p className="nhsuk-u-margin-bottom-1">{finding.todo}</p>
          <p className="nhsuk-hint nhsuk-u-margin-bottom-0">{examplesText(finding)}</p>
        </article>
      ))}
    </section>
  );
}

function examplesText({ examples, rows }: ReportedFinding): string {
  const words = examples.map(({ line, value }) => `line ${count(line)}${value ? `: ${value}` : ""}`).join("; ");
  return `${rows > examples.length ? "For example, " : "On "}${words}`;
}
