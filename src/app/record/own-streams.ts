import type { Refusal } from "#kernel/decision.ts";
import type { Described, Recorded, RecordedEvent, Said } from "#platform/record/index.ts";
import { USE_WORDS, type UsedData } from "./data-use.ts";

/** The streams that belong to no feature: refused attempts, erased texts, uses of data. */
export const ownStreams: readonly Recorded[] = [
  { streams: "access", title: "Attempts that were not allowed", describe: attempt },
  { streams: "text", title: "Erased texts", describe: erased },
  { streams: "data-access", title: "Uses of data", describe: used },
];

/** What the facts of a refused attempt hold: whose affairs, all above them, and where the person has posts. */
export type AttemptFacts = {
  readonly permission: string;
  readonly organisation: string;
  readonly within: string;
  readonly posts: string;
};

function attempt({ stream, data }: RecordedEvent): Described {
  const person = stream.split("/")[1] ?? "";
  const { refused } = data as { readonly refused: readonly Refusal[] };
  const facts = { permission: "", organisation: "", within: "", posts: "", ...refused[0]?.facts } as AttemptFacts;
  return {
    says: attemptSays(person, facts),
    object: { name: ["Attempts of ", { person }] },
    concerns: [
      { person },
      ...codes(facts.within).map((organisation) => ({ organisation, seenBy: "inside" }) as const),
      ...codes(facts.posts).map((organisation) => ({ organisation, seenBy: "people" }) as const),
    ],
  };
}

/** What somebody asked for and may not do, in words; the same for the same thing. */
export function attemptSays(person: string, { permission, organisation }: AttemptFacts): readonly Said[] {
  const about = organisation === "" ? [] : [" for ", { organisation }];
  return ["Refused what ", { person }, ` asked for: it needs the permission ${permission}`, ...about, "."];
}

function erased(event: RecordedEvent): Described {
  const words = event.kind === "refused" ? "Refused to erase a text that is not there." : "Erased a text for good.";
  return { says: [words], object: { name: ["A text that is gone"] }, concerns: [] };
}

function used({ stream, data }: RecordedEvent): Described {
  const person = stream.split("/")[1] ?? "";
  const { what, organisation, within, role, reason, rows, object } = data as unknown as UsedData;
  const whose = organisation === "" ? [] : [" of ", { organisation }];
  return {
    says: [`${USE_WORDS[what]}`, ...whose, `: ${rows} rows, as ${role === "" ? "operator" : role}.`],
    object: { name: ["Uses of data by ", { person }], ...(object !== undefined && { href: object }) },
    concerns: [
      { person },
      { organisation, seenBy: "own" },
      ...within.map((code) => ({ organisation: code, seenBy: "inside" }) as const),
    ],
    access: { what, organisation, role, reason, rows },
  };
}

function codes(text: string): readonly string[] {
  return text.split(" ").filter((code) => code !== "");
}
