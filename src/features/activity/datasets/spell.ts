import { dataset, intake } from "#platform/lake/index.ts";
import { ageOutOfRange, dischargeBeforeAdmission, questionableSpells, unknownPractice } from "../checks/checks.ts";
import { meaningOf } from "../checks/findings.ts";
import { episodesLayout } from "../layouts/hospital-episode-statistics.ts";
import { spellsLayout } from "../layouts/plain-care.ts";
import { plainSpells } from "../shapes/care-shapes.ts";
import { episodesOfNoSpell, episodesOutOfOrder, spellsFromEpisodes } from "../spells/spells-from-episodes.ts";
import { spellTable } from "../tables.ts";

const fromEpisodes = spellsFromEpisodes(episodesLayout);
const plain = plainSpells(spellsLayout);

/** Hospital spells: plain files, and Hospital Episode Statistics' episodes put together. */
export const spells = dataset({
  table: spellTable,
  title: "Hospital spells",
  intakes: [
    intake({
      layout: spellsLayout,
      shape: plain,
      checks: [unknownPractice(spellsLayout), dischargeBeforeAdmission(spellsLayout), ageOutOfRange(spellsLayout)],
      rowChecks: [questionableSpells(plain)],
      key: ["provider", "spell_id"],
    }),
    intake({
      layout: episodesLayout,
      shape: fromEpisodes,
      checks: [episodesOfNoSpell(episodesLayout), episodesOutOfOrder(episodesLayout), ageOutOfRange(episodesLayout)],
      rowChecks: [questionableSpells(fromEpisodes)],
    }),
  ],
  findings: meaningOf(
    "unknown-practice",
    "practice-closed",
    "practice-in-no-pct",
    "unknown-provider",
    "discharge-before-admission",
    "overlapping-stay",
    "long-stay",
    "age-out-of-range",
    "no-discharge",
    "first-episode-missing",
    "episode-missing",
    "episode-repeated",
    "episode-order-repeated",
    "episode-order-not-known",
    "episode-unfinished",
    "discharge-not-on-last",
  ),
  order: ["practice", "discharged_on", "provider", "spell_id"],
  month: "month",
  owner: "commissioner",
  needs: ["organisation", "membership"],
});
