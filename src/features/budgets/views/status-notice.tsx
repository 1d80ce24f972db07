import type { ReactNode } from "react";
import type { RunStatus } from "../chosen-run.ts";

/** Says above a page that its figures are not those in force: a draft, or an earlier version. */
export function StatusNotice({ status, latest }: { readonly status: RunStatus; readonly latest: string }): ReactNode {
  if (status.kind === "issued" && status.isLatest) return null;
  const words =
    status.kind === "draft"
      ? `This is draft ${status.draft.draft}. Nobody outside the PCT's finance team sees it until it is issued.`
      : `This is version ${status.version.version}. A later version is in force.`;
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      <p>
        {words} <a href={latest}>See what is in force</a>
      </p>
    </div>
  );
}

/** Says at the head of a page that something was done. */
export function DoneNotice({ words }: { readonly words: string | undefined }): ReactNode {
  if (words === undefined) return null;
  return (
    <section className="nhsuk-notification-banner nhsuk-notification-banner--success" aria-labelledby="done">
      <div className="nhsuk-notification-banner__header">
        <h2 className="nhsuk-notification-banner__title" id="done">
          Done
        </h2>
      </div>
      <div className="nhsuk-notification-banner__content">
        <p className="nhsuk-notification-banner__heading">{words}</p>
      </div>
    </section>
  );
}
