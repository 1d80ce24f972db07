import { accept, type Decision, refuse } from "#kernel/decision.ts";
import type { Day, Month } from "#kernel/period.ts";

/** A PCT's activity as it was made public: from which snapshot, when, and under which hash its protected tables are kept. */
export interface ActivityReleased {
  readonly release: string;
  readonly pct: string;
  readonly snapshot: string;
  readonly on: Day;
  readonly months: { readonly first: Month; readonly last: Month };
  /** Which rule chose the profile, and what it chose. */
  readonly profile: string;
  /** The hash of all that is shown, in the store of kept files. */
  readonly content: string;
}

/** What protecting the tables of a snapshot came to. */
export type Prepared =
  | { readonly kind: "nothing counted" }
  | { readonly kind: "given away"; readonly cells: number; readonly year: string }
  | { readonly kind: "ready"; readonly released: ActivityReleased };

/** A snapshot that is to be released, prepared with all that was released before a certain release. */
export interface ReleaseCommand {
  readonly snapshot: string;
  /** The newest release there was when the tables were prepared. */
  readonly after: string | undefined;
  readonly prepared: Prepared;
}

export type ReleaseRefusal = "already-released" | "released-meanwhile" | "nothing-counted" | "given-away";

/** Decides on a release; what was prepared counts only if nothing was released since. Source: settled ¶disclosure-4. */
export function decideRelease(
  past: readonly ActivityReleased[],
  { snapshot, after, prepared }: ReleaseCommand,
): Decision<ActivityReleased, ReleaseRefusal> {
  const same = past.find((release) => release.snapshot === snapshot);
  if (same !== undefined) return refuse("already-released", { facts: { release: same.release, on: same.on } });
  if (past.at(-1)?.release !== after) return refuse("released-meanwhile");
  switch (prepared.kind) {
    case "nothing counted":
      return refuse("nothing-counted", { facts: { snapshot } });
    case "given away":
      return refuse("given-away", { facts: { cells: prepared.cells, year: prepared.year } });
    case "ready":
      return accept(prepared.released);
  }
}
