import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommandLine } from "#platform/cli/run-command-line.ts";
import { type TestDatabase, testDatabase } from "#platform/record/testing.ts";
import { databaseOfRelease } from "#platform/record/testing-release.ts";
import { access } from "../grants.ts";
import { operatorOf } from "../people.ts";
import { openService, type Service } from "../service.ts";
import { readSetting } from "../setting.ts";
import { verbsOver } from "../verbs.ts";
import { verbsAlone } from "./index.ts";

const RELEASE = "test/fixtures/release-0.1.0";
const now = () => new Date("2008-05-06T09:00:00Z");

interface World {
  readonly service: Service;
  readonly database: TestDatabase;
}

let base: string;
let from: World;
let to: World;
let backup: string;
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), "chilford-operations-"));
  backup = join(base, "backup");
  const data = join(base, "from");
  cpSync(join(RELEASE, "data"), data, { recursive: true });
  unpack(join(data, "files"));
  from = await opened("from", await databaseOfRelease(join(RELEASE, "record"), now()));
  to = await opened("to", await testDatabase());
});
afterAll(async () => {
  for (const { service, database } of [from, to]) {
    await service.close();
    await database.drop();
  }
  rmSync(base, { recursive: true });
});

function unpack(folder: string): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".gz"),
  )) {
    writeFileSync(join(folder, path.slice(0, -".gz".length)), gunzipSync(readFileSync(join(folder, path))));
    rmSync(join(folder, path));
  }
}

async function opened(name: string, database: TestDatabase): Promise<World> {
  const machine = { memory: "512MB", threads: 2, host: "127.0.0.1", port: 0, operator: "op" };
  const keyFile = join(base, `${name}-secrets`, "pseudonym.key");
  const configuration = { data: join(base, name), database, keyFile, ...machine };
  return { service: await openService(configuration, { mode: "server", reading: [base], now }), database };
}

interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

async function ran({ service }: World, ...line: readonly string[]): Promise<Ran> {
  const verbs = verbsOver(service, readSetting(service.folders.root), { now, newId: () => "id" });
  return ranOf(verbs, await service.directory(), line);
}

async function ranOf(
  verbs: ReturnType<typeof verbsOver>,
  directory: Parameters<typeof operatorOf>[1],
  line: readonly string[],
): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const exit = await runCommandLine(verbs, line, {
    ...{ programme: "chilford", access, now, isTerminal: false },
    identify: () => operatorOf("op", directory),
    print: (text) => out.push(text),
    printError: (text) => err.push(text),
  });
  return { exit, out: out.join(""), err: err.join("") };
}

/** Publishes events as long as it is not told to stop, as people do while a backup is made. */
function writing({ service: { lake } }: World) {
  let isOn = true;
  const done = (async () => {
    let files = 0;
    for (; isOn; files++) {
      const file = join(base, `organisations-${files}.csv`);
      const practice = `X9${String(files).padStart(4, "0")},Practice ${files},practice,2000-04-01,,`;
      writeFileSync(file, `code,name,kind,opened,closed,successor\n${practice}\n`);
      await lake.load({ file, status: "final", batch: `more ${files}`, madeUp: true, actor: "op", at: now() });
    }
    return files;
  })();
  return {
    stop: () => {
      isOn = false;
      return done;
    },
  };
}

const figures = async ({ service }: World) => {
  const [event] = await service.record.history({ type: "SnapshotPublished", limit: 1 });
  const snapshot = (event?.data ?? {}) as { readonly marts: readonly { readonly path: string }[] };
  return service.engine.within(async (connection) => {
    const list = snapshot.marts.map(({ path }) => `'${join(service.folders.root, path)}'`).join(", ");
    const rows = `FROM read_parquet([${list}], union_by_name = true)`;
    const answer = await connection.runAndReadAll(`SELECT * ${rows} ORDER BY ALL`);
    return JSON.stringify(answer.getRowsJson());
  });
};

describe("a backup that is made while people load files", () => {
  let made: Ran;
  let events: number;
  const head = () => (JSON.parse(made.out) as { readonly head: { readonly seq: number; readonly hash: string } }).head;
  beforeAll(async () => {
    const writer = writing(from);
    made = await ran(from, "backup", "make", backup, "--json");
    await writer.stop();
    events = (await from.service.record.verify()).events;
  });

  test("is of one moment: what came after is not in it", () => {
    expect([made.exit, made.err]).toEqual([0, ""]);
    expect(events).toBeGreaterThan(head().seq);
  });

  test("is checked by a verb that has neither data nor a database", async () => {
    const { exit, out } = await ranOf(verbsAlone(), undefined, ["backup", "check", backup, "--json"]);
    expect([exit, JSON.parse(out)]).toMatchObject([0, { whole: true, head: head() }]);
  });

  test("gives back all that was there: events, texts, files, budgets and figures", async () => {
    const { exit, out, err } = await ran(to, "restore", backup);
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toContain("ERASURES MADE AFTER");
    const upTo = { before: head().seq + 1, limit: 10_000 };
    expect(await to.service.record.history(upTo)).toEqual(await from.service.record.history(upTo));
    expect(await to.service.record.verify()).toMatchObject({ whole: true, head: head().hash });
    expect(await figures(to)).toBe(await figures(from));
    const loads = (world: World) => world.service.lake.loads({ sight: "everywhere" });
    const [here, there] = [await loads(to), await loads(from)];
    expect(here).toEqual(there.slice(-here.length));
    const [event] = await to.service.record.history({ type: "draft-issued", limit: 1 });
    const { resultHash } = (event?.data ?? {}) as { readonly resultHash: string };
    expect(to.service.book.run(resultHash)).toEqual(from.service.book.run(resultHash));
    expect(readSetting(to.service.folders.root)).toEqual(readSetting(from.service.folders.root));
    const named = await to.service.lake.files({ dataset: "organisation", sight: "everywhere" });
    const spells = await to.service.lake.files({ dataset: "spell", sight: "everywhere" });
    for (const path of [...named, ...spells]) {
      const original = path.replace(to.service.folders.root, from.service.folders.root);
      expect(readFileSync(path).equals(readFileSync(original))).toBe(true);
    }
    expect((await to.service.directory()).organisations.get("5ZN")?.kind).toBe("pct");
  });

  test("is not restored over anything", async () => {
    const { exit, err } = await ran(to, "restore", backup);
    expect(exit).toBe(1);
    expect(err).toContain("The database is not empty: record.events holds rows.");
  });

  test("goes on being loaded into, as before", async () => {
    const before = await to.service.record.verify();
    const writer = writing(to);
    await ran(to, "disk");
    await writer.stop();
    const after = await to.service.record.verify();
    expect([after.whole, after.events > before.events]).toEqual([true, true]);
  });
});

test("a backup says loudly what it does not hold, and when it is made again copies what is new", async () => {
  const key = "the key of pseudonyms";
  mkdirSync(join(base, "from-secrets"), { recursive: true });
  writeFileSync(from.service.configuration.keyFile, key);
  const { exit, out } = await ran(from, "backup", "make", backup);
  expect(exit).toBe(0);
  expect(out).toContain(`NOT IN THIS BACKUP, on purpose: ${from.service.configuration.keyFile}`);
  const again = JSON.parse((await ran(from, "backup", "make", backup, "--json")).out);
  // What may change is copied each time, and here is just the mark of a made-up world.
  expect(again).toMatchObject({ copied: { files: 1 }, dropped: 0, damaged: [] });
  expect(again.reused).toBeGreaterThan(40);
  const kept = readdirSync(backup, { recursive: true, encoding: "utf8" }).map((path) => join(backup, path));
  const holds = kept.filter((path) => statSync(path).isFile() && readFileSync(path, "latin1").includes(key));
  expect(holds).toEqual([]);
});

test("a spoilt backup is refused by its name, and nothing is put anywhere", async () => {
  const spoilt = join(base, "spoilt");
  await ran(from, "backup", "make", spoilt);
  const manifest = JSON.parse(readFileSync(join(spoilt, "manifest.json"), "utf8")) as {
    readonly backup: { readonly files: readonly { readonly path: string; readonly hash: string }[] };
  };
  const mart = manifest.backup.files.find(({ path }) => path.startsWith("marts/"));
  rmSync(join(spoilt, "content", mart?.hash.slice(0, 2) ?? "", mart?.hash ?? ""));
  const world = await opened("empty", await testDatabase());
  const { exit, err } = await ran(world, "restore", spoilt);
  expect(exit).toBe(1);
  expect(err).toContain(`missing: ${mart?.path}`);
  expect(readdirSync(join(base, "empty", "lake"))).toEqual([]);
  await world.service.close();
  await world.database.drop();
});

test("what was erased since the backup stays erased where its list is given", async () => {
  const { record } = from.service;
  const hash = await record.keepText("A remark about somebody.");
  const folder = join(base, "before-erasure");
  await ran(from, "backup", "make", folder);
  await record.eraseText({ hash, actor: "op", at: now() });
  const list = join(base, "erasures.txt");
  writeFileSync(list, (await ran(from, "backup", "erasures")).out);
  expect(readFileSync(list, "utf8")).toContain(hash);
  const world = await opened("erased", await testDatabase());
  const refused = await ran(world, "restore", folder, "--erased", join(RELEASE, "README.md"));
  expect(refused.err).toContain("holds no hash of a text");
  const { exit, out } = await ran(world, "restore", folder, "--erased", list);
  expect([exit, out]).toEqual([0, expect.stringContaining("1 text erased since: left out")]);
  expect(await world.service.record.text(hash)).toBeUndefined();
  await world.service.close();
  await world.database.drop();
});

describe("marts that nothing names", () => {
  test("are told of, and removed only when that is said; figures stay what they were", async () => {
    const before = await figures(from);
    const marts = join(from.service.folders.marts, "practice-activity");
    const unnamed = join(marts, "0123456789abcdef0123456789abcdef");
    mkdirSync(unnamed);
    writeFileSync(join(unnamed, "rows.parquet"), "rows");
    expect((await ran(from, "marts", "prune")).out).toContain("Every mart is named, or younger than a day.");
    for (const name of readdirSync(marts)) {
      for (const path of readdirSync(join(marts, name))) utimesSync(join(marts, name, path), new Date(0), new Date(0));
      utimesSync(join(marts, name), new Date(0), new Date(0));
    }
    const told = await ran(from, "marts", "prune");
    expect(told.out).toContain("Would remove: 1 mart, 4 bytes. Say --really to do so.");
    const removed = await ran(from, "marts", "prune", "--really");
    expect(removed.out).toContain("marts/practice-activity/0123456789abcdef0123456789abcdef  unnamed  4 bytes");
    expect(readdirSync(marts)).not.toContain("0123456789abcdef0123456789abcdef");
    expect(await figures(from)).toBe(before);
    expect((await ran(from, "marts", "prune", "--really")).out).toContain("Nothing to prune");
  });
});

test("the disk is measured place by place, with what a further month and year would take", async () => {
  const { exit, out } = await ran(from, "disk", "--json");
  expect(exit).toBe(0);
  const { use, estimate } = JSON.parse(out);
  expect(use.lake).toBeGreaterThan(0);
  expect(use).not.toHaveProperty("record");
  const spells = estimate.datasets.find(({ dataset }: { dataset: string }) => dataset === "spell");
  expect(spells.rows).toBeGreaterThan(0);
  expect(spells.year.bytes).toBeGreaterThan(spells.month.bytes);
  expect((await ran(from, "disk")).out).toMatch(/A further month of all takes about .*, a year /);
});
