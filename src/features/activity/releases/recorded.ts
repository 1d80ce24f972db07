import type { Refusal } from "#kernel/decision.ts";
import type { Concern, Described, RecordedEvent } from "#platform/record/index.ts";
import type { ActivityReleased, ReleaseRefusal } from "../decisions/release.ts";
import { publishedPath, releasePath } from "../views/addresses.ts";
import { spanText } from "../views/words.ts";
import { releaseRefusalWords } from "./refusals.ts";

/** What was released to everybody, in words; it concerns everybody too. */
export function describeRelease(event: RecordedEvent): Described {
  const pct = event.stream.slice("release/".length);
  const object = { name: ["Released activity of ", { organisation: pct }], href: publishedPath() };
  if (event.kind === "refused") {
    const { refused } = event.data as { readonly refused: readonly Refusal<ReleaseRefusal>[] };
    const concerns: readonly Concern[] = [{ organisation: pct, seenBy: "own" }];
    return { says: [`Refused to release activity: ${refused.map(releaseRefusalWords).join(" ")}`], object, concerns };
  }
  const { release, months, snapshot, profile } = event.data as unknown as ActivityReleased;
  return {
    says: [
      "Released the activity of ",
      { organisation: pct },
      `, ${spanText(months)}, of snapshot ${snapshot}, by the profile “${profile}”.`,
    ],
    object: { ...object, href: releasePath(release) },
    concerns: [{ organisation: pct, seenBy: "members" }],
  };
}
