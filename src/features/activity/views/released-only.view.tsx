import type { ReactNode } from "react";
import type { ActivityReleased } from "../decisions/release.ts";
import { publishedPath, releasePath } from "./addresses.ts";
import { spanText } from "./words.ts";

interface ReleasedOnlyProps {
  /** The rule that says so. */
  readonly sentence: string;
  /** The PCT's newest release; nothing where it has released nothing. */
  readonly latest: ActivityReleased | undefined;
  readonly practice: string;
}

/** Stands in the place of figures that a reader sees only as they were released: why, and where those are. */
export function ReleasedOnly({ sentence, latest, practice }: ReleasedOnlyProps): ReactNode {
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      <p>{sentence} Counts of one practice at this depth are small and could tell of one person.</p>
      <p>
        {latest === undefined ? (
          <>
            Its PCT has released nothing yet; what others have released is under{" "}
            <a href={publishedPath()}>published activity</a>.
          </>
        ) : (
          <a href={releasePath(latest.release, { practice })}>What was released of it, {spanText(latest.months)}</a>
        )}
      </p>
    </div>
  );
}
