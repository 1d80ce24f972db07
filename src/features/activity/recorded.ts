import type { Refusal } from "#kernel/decision.ts";
import { loadRefusalWords, type PublishedLoad } from "#platform/lake/index.ts";
import type { Concern, Described, Recorded, RecordedEvent } from "#platform/record/index.ts";
import { count } from "#platform/web/words/amounts.ts";
import { describeLookUp } from "./patients/recorded.ts";
import { describeRelease } from "./releases/recorded.ts";
import type { Snapshot } from "./snapshot.ts";
import { loadsPath } from "./views/addresses.ts";
import { many } from "./views/words.ts";

/** Files whose rows belong to no one organisation are cut into one of this name. */
const WHOLE = "all";

/** What people call a dataset, by its name in the lake. */
type TitleOf = (dataset: string) => string;

/** What was loaded and what was made of it, in words; a load concerns the commissioners whose rows it holds. */
export function recorded(titleOf: TitleOf): readonly Recorded[] {
  return [
    { streams: "lake", title: "Loads", describe: (event) => loaded(event, titleOf) },
    { streams: "snapshot", title: "Snapshots of activity", describe: (event) => published(event) },
    { streams: "release", title: "Releases of activity", describe: describeRelease },
    { streams: "look-up", title: "Patients looked up", describe: describeLookUp },
  ];
}

function loaded(event: RecordedEvent, titleOf: TitleOf): Described {
  const name = event.stream.slice("lake/".length);
  const dataset = `“${titleOf(name)}”`;
  const object = { name: [`Loads of ${dataset}`], href: loadsPath(name) };
  if (event.kind === "refused") {
    const { refused } = event.data as { readonly refused: readonly Refusal[] };
    return {
      says: [`Refused to publish a load of ${dataset}: ${refused.map(whyNot).join(" ")}`],
      object,
      concerns: [],
    };
  }
  const load = event.data as PublishedLoad;
  const { rows, status, corrects } = load;
  const what = corrects === null ? "Loaded" : "Loaded corrected rows of";
  const words = `${what} ${dataset}, ${status}: ${count(rows.accepted)} of ${many(rows.read, "row")} accepted, ${count(rows.rejected)} rejected.`;
  return { says: [words], object, concerns: concernsOf(load) };
}

function whyNot(refusal: Refusal): string {
  if (refusal.code === "already-loaded") return "the same file was loaded meanwhile.";
  return loadRefusalWords(refusal as Parameters<typeof loadRefusalWords>[0]);
}

function concernsOf({ files }: PublishedLoad): readonly Concern[] {
  const owners = new Set(files.map(({ owner }) => (owner === WHOLE ? "" : owner)));
  return [...owners].map((organisation) => ({ organisation, seenBy: "members" }));
}

function published({ data }: RecordedEvent): Described {
  const { id, commissioner, months, budgetPrices } = data as unknown as Snapshot;
  const span = `${months.length} months at the prices of ${budgetPrices}`;
  return {
    says: [`Made the snapshot ${id} of activity of `, { organisation: commissioner }, `: ${span}.`],
    object: { name: [`Snapshot ${id} of activity`] },
    concerns: [{ organisation: commissioner, seenBy: "own" }],
  };
}
