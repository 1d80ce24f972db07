import { verbs as activityVerbs } from "#features/activity/index.ts";
import { verbs as budgetVerbs } from "#features/budgets/index.ts";
import { problemsOf, verbs as rulebookVerbs } from "#features/rulebook/index.ts";
import type { Verb } from "#platform/cli/verb.ts";
import { SAMPLE_RULEBOOK, SAMPLE_SOURCES } from "#sample/index.ts";
import { deskOver, type World } from "./desk.ts";
import { PROJECT } from "./folders.ts";
import type { Permission } from "./grants.ts";
import { recordVerbs } from "./record-verbs.ts";
import type { Service } from "./service.ts";
import type { Setting } from "./setting.ts";

/** Every verb of the command line, over an open service. */
export function verbsOver(
  service: Service,
  setting: Setting | undefined,
  world: World,
): readonly Verb<Permission | "anyone">[] {
  const { rulebook } = service;
  const desk = deskOver(service, setting, world);
  const problems = () => problemsOf([PROJECT.rulebook, SAMPLE_RULEBOOK], [PROJECT.sources, SAMPLE_SOURCES]);
  return [
    ...rulebookVerbs({ rulebook: () => rulebook, problems }),
    ...activityVerbs(desk),
    ...budgetVerbs(desk),
    ...recordVerbs(service),
  ];
}
