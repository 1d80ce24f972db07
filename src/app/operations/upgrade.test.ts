import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { activityMartFiles } from "#features/activity/index.ts";
import { refusalWords } from "#features/budgets/index.ts";
import { financialYear, firstDayOf } from "#kernel/period.ts";
import { EVERYWHERE } from "#platform/access/sight.ts";
import { checkMigrated, migrationsIn } from "#platform/record/migrations.ts";
import type { TestDatabase } from "#platform/record/testing.ts";
import { databaseOfRelease } from "#platform/record/testing-release.ts";
import { openService, type Service } from "../service.ts";

const RELEASES = "test/fixtures";
const now = () => new Date("2008-05-06T09:00:00Z");

const left = (release: string, name: string) =>
  JSON.parse(readFileSync(join(RELEASES, release, "record", name), "utf8"));

/** The data folder as the release left it; kept files are packed in the fixture. */
function unpack(release: string, root: string): void {
  cpSync(join(RELEASES, release, "data"), root, { recursive: true });
  const packed = readdirSync(join(root, "files"), { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".gz"),
  );
  for (const path of packed) {
    const file = join(root, "files", path);
    writeFileSync(file.slice(0, -".gz".length), gunzipSync(readFileSync(file)));
    rmSync(file);
  }
}

describe.each(readdirSync(RELEASES).filter((name) => name.startsWith("release-")))(
  "%s, opened by this program",
  (release) => {
    let base: string;
    let database: TestDatabase;
    let service: Service;
    let before: readonly string[];
    beforeAll(async () => {
      base = mkdtempSync(join(tmpdir(), "chilford-upgrade-"));
      const data = join(base, "data");
      unpack(release, data);
      before = filesIn(data);
      database = await databaseOfRelease(join(RELEASES, release, "record"), now());
      const keyFile = join(base, "secrets", "pseudonym.key");
      const machine = { memory: "512MB", threads: 2, host: "127.0.0.1", port: 0, operator: "operator" };
      service = await openService({ data, database, keyFile, ...machine }, { mode: "server", now });
    });
    afterAll(async () => {
      await service?.close();
      await database?.drop();
      rmSync(base, { recursive: true });
    });

    test("is brought up to date by every later step", async () => {
      await checkMigrated(service.record.reads(), await migrationsIn());
    });

    test("has its chain whole, the same to the last event, and its read tables as the events make them", async () => {
      const { events, head } = left(release, "verified.json");
      expect(await service.record.verify()).toMatchObject({ whole: true, events, head, faults: [] });
    });

    test("has its texts, and none that was erased", async () => {
      const { kept, erased } = left(release, "verified.json");
      expect(await service.record.text(kept)).toBe("The practice moved to a new building in March.");
      expect(await service.record.text(erased)).toBeUndefined();
    });

    test("has all its loads, with files that can be read by today's tables", async () => {
      const loads = await service.lake.loads({ sight: "everywhere" });
      expect(loads.length).toBe(18);
      const [spells = []] = await Promise.all([service.lake.files({ dataset: "spell", sight: "everywhere" })]);
      expect(spells.filter((path) => existsSync(path))).toHaveLength(2);
      expect((await service.directory()).organisations.get("5ZN")?.kind).toBe("pct");
    });

    test("shows the same budgets that were issued then, from the same bytes", async () => {
      const { issued, budgets } = left(release, "figures.json");
      const versions = await service.book.versions({ pct: "5ZN", year: financialYear("2008/09") });
      expect(versions.map(({ version }) => version)).toEqual([2, 1]);
      expect(versions[0]?.resultHash).toBe(issued);
      const run = service.book.run(issued);
      expect(Object.fromEntries(run.practices.map(({ code, budget }) => [code, budget]))).toEqual(budgets);
    });

    test("gives the same sums of activity from the snapshot that was published then", async () => {
      const [event] = await service.record.history({ type: "SnapshotPublished", limit: 1 });
      const snapshot = await service.snapshots.find(
        (event?.data as { readonly id: string } | undefined)?.id ?? "",
        "everywhere",
      );
      if (snapshot === undefined) throw new Error("The snapshot is not found");
      const files = activityMartFiles(service.folders.root, snapshot, "budget", "everywhere");
      const sums = await service.engine.within(async (connection) => {
        const list = files.map((path) => `'${path}'`).join(", ");
        const answer = await connection.runAndReadAll(
          `SELECT practice, sum(pence)::BIGINT::VARCHAR FROM read_parquet([${list}]) GROUP BY practice`,
        );
        return answer.getRows().map(([practice, pence]) => [String(practice), Number(pence)] as const);
      });
      expect(Object.fromEntries(sums)).toEqual(left(release, "figures.json").activity);
    });

    test("works its budgets out again from what was loaded then", async () => {
      const key = { pct: "5ZN", year: financialYear("2008/09") } as const;
      const by = { actor: "hari-marshharrier", at: now(), sight: EVERYWHERE };
      const { run } = (await service.office.work(key, "2008-04-01" as never, by)) as {
        run: ReturnType<Service["book"]["run"]>;
      };
      const { budgets } = left(release, "figures.json");
      expect(Object.fromEntries(run.practices.map(({ code, budget }) => [code, budget]))).toEqual(budgets);
    });

    test("asks whoever sees one PCT alone to load again what was not kept apart by PCT then", async () => {
      const key = { pct: "5ZN", year: financialYear("2008/09") } as const;
      const asked = { actor: "hari-marshharrier", at: now(), sight: ["5ZN"] };
      const worked = await service.office.work(key, firstDayOf(key.year), asked);
      const [refusal] = "refused" in worked ? worked.refused : [];
      expect(refusal && refusalWords(refusal)).toMatch(
        /^Registered lists, Need weights.*: loaded by an earlier release/,
      );
      expect(await service.lake.files({ dataset: "registered-list", sight: ["5ZN"] })).toEqual([]);
      expect(await service.lake.files({ dataset: "spell", sight: ["5ZN"] })).toHaveLength(2);
    });

    test("has lost no file", () => {
      const there = filesIn(join(base, "data"));
      expect(before.filter((path) => !there.includes(path))).toEqual([]);
    });
  },
);

function filesIn(root: string): readonly string[] {
  const all = readdirSync(root, { recursive: true, encoding: "utf8" });
  return all.filter((path) => statSync(join(root, path)).isFile()).toSorted();
}
