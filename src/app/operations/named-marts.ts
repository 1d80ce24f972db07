import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Record as PeoplesRecord, RecordedEvent } from "#platform/record/index.ts";

const PAGE = 500;
const HASH = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/g;

/**
 * Tells whether anything names the mart of a hash: any event whatever, a snapshot, a budget run's or one of a feature to come,
 * or any kept file. Events that came since the last question are read before each answer.
 */
export async function namedMarts(
  record: Pick<PeoplesRecord, "history">,
  files: string,
): Promise<(hash: string) => Promise<boolean>> {
  const named = new Set(await hashesInFiles(files));
  let seen = 0;
  return async (hash) => {
    for (const { seq, data } of await eventsSince(record, seen)) {
      for (const [found] of JSON.stringify(data).matchAll(HASH)) named.add(found);
      seen = Math.max(seen, seq);
    }
    return named.has(hash);
  };
}

async function eventsSince(record: Pick<PeoplesRecord, "history">, seen: number): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const page = await record.history({ before, limit: before === Number.MAX_SAFE_INTEGER && seen > 0 ? 1 : PAGE });
    events.push(...page.filter(({ seq }) => seq > seen));
    const oldest = page.at(-1)?.seq ?? 0;
    if (oldest <= seen + 1 || page.length === 0) return events;
    before = oldest;
  }
}

async function hashesInFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const found: string[] = [];
  for (const { parentPath, name } of entries.filter((entry) => entry.isFile())) {
    const text = await readFile(join(parentPath, name), "latin1");
    found.push(...(text.match(HASH) ?? []));
  }
  return found;
}
