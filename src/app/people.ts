import type { Directory } from "#features/organisations/index.ts";
import type { Person } from "#platform/access/person.ts";

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
