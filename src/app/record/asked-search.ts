import { type Day, isDay } from "#kernel/period.ts";
import type { Problem } from "#platform/web/outcome.ts";
import type { Search } from "./search.ts";

const TEXTS = ["object", "objects", "person", "type", "words"] as const;

/** The search that an address asks for, and what of it could not be read. */
export function askedSearch(query: URLSearchParams): {
  readonly search: Search;
  readonly problems: readonly Problem[];
} {
  const text = (name: string) => query.get(name)?.trim() || undefined;
  const texts = Object.fromEntries(TEXTS.flatMap((name) => (text(name) === undefined ? [] : [[name, text(name)]])));
  const days = (["from", "until"] as const).map((name) => [name, text(name)] as const);
  const outcome = text("outcome");
  const before = Number(text("before"));
  return {
    search: {
      ...texts,
      ...Object.fromEntries(days.filter((each): each is readonly ["from" | "until", Day] => isDay(each[1] ?? ""))),
      ...((outcome === "accepted" || outcome === "refused") && { outcome }),
      ...(Number.isSafeInteger(before) && before > 0 && { before }),
    },
    problems: days.flatMap(([field, day]) =>
      day === undefined || isDay(day) ? [] : [{ field, message: `${day} is not a day like 2008-04-28` }],
    ),
  };
}

/** The address of a search, under a path. */
export function searchPath(path: string, search: Search): string {
  const named = Object.entries(search).map(([name, value]) => [name, String(value)] as [string, string]);
  return named.length === 0 ? path : `${path}?${new URLSearchParams(named)}`;
}
