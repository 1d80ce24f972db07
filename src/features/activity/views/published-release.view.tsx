import type { ReactNode } from "react";
import { DataTable } from "#platform/web/view/data-table.tsx";
import { SelectField, SubmitButton } from "#platform/web/view/form.tsx";
import { dayText } from "#platform/web/words/dates.ts";
import type { ReleasedContent } from "../releases/released-content.ts";
import type { ReleasedFigures } from "../releases/released-figures.ts";
import { MARKS } from "../releases/released-files.ts";
import { releasePath } from "./addresses.ts";
import type { Standing } from "./figure-table.tsx";
import { monthColumns, practiceColumns } from "./released-tables.tsx";

interface PublishedReleaseProps extends Standing {
  readonly release: string;
  readonly content: ReleasedContent;
  readonly figures: ReleasedFigures;
  /** The practice looked at; nothing for the whole PCT. */
  readonly practice: string | undefined;
}

/** One release: what everybody may know of a PCT's activity, by practice, point of delivery and month. */
export function PublishedReleaseView(props: PublishedReleaseProps): ReactNode {
  const { content, figures, practice, path, query } = props;
  const { names, pct, on } = content;
  const name = names[practice ?? pct] ?? practice ?? pct;
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">Released {dayText(on)}</span>
        Activity of {name}, {figures.year}
      </h1>
      <Protected {...props} />
      <Choice {...props} />
      <DataTable
        {...{ id: "months", path, query, rows: figures.points, rowKey: (point: string) => point }}
        caption={`${name}: counts by point of delivery and month`}
        counted={["point of delivery", "points of delivery"]}
        columns={monthColumns(figures, practice)}
      />
      <Practices {...props} />
      <Files {...props} />
    </>
  );
}

/** What is suppressed and why, before any figure. */
function Protected({ content: { profile } }: PublishedReleaseProps): ReactNode {
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      <p>
        {profile.sentence} {MARKS} A cost is given only where the count, and every count that it adds up, is shown.
      </p>
      <p>Source of the rule: {profile.source}.</p>
    </div>
  );
}

function Choice({ content, figures, practice, path }: PublishedReleaseProps): ReactNode {
  const years = content.years.map(({ year }) => ({ value: year, text: year }));
  const practices = figures.practices.map(({ code, name }) => ({ value: code, text: `${name} (${code})` }));
  return (
    <form method="get" action={path} className="app-filter">
      <SelectField name="year" label="Year" problems={[]} entered={figures.year} options={years} />
      <SelectField
        {...{ name: "practice", label: "Practice", problems: [], entered: practice ?? "" }}
        options={[{ value: "", text: "All of the PCT" }, ...practices]}
      />
      <SubmitButton>Show</SubmitButton>
    </form>
  );
}

function Practices({ content, figures, practice, path, query, release }: PublishedReleaseProps): ReactNode {
  const { year } = figures;
  if (practice !== undefined) {
    return (
      <p>
        <a href={releasePath(release, { year })}>All of {content.names[content.pct]}</a>
      </p>
    );
  }
  return (
    <DataTable
      {...{
        id: "practices",
        path,
        query,
        rows: figures.practices,
        rowKey: ({ code }: { readonly code: string }) => code,
      }}
      caption={`Counts by practice and point of delivery, ${year}`}
      counted={["practice", "practices"]}
      columns={practiceColumns(figures, (of) => releasePath(release, { year, practice: of }))}
    />
  );
}

function Files({ release, figures: { year } }: PublishedReleaseProps): ReactNode {
  return (
    <p className="app-download">
      <a href={releasePath(release, { year, file: "csv" })}>Download everything of {year} (CSV)</a>,{" "}
      <a href={releasePath(release, { year, file: "metadata" })}>What its columns and marks mean (JSON)</a>
    </p>
  );
}
