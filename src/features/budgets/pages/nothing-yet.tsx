import type { ReactNode } from "react";
import { EmptyState } from "#platform/web/view/empty-state.tsx";
import { pctPath } from "../views/addresses.ts";
import type { Frame } from "./frame.ts";

/** Stands where no budget is issued yet. */
export function NothingYet({ frame }: { readonly frame: Frame }): ReactNode {
  const { place, year, key, directory, seesDrafts } = frame;
  const pct = directory.organisation(key.pct).name;
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">Budget {year}</span>
        {place.name}
      </h1>
      <EmptyState
        title={`No budgets are issued for ${year} yet`}
        from={`Here will be the indicative budget, line by line, worked out from activity, lists and need, once ${pct} has issued it.`}
        who={`The finance team of ${pct} states the envelope, makes a draft and issues it.`}
        {...(seesDrafts && {
          action: { text: "Go to the PCT's page to state the envelope", href: pctPath(key.pct, year) },
        })}
      />
    </>
  );
}
