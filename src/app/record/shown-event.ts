import type { Directory } from "#features/organisations/index.ts";
import type { Described, RecordedEvent, Said } from "#platform/record/index.ts";
import { describing, type NamesOfIds, namedWords } from "./describing.ts";
import type { RecordWiring } from "./wiring.ts";

/** An event as it is read: in words, with names, and where its object is shown. */
export interface ShownEvent {
  readonly seq: number;
  readonly at: string;
  readonly says: string;
  readonly object: string;
  readonly href: string | undefined;
  readonly stream: string;
  readonly type: string;
  readonly who: string;
  readonly person: string;
  readonly authority: string;
  readonly outcome: "accepted" | "refused";
  readonly hash: string;
}

/** Events as they are read; names are looked up once for all of them. */
export async function shownEvents(
  { descriptions, peopleInPosts, directory }: Pick<RecordWiring, "descriptions" | "peopleInPosts" | "directory">,
  events: readonly RecordedEvent[],
): Promise<readonly ShownEvent[]> {
  const describe = describing(descriptions);
  const told = events.map((event) => [event, describe(event)] as const);
  const people = told.flatMap(([{ actor }, described]) => [actor, ...peopleIn(described)]);
  const names = namesOfIds(await directory(), await peopleInPosts.names([...new Set(people)]));
  return told.map(([event, { says, object }]) => ({
    seq: event.seq,
    at: event.at,
    says: namedWords(says, names),
    object: namedWords(object.name, names),
    href: object.href,
    ...{ stream: event.stream, type: event.type },
    who: names.person(event.actor),
    person: event.actor,
    authority: event.authority ?? "",
    outcome: event.kind,
    hash: event.hash,
  }));
}

function peopleIn({ says, object }: Described): readonly string[] {
  return [...says, ...object.name].flatMap((said: Said) =>
    typeof said === "object" && "person" in said ? [said.person] : [],
  );
}

/** Names for ids: an organisation with its code, a person by the name that was not erased, else by their id. */
function namesOfIds(directory: Directory, people: ReadonlyMap<string, string>): NamesOfIds {
  return {
    person: (id) => people.get(id) ?? id,
    organisation: (code) => {
      const known = directory.organisations.get(code);
      return known === undefined ? code : `${known.name} (${code})`;
    },
  };
}
