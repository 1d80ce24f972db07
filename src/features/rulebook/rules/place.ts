import { z } from "zod";
import { type Position, problem, type RulebookProblem } from "./problem.ts";

export const PLACE_KINDS = ["product", "country", "region", "county", "pct", "locality"] as const;

/** What a folder's `place.yaml` says. Source: settled ¶rules-2. */
export const placeForm = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(PLACE_KINDS),
  within: z.string().min(1).optional(),
  organisations: z.array(z.string().min(1)).optional(),
});

/** A place that sets rules, inside a wider one unless it is the widest. */
export interface Place {
  /** The name of its folder, such as `hertfordshire`. */
  readonly id: string;
  readonly name: string;
  readonly kind: (typeof PLACE_KINDS)[number];
  readonly within?: string;
  /** Codes of the organisations whose rules these are. */
  readonly organisations: readonly string[];
  readonly at: Position;
}

/** A place and the wider ones around it, narrowest first; stops before a place it has been at. */
export function upwards(places: ReadonlyMap<string, Place>, id: string): readonly Place[] {
  const chain: Place[] = [];
  let place = places.get(id);
  while (place !== undefined && !chain.includes(place)) {
    chain.push(place);
    place = place.within === undefined ? undefined : places.get(place.within);
  }
  return chain;
}

/** What is wrong with how places lie within one another. */
export function placeProblems(places: readonly Place[]): readonly RulebookProblem[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  const owners = new Map<string, Place>();
  const problems: RulebookProblem[] = [];
  for (const place of places) {
    if (byId.get(place.id) !== place) problems.push(problem("place-twice", place.at, `${place.id} is declared twice`));
    problems.push(...nestingProblems(byId, place));
    for (const code of place.organisations) {
      const owner = owners.get(code);
      if (owner !== undefined) {
        problems.push(problem("organisation-twice", place.at, `${code} is named by ${owner.id} and by ${place.id}`));
      }
      owners.set(code, place);
    }
  }
  return problems;
}

function nestingProblems(byId: ReadonlyMap<string, Place>, place: Place): readonly RulebookProblem[] {
  if (place.within === undefined) return [];
  if (!byId.has(place.within)) {
    return [problem("within-unknown", place.at, `${place.id} lies within ${place.within}, which is no place`)];
  }
  const chain = upwards(byId, place.id);
  const top = chain.at(-1);
  if (top?.within === undefined || !chain.some((other) => other.id === top.within)) return [];
  const path = [...chain.map((other) => other.id), top.within].join(", within ");
  return [problem("place-cycle", place.at, `${path} goes round in a circle`)];
}
