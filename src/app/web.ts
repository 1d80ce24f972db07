import { pages as activityPages } from "#features/activity/index.ts";
import { pages as budgetPages } from "#features/budgets/index.ts";
import { pages as interestPages } from "#features/interests/index.ts";
import { pages as peoplePages } from "#features/people/index.ts";
import { pages as populationPages } from "#features/populations/index.ts";
import { pages as rulebookPages } from "#features/rulebook/index.ts";
import { dayInLondon } from "#kernel/period.ts";
import type { Access } from "#platform/access/access.ts";
import type { Person } from "#platform/access/person.ts";
import { chooseAPerson } from "#platform/identity/choose-a-person.tsx";
import { openAssets } from "#platform/web/assets/assets.ts";
import { createWeb } from "#platform/web/create-web.ts";
import type { Health } from "#platform/web/health/health.ts";
import type { Layout } from "#platform/web/layout/layout.ts";
import type { Page } from "#platform/web/page.ts";
import type { Turns } from "#platform/web/turns/turns.ts";
import type { Asked, LogEntry } from "#platform/web/web.ts";
import { deskOver, type World } from "./desk.ts";
import { frontPage } from "./front.page.tsx";
import { access, type Permission } from "./grants.ts";
import { VISITOR, withBars } from "./people.ts";
import { recordPages } from "./record/record-pages.ts";
import { refusedAttempts } from "./record/refused-attempts.ts";
import { registerPages } from "./registers/registers-pages.tsx";
import type { Service } from "./service.ts";
import type { Setting } from "./setting.ts";
import { sightOf } from "./sight.ts";
import type { OpenSignIn } from "./sign-in.ts";
import { statementPages } from "./statements/statement-pages.tsx";

/** What the web needs beside the service. */
export interface WebOptions extends World {
  /** Given where the activity is made up; then anyone may choose to be one of its people. */
  readonly setting?: Setting;
  /** Who may do what; the product's own grants unless stated. */
  readonly access?: Access<Permission>;
  /** Given where the data is real: people then sign in. */
  readonly identity?: OpenSignIn;
  readonly secret: string;
  readonly secure: boolean;
  readonly proxies?: readonly string[];
  readonly log: (entry: LogEntry) => void;
  readonly turns?: Turns;
  readonly health?: Health;
}

/** The web over an open service. */
export async function openWeb(service: Service, { setting, identity, ...options }: WebOptions) {
  const chosen = setting && chooseAPerson({ sample: true, people: setting.people });
  const pages = [...pagesOver(service, setting, options), ...(chosen?.pages ?? identity?.pages ?? [])];
  const identify = async (asked: Asked) => {
    const person = await (chosen?.identify(asked) ?? identity?.person(asked.headers));
    return person && withBars(service, person, options.now());
  };
  const assets = await openAssets({ cache: service.folders.cache });
  const { now } = options;
  const sight = async (person: Person) => sightOf(person, await service.directory(), dayInLondon(now()));
  return createWeb({
    access,
    identify,
    sight,
    refused: refusedAttempts(service.record),
    visitor: VISITOR,
    layout: layout(setting, identity !== undefined),
    pages,
    assets,
    arriving: service.folders.uploads,
    ...options,
  });
}

/** Every page of every feature over an open service; how people say who they are comes besides. */
export function pagesOver(
  service: Service,
  setting: Setting | undefined,
  world: World,
): readonly Page<Permission | "anyone">[] {
  const desk = deskOver(service, setting, world);
  return [
    frontPage({ ...desk, ...(setting && { setting }) }),
    ...rulebookPages(desk),
    ...budgetPages(desk),
    ...activityPages(desk),
    ...populationPages(desk),
    ...peoplePages(desk),
    ...interestPages(desk),
    ...recordPages(desk),
    ...registerPages(desk),
    ...statementPages(desk),
  ];
}

const SIGN_IN = { signIn: "/sign-in", account: "/account", signOut: "/sign-out" } as const;

function layout(setting: Setting | undefined, isIdentityOpen: boolean): Layout<Permission> {
  return {
    service: "Chilford",
    home: "/",
    navigation: [
      { section: "money", text: "Money", href: "/money", permission: "budgets.totals" },
      { section: "care", text: "Data", href: "/loads", permission: "loads.view" },
      { section: "people", text: "People", href: "/people", permission: "people.view" },
      { section: "rules", text: "Rules", href: "/rules", permission: "anyone" },
      { section: "record", text: "Record", href: "/record", permission: "record.search" },
    ],
    footer: [
      { text: "Published activity", href: "/published" },
      { text: "Registers", href: "/registers" },
      { text: "Rules in force", href: "/rules" },
      { text: "Sources", href: "/sources" },
      { text: "Accessibility", href: "/accessibility" },
      { text: "Privacy", href: "/privacy" },
    ],
    owner: setting === undefined ? "Chilford" : `${setting.name}: everything here is made up`,
    ...(setting && { chooseAPerson: "/who", signOut: "/sign-out" }),
    ...(setting === undefined && isIdentityOpen && SIGN_IN),
  };
}
