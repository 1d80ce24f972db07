import { verbs as activityVerbs } from "#features/activity/index.ts";
import { verbs as budgetVerbs } from "#features/budgets/index.ts";
import { verbs as peopleVerbs } from "#features/people/index.ts";
import { problemsOf, verbs as rulebookVerbs } from "#features/rulebook/index.ts";
import type { Verb } from "#platform/cli/verb.ts";
import { keptAccounts } from "#platform/identity/index.ts";
import { deskOver, type World } from "./desk.ts";
import type { Permission } from "./grants.ts";
import { operationsVerbs } from "./operations/index.ts";
import { historyVerb } from "./record/history-verb.ts";
import { recordVerbs } from "./record/record-verbs.ts";
import { retentionVerbs } from "./retention/retention-verbs.ts";
import { ruleFolders } from "./sample-rules.ts";
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
  const { rulebooks, sources } = ruleFolders(setting?.sample);
  const problems = () => problemsOf(rulebooks, sources);
  return [
    ...rulebookVerbs({ rulebook: () => rulebook, problems }),
    ...activityVerbs(desk),
    ...budgetVerbs(desk),
    ...peopleVerbs(desk),
    ...recordVerbs(desk),
    historyVerb(desk),
    ...retentionVerbs({ ...desk, accounts: keptAccounts(service.databaseUrl) }),
    ...operationsVerbs(service),
  ];
}
