import { OURS, THEIR_PRACTICE, THEIRS, type TwoPcts } from "./two-pcts.ts";
import type { UnguardedWeb } from "./unguarded-web.ts";

/** What a parameter of a path may be, for addresses about the other PCT; any other is one of its codes. */
function valuesFor({ snapshots, theirLoads }: TwoPcts): Readonly<Record<string, readonly string[]>> {
  return {
    snapshot: [snapshots[THEIRS] ?? ""],
    practice: [THEIR_PRACTICE],
    pod: ["emergency", "outpatient-first", "day-case"],
    pct: [THEIRS],
    code: [THEIRS, THEIR_PRACTICE, "9R1"],
    year: ["2008-09", "2009-10"],
    load: theirLoads,
  };
}

/** The record is no lake: who sees which of its events is settled in its own query, and tried beside it. */
const OF_THE_RECORD = /^\/record\b/;

/** Every page's address with the other PCT's codes in the place of its parameters. */
export function theirAddresses(paths: readonly string[], world: TwoPcts): readonly string[] {
  const values = valuesFor(world);
  const filled = paths.flatMap((path) => filledIn(path, values));
  return [...new Set(filled)].filter((address) => !OF_THE_RECORD.test(address));
}

function filledIn(path: string, values: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const [whole, name = ""] = /:([a-z]+)(?:\{[^}]*\})?/i.exec(path) ?? [];
  if (whole === undefined) return [path];
  return (values[name] ?? [THEIRS]).flatMap((value) =>
    filledIn(path.replace(whole, encodeURIComponent(value)), values),
  );
}

/** Where one of our own people would begin. */
export function ourAddresses(paths: readonly string[], { snapshots }: TwoPcts): readonly string[] {
  const own = [`/activity/${snapshots[OURS]}/X81001`, `/quality/${OURS}`, "/lists/X81001", "/need/X81001"];
  const plain = paths.filter((path) => !path.includes(":") && !OF_THE_RECORD.test(path));
  return [...plain, ...own, `/quality/${OURS}?csv=loads`];
}

/** Of addresses that differ only in their values, such as those of single rows, so many are followed. */
const OF_A_KIND = 4;

/** All that can be reached by links from some addresses, downloads too, a few of each kind. */
export async function reached(web: UnguardedWeb, from: readonly string[], as: string): Promise<readonly string[]> {
  const seen = new Set(from);
  const kinds = new Map<string, number>();
  for (const address of seen) {
    const { body } = await web.get(address, as);
    for (const link of linksIn(body).filter((each) => !seen.has(each))) {
      const kind = kindOf(link);
      const count = kinds.get(kind) ?? 0;
      if (count < OF_A_KIND) seen.add(link);
      kinds.set(kind, count + 1);
    }
  }
  return [...seen];
}

function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  const csv = searchParams.get("csv") ?? "";
  return `${pathname.replaceAll(/[0-9a-f]{16,}/g, "#")}?${[...new Set(searchParams.keys())].toSorted()} ${csv}`;
}

/** What leads out, and tables in another order, are left out. */

function linksIn(html: string): readonly string[] {
  return [...html.matchAll(/href="(\/[^"#]*)/g)]
    .map(([, to = ""]) => to.replaceAll("&amp;", "&"))
    .filter((to) => !/^\/(?:\/|assets\/|sign-out|rules|sources)|-sort=/.test(to) && !OF_THE_RECORD.test(to));
}
