import { knowledgeOf, nowOf } from "./knowledge.ts";
import { checkProfile, type Profile, shownAs } from "./profile.ts";
import { proveAll, startProof } from "./proof.ts";
import type { EarlierRelease, PublishedTable } from "./published.ts";
import type { Table } from "./table.ts";

/** What a table is published with. */
export interface Circumstances {
  /** What was published before of tables that share cells with it. */
  readonly earlier?: readonly EarlierRelease[];
  /** Whether exact figures, such as money, will stand beside counts beneath which nothing is suppressed. */
  readonly withExactBeside?: boolean;
}

/** A table that may be published; or how many of its small counts earlier releases give away whatever is suppressed now. */
export type Protection =
  | { readonly kind: "protected"; readonly published: PublishedTable }
  | { readonly kind: "given away"; readonly cells: number };

/**
 * A table made safe to publish: small counts suppressed, and besides them whatever would give them away. It is safe by
 * proof: for every suppressed count other whole tables are at hand that agree with all that is published, now and before,
 * and with the profile's own numbers, and in which the count is another. The same input gives the same output.
 */
export async function protect(table: Table, profile: Profile, circumstances: Circumstances = {}): Promise<Protection> {
  checkProfile(profile);
  const { earlier = [], withExactBeside = false } = circumstances;
  const knowledge = knowledgeOf({ table, profile, withExactBeside }, earlier);
  const lost = await proveAll(startProof(knowledge));
  if (lost > 0) return { kind: "given away", cells: lost };
  const given = nowOf(knowledge).unknowns.flatMap((at) => knowledge.unknowns[at] ?? []);
  const cells = given.map(({ given: how, count }) =>
    how === "suppressed" || how === "withheld" ? how : shownAs(profile, count),
  );
  const exactBeside = given.map(({ given: how, loosened }) => withExactBeside && how === "shown" && !loosened);
  return { kind: "protected", published: { profile, dimensions: table.dimensions, cells, exactBeside } };
}
