import type { Described, Recorded, RecordedEvent, Said } from "#platform/record/index.ts";

/** How any event reads, by what the feature of its stream says. One that nobody describes concerns nobody. */
export function describing(descriptions: readonly Recorded[]): (event: RecordedEvent) => Described {
  const byStreams = new Map(descriptions.map((each) => [each.streams, each]));
  if (byStreams.size < descriptions.length) throw new RangeError("Two features describe the same streams");
  return (event) => byStreams.get(event.stream.split("/")[0] ?? "")?.describe(event) ?? undescribed(event);
}

function undescribed({ stream, type, kind }: RecordedEvent): Described {
  const says = kind === "refused" ? `Refused: ${type}.` : `${type}.`;
  return { says: [says], object: { name: [stream] }, concerns: [] };
}

/** A sentence with ids in the place of names, as it is searched. */
export function plainWords(says: readonly Said[]): string {
  return says
    .map((said) => (typeof said === "string" ? said : "person" in said ? said.person : said.organisation))
    .join("");
}

/** What stands for an id on a page. */
export interface NamesOfIds {
  readonly organisation: (code: string) => string;
  readonly person: (id: string) => string;
}

/** A sentence as it is read, with names. */
export function namedWords(says: readonly Said[], names: NamesOfIds): string {
  return says
    .map((said) => {
      if (typeof said === "string") return said;
      return "person" in said ? names.person(said.person) : names.organisation(said.organisation);
    })
    .join("");
}
