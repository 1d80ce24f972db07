import { type BudgetKey, readEnvelope } from "#features/budgets/index.ts";
import type { Sight } from "#platform/access/sight.ts";
import { access } from "./grants.ts";
import { originLinks } from "./origins.ts";
import { peopleInPosts } from "./people-in-posts.ts";
import { recordUse, type Use } from "./record/data-use.ts";
import { descriptions } from "./record/descriptions.ts";
import type { Service } from "./service.ts";
import type { Setting } from "./setting.ts";
import { VERSION } from "./version.ts";

/** The clock and unguessable names, as the world gives them. */
export interface World {
  readonly now: () => Date;
  readonly newId: () => string;
}

/** What the pages and verbs of every feature are given, over an open service. */
export function deskOver(service: Service, setting: Setting | undefined, { now, newId }: World) {
  const { engine, lake, record, folders } = service;
  const { address } = service.configuration;
  return {
    ...service,
    now,
    newId,
    madeUp: setting?.madeUp ?? (false as const),
    scratch: folders.uploads,
    originLink: originLinks({ ...service, now }),
    loadedEnvelope: (key: BudgetKey, sight: Sight) => readEnvelope(engine, lake, key, sight),
    notes: record,
    peopleInPosts: peopleInPosts(service.people, setting?.people ?? []),
    access,
    descriptions,
    version: VERSION,
    used: (use: Use) => recordUse(record, use),
    ...(address !== undefined && { address }),
  };
}
