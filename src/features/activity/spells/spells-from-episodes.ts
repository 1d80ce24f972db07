import { commissioners } from "#features/organisations/index.ts";
import { model, modelOver } from "#platform/engine/index.ts";
import { type Check, FOUND, flaggedTable, type Layout } from "#platform/lake/index.ts";
import { knownOrganisations } from "../checks/checks.ts";
import { stayColumns } from "../shapes/care-columns.ts";
import { spellRows } from "../shapes/care-shapes.ts";

type Staged = Pick<Layout, "staged">;

const sql = (name: string) => new URL(`${name}.sql`, import.meta.url);

const NO_SPELL = ["unknown-practice", "no-discharge", "discharge-before-admission", "episode-repeated"] as const;
const OUT_OF_ORDER = [
  "first-episode-missing",
  "episode-missing",
  "episode-order-repeated",
  "episode-order-not-known",
  "episode-unfinished",
  "discharge-not-on-last",
] as const;

/** Spells put together from episodes. Source: hes-fields ¶admitted-5. */
export function spellsFromEpisodes({ staged }: Staged) {
  const declared = { reads: { staged, flagged: flaggedTable }, takes: {}, gives: stayColumns };
  return spellRows(modelOver(commissioners, sql("stays-from-episodes"), declared));
}

/** Finds episodes of which no spell can be made; all of a spell are left out together. */
export function episodesOfNoSpell({ staged }: Staged): Check<(typeof NO_SPELL)[number]> {
  const declared = { reads: { staged }, takes: {}, gives: FOUND };
  return {
    model: modelOver(knownOrganisations, sql("episodes-of-no-spell"), declared),
    finds: NO_SPELL,
  };
}

/** Marks episodes that do not make up a whole spell with the others. */
export function episodesOutOfOrder({ staged }: Staged): Check<(typeof OUT_OF_ORDER)[number]> {
  return {
    model: model(sql("episodes-out-of-order"), { reads: { staged }, takes: {}, gives: FOUND }),
    finds: OUT_OF_ORDER,
  };
}
