import { AsyncLocalStorage } from "node:async_hooks";
import { type Directory, formerPctLocalities, type Membership, readDirectory } from "#features/organisations/index.ts";
import type { Rulebook } from "#features/rulebook/index.ts";
import { OPEN_DATA } from "#platform/access/sight.ts";
import type { Engine } from "#platform/engine/index.ts";
import type { Lake } from "#platform/lake/index.ts";

/** Reads the directory when asked, and again only when other files have come into the lake. */
export function directoryReader(engine: Engine, lake: Lake, rulebook: Rulebook): () => Promise<Directory> {
  let held: { readonly key: string; readonly directory: Promise<Directory> } | undefined;
  // Many wait for one reading, so that it must not end because one of them stopped waiting.
  const forAll = AsyncLocalStorage.snapshot();
  return async () => {
    const [organisations = [], memberships = [], participation = []] = await Promise.all(
      ["organisation", "membership", "participation"].map((dataset) => lake.files({ dataset, sight: OPEN_DATA })),
    );
    const key = [organisations, memberships, participation].flat().join("\n");
    if (held?.key !== key) {
      const files = { organisations, memberships, participation };
      const directory = forAll(() => readDirectory(engine, files, (read) => localities(read, rulebook)));
      held = { key, directory };
      directory.catch(() => {
        held = undefined;
      });
    }
    return held.directory;
  };
}

/** Management localities of the places whose rules read them off the PCTs of a past day. */
function localities(directory: Directory, rulebook: Rulebook): readonly Membership[] {
  const practices = [...directory.organisations.values()].filter(({ kind }) => kind === "practice");
  return rulebook.places.flatMap(({ id, organisations }) => {
    const own = rulebook.values.find(({ place, rule }) => place === id && rule === "management-locality.as-at");
    if (own === undefined) return [];
    const asAt = rulebook.inForce(id, "management-locality.as-at", own.from);
    const members = practices
      .map(({ code }) => code)
      .filter((code) => directory.membershipsOf(code).some(({ organisation }) => organisations.includes(organisation)));
    return formerPctLocalities(directory, members, asAt);
  });
}
