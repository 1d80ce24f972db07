import type { ReactNode } from "react";
import { DataTable } from "#platform/web/view/data-table.tsx";
import { EmptyState } from "#platform/web/view/empty-state.tsx";
import { dayText } from "#platform/web/words/dates.ts";
import type { ActivityReleased } from "../decisions/release.ts";
import { releasePath } from "./addresses.ts";
import type { Standing } from "./figure-table.tsx";
import { spanText } from "./words.ts";

interface PublishedProps extends Standing {
  readonly releases: readonly ActivityReleased[];
  readonly nameOf: (pct: string) => string;
}

/** What PCTs have released for everybody to read. */
export function PublishedView({ releases, nameOf, path, query }: PublishedProps): ReactNode {
  return (
    <>
      <h1 className="nhsuk-heading-l">Published activity</h1>
      <p className="nhsuk-lede-text">
        What the patients of each practice had, counted by kind of care and month, with small numbers suppressed.
      </p>
      {releases.length === 0 ? (
        <EmptyState
          title="Nothing has been released yet"
          from="A PCT releases the activity behind its budgets, protected so that nobody can be found in it."
          who="Its information and finance officers and its director can."
          command="script/chilford activity release --snapshot <id>"
        />
      ) : (
        <DataTable
          {...{ id: "releases", path, query, rows: releases, rowKey: ({ release }: ActivityReleased) => release }}
          caption="Releases, the newest first"
          counted={["release", "releases"]}
          columns={[
            {
              ...{ key: "pct", heading: "PCT", sort: ({ pct }: ActivityReleased) => nameOf(pct) },
              cell: ({ release, pct }) => <a href={releasePath(release)}>{`${nameOf(pct)} (${pct})`}</a>,
            },
            {
              ...{ key: "months", heading: "Months", sort: ({ months }: ActivityReleased) => months.first },
              cell: ({ months }) => spanText(months),
            },
            { key: "on", heading: "Released", cell: ({ on }) => dayText(on), sort: ({ on }) => on },
            { key: "snapshot", heading: "Snapshot", cell: ({ snapshot }) => snapshot },
          ]}
        />
      )}
    </>
  );
}
