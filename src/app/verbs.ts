import { verbs as activityVerbs } from "#features/activity/index.ts";
import { verbs as budgetVerbs } from "#features/budgets/index.ts";
import { problemsOf, verbs as rulebookVerbs } from "#features/rulebook/index.ts";
import type { Verb } from "#platform/cli/verb.ts";
import { PROJECT } from "./folders.ts";
import type { Permission } from "./grants.ts";
import { originLinks } from "./origins.ts";
import { recordVerbs } from "./record-verbs.ts";
import type { Service } from "./service.ts";
import type { Setting } from "./setting.ts";

/** Every verb of the command line, over an open service. */
export function verbsOver(
  service: Service,
  setting: Setting | undefined,
  now: () => Date,
): readonly Verb<Permission | "anyone">[] {
  const { rulebook, folders } = service;
  const wiring = { ...service, madeUp: setting?.madeUp ?? false, now } as const;
  const problems = () =>
    problemsOf([PROJECT.rulebook, PROJECT.sampleRulebook], [PROJECT.sources, PROJECT.sampleSources]);
  return [
    ...rulebookVerbs({ rulebook: () => rulebook, problems }),
    ...activityVerbs({ ...wiring, scratch: folders.uploads }),
    ...budgetVerbs({ ...wiring, originLink: originLinks }),
    ...recordVerbs(service),
  ];
}
