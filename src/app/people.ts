import type { Directory } from "#features/organisations/index.ts";
import { dayInLondon } from "#kernel/period.ts";
import type { Person } from "#platform/access/person.ts";
import type { Service } from "./service.ts";

/** Who somebody is who has not said: what the public may see. */
export const VISITOR: Person = { id: "visitor", name: "A visitor", posts: [{ role: "public", organisation: "" }] };

/**
 * Whoever runs the command line on the machine that holds the data. They could read every file anyway, so they hold
 * finance's and the region's posts everywhere; the record names them.
 */
export function operatorOf(id: string, directory: Directory | undefined): Person {
  const top = [...(directory?.organisations.values() ?? [])].filter(({ kind }) => kind === "region" || kind === "pct");
  const posts = top.flatMap(({ code: organisation }) => [
    { role: "PCT finance", organisation },
    { role: "region", organisation },
  ]);
  return { id, name: `Operator ${id}`, posts: [{ role: "operator", organisation: "" }, ...posts] };
}

/** A person with what their standing interests keep them from deciding on the day. */
export async function withBars({ interests }: Pick<Service, "interests">, person: Person, now: Date): Promise<Person> {
  const bars = await interests.barsOf(person.id, dayInLondon(now));
  return bars.length === 0 ? person : { ...person, bars: [...(person.bars ?? []), ...bars] };
}
