import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { openContentStore } from "#platform/files/content-store.ts";
import { openRecord, type Record } from "#platform/record/index.ts";
import { type TestDatabase, testDatabase } from "#platform/record/testing.ts";
import { checkBackup } from "./check-backup.ts";
import { type Backup, type Made, makeBackup } from "./make-backup.ts";
import { readManifest, writeManifest } from "./manifest.ts";
import { backupFaultWords, backupRefusalWords } from "./refusal.ts";
import { type Restoring, restoreBackup } from "./restore-backup.ts";

const AT = new Date("2008-05-02T10:30:00.125Z");
const BY = { actor: "pat", at: AT };
const NAMED = /^(?:lake|marts)\/.+\.parquet$/;

const base = mkdtempSync(join(tmpdir(), "chilford-backup-"));
afterAll(() => rmSync(base, { recursive: true }));

let databases: TestDatabase[];
let records: Record[];
let [root, folder, elsewhere] = ["", "", ""];
let worlds = 0;
beforeEach(async () => {
  worlds += 1;
  [root, folder, elsewhere] = ["data", "backup", "restored"].map((name) => join(base, `${name}-${worlds}`)) as [
    string,
    string,
    string,
  ];
  for (const made of [root, elsewhere]) mkdirSync(made);
  databases = await Promise.all([testDatabase(), testDatabase()]);
  records = await Promise.all(databases.map((database) => openRecord({ ...database, readModels: [], now: () => AT })));
  await load("2008-04");
  await load("2008-05");
  openContentStore(join(root, "files")).keep(Buffer.from("a run"));
  writeFileSync(join(root, "about.json"), "{}");
  put("marts/unnamed/rows.parquet", "nobody names it");
});
afterEach(async () => {
  await Promise.all(records.map((record) => record.close()));
  await Promise.all(databases.map((database) => database.drop()));
});

const [source, target] = [() => records[0] as Record, () => records[1] as Record];

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Publishes a file: first it is there, then an event names it. */
async function load(month: string): Promise<void> {
  const path = `lake/spell/${month}/rows.parquet`;
  put(path, `rows of ${month}`);
  const event = { stream: "lake/spell", type: "Published", data: { month, files: [{ path, rows: 1 }] } };
  await source().perform({ ...BY, stream: event.stream, command: "publish", decide: () => ({ events: [event] }) });
}

const made = async (more: Partial<Backup> = {}): Promise<Made> => {
  const outcome = await backedUp(more);
  if ("refused" in outcome) throw new Error(backupRefusalWords(outcome.refused[0]));
  return outcome;
};
const backedUp = (more: Partial<Backup> = {}) =>
  makeBackup({
    ...{
      folder,
      root,
      record: source(),
      named: NAMED,
      whole: ["files"],
      besides: ["about.json", "absent.json"],
      at: AT,
    },
    ...more,
  });
const restored = (more: Partial<Restoring> = {}) =>
  restoreBackup({ folder, root: elsewhere, record: target(), own: ["record"], erased: [], by: BY, ...more });
const filesBelow = (at: string) =>
  readdirSync(at, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(at, path)).isFile())
    .toSorted();
const faults = async () => (await checkBackup(folder)).faults.map(backupFaultWords);

describe("a backup", () => {
  test("holds the record, the files it names, those named by their content and those asked for, and no others", async () => {
    const { manifest } = await made();
    expect(manifest.files.map(({ path }) => path.replace(/[0-9a-f]{64}/, "hash"))).toEqual([
      "about.json",
      expect.stringMatching(/^files\/[0-9a-f]{2}\/hash$/),
      "lake/spell/2008-04/rows.parquet",
      "lake/spell/2008-05/rows.parquet",
    ]);
    expect(manifest).toMatchObject({ madeAt: AT.toISOString(), head: { seq: 2 }, missing: [] });
    expect(await faults()).toEqual([]);
  });

  test("may be opened by its owner alone", async () => {
    await made();
    const modes = filesBelow(folder).map((path) => statSync(join(folder, path)).mode & 0o777);
    expect(new Set(modes)).toEqual(new Set([0o600]));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test("made a second time into the same folder copies only what is new", async () => {
    const first = await made();
    expect(first).toMatchObject({ copied: { files: 5 }, reused: 0, dropped: 0 });
    await load("2008-06");
    const second = await made();
    // The new file, the part of events that grew, and what may change, which is copied each time.
    expect(second).toMatchObject({ copied: { files: 3 }, dropped: 1, damaged: [] });
    expect(second.manifest.files).toEqual(expect.arrayContaining([...first.manifest.files]));
    expect(await faults()).toEqual([]);
  });

  test("that is made while others publish and prune is of one moment, and whole", async () => {
    let meanwhile = Promise.resolve();
    const { manifest } = await made({
      tell: (done, _all, what) => {
        if (done !== 1 || what !== "Events copied") return;
        rmSync(join(root, "marts"), { recursive: true });
        meanwhile = load("2008-07");
      },
    });
    await meanwhile;
    expect(manifest.head.seq).toBe(2);
    expect(manifest.files.map(({ path }) => path)).not.toContain("lake/spell/2008-07/rows.parquet");
    expect(await faults()).toEqual([]);
  });

  test("no longer holds a text once it is erased", async () => {
    const hash = await source().keepText("Something personal.");
    await made();
    const holds = () =>
      filesBelow(folder).some((path) => readFileSync(join(folder, path), "utf8").includes("personal"));
    expect(holds()).toBe(true);
    await source().eraseText({ ...BY, hash });
    await made();
    expect(holds()).toBe(false);
    expect(await faults()).toEqual([]);
  });

  test("keeps what an earlier one had and the data folder has lost, and says what is missing", async () => {
    await made();
    rmSync(join(root, "lake/spell/2008-04/rows.parquet"));
    const second = await made();
    expect(second).toMatchObject({ damaged: ["lake/spell/2008-04/rows.parquet"], manifest: { missing: [] } });
    rmSync(folder, { recursive: true });
    const third = await made();
    expect(third.manifest.missing).toEqual(["lake/spell/2008-04/rows.parquet"]);
    expect(await faults()).toEqual([]);
  });

  test("does not take a file whose name says it holds something else", async () => {
    const [path = ""] = filesBelow(join(root, "files"));
    writeFileSync(join(root, "files", path), "something else");
    const { manifest } = await made();
    expect(manifest.missing).toEqual([`files/${path}`]);
  });

  test("is not made into the data folder, over other files, or twice at once", async () => {
    const inside = await backedUp({ folder: join(root, "backup") });
    expect(inside).toMatchObject({ refused: [{ code: "inside the data" }] });
    mkdirSync(join(folder, "content"), { recursive: true });
    writeFileSync(join(folder, "letter.txt"), "mine");
    expect(await backedUp()).toMatchObject({ refused: [{ code: "not a backup", facts: { name: "letter.txt" } }] });
    rmSync(join(folder, "letter.txt"));
    writeFileSync(join(folder, "making.lock"), String(process.pid));
    expect(await backedUp()).toMatchObject({ refused: [{ code: "being made" }] });
  });

  test("takes over from one that was killed", async () => {
    mkdirSync(join(folder, "content"), { recursive: true });
    writeFileSync(join(folder, "making.lock"), "999999999");
    writeFileSync(join(folder, "content", "77-1.draft"), "half");
    expect((await made()).dropped).toBe(1);
    expect(filesBelow(folder).filter((path) => /lock|draft/.test(path))).toEqual([]);
  });
});

describe("a spoilt backup is refused by name", () => {
  const place = (hash: string) => join(folder, "content", hash.slice(0, 2), hash);
  const manifest = async () => {
    const read = await readManifest(folder);
    if (typeof read === "string") throw new Error(read);
    return read;
  };
  const eventPart = async () => place((await manifest()).tables[0]?.parts[0]?.hash ?? "");
  const edit = (path: string, change: (text: string) => string) =>
    writeFileSync(path, change(readFileSync(path, "utf8")));

  test.each<[string, () => Promise<void>, RegExp]>([
    [
      "a missing file",
      async () => rmSync(place((await manifest()).files[2]?.hash ?? "")),
      /^missing: lake\/spell\/2008-04\/rows\.parquet/,
    ],
    [
      "a flipped byte",
      async () => edit(place((await manifest()).files[3]?.hash ?? ""), (text) => text.replace("r", "R")),
      /^altered: lake\/spell\/2008-05\/rows\.parquet/,
    ],
    ["a missing part of the events", async () => rmSync(await eventPart()), /^missing: events, part 1 of 1/],
    [
      "a JSON line cut short",
      async () => edit(await eventPart(), (text) => text.slice(0, -9)),
      /^unreadable: line 2 of events/,
    ],
    [
      "events in another order",
      async () => edit(await eventPart(), (text) => `${text.trim().split("\n").toReversed().join("\n")}\n`),
      /^events out of order or missing: 1 to 1/,
    ],
    [
      "an event that says something else",
      async () => edit(await eventPart(), (text) => text.replace("pat", "kim")),
      /^altered event: number 1/,
    ],
    ["no manifest", async () => rmSync(join(folder, "manifest.json")), /^There is no finished backup/],
    [
      "a changed manifest",
      async () => edit(join(folder, "manifest.json"), (text) => text.replace("2008-05-02", "2008-05-03")),
      /^manifest\.json is not what was written/,
    ],
    [
      "a manifest cut short",
      async () => edit(join(folder, "manifest.json"), (text) => text.slice(0, 200)),
      /^manifest\.json is not what was written/,
    ],
  ])("%s", async (_, spoil, words) => {
    await made();
    await spoil();
    expect(await faults()).toContainEqual(expect.stringMatching(words));
    const refused = await restored();
    expect(refused).toMatchObject({ refused: [{ code: "backup spoilt" }] });
    expect(filesBelow(elsewhere)).toEqual([]);
    expect(await target().history({ limit: 1 })).toEqual([]);
  });

  test("events left out at the end, with manifest and hashes made to fit", async () => {
    await made();
    const whole = await manifest();
    const [events, ...others] = whole.tables;
    const line = `${readFileSync(await eventPart(), "utf8").split("\n")[0]}\n`;
    const hash = createHash("sha256").update(line).digest("hex");
    mkdirSync(dirname(place(hash)), { recursive: true });
    writeFileSync(place(hash), line);
    const parts = [{ hash, bytes: Buffer.byteLength(line) }];
    await writeManifest(folder, { ...whole, tables: [{ name: events?.name ?? "", rows: 1, parts }, ...others] });
    expect(await faults()).toEqual([expect.stringMatching(/^the chain ends at event 1, and should at 2/)]);
  });

  test("a file that would be written outside the data folder", async () => {
    await made();
    const { files, ...rest } = await manifest();
    await writeManifest(folder, { ...rest, files: files.map((file) => ({ ...file, path: `../${file.path}` })) });
    expect(await faults()).toEqual(["manifest.json is not what was written: it was changed or cut short."]);
  });
});

describe("restoring", () => {
  test("gives the same events, texts and files", async () => {
    const hash = await source().keepText("A line\u2028and a half.");
    const { manifest } = await made();
    expect(await restored()).toMatchObject({ events: 2, texts: 1, files: manifest.files.length, erased: 0 });
    expect(await target().history({ limit: 9 })).toEqual(await source().history({ limit: 9 }));
    expect(await target().text(hash)).toBe("A line\u2028and a half.");
    expect(filesBelow(elsewhere)).toEqual(manifest.files.map(({ path }) => path));
    for (const { path } of manifest.files) {
      expect(readFileSync(join(elsewhere, path)).equals(readFileSync(join(root, path)))).toBe(true);
    }
    expect(await target().verify()).toMatchObject({ whole: true, head: manifest.head.hash });
  });

  test("that was broken off can be begun again", async () => {
    await made();
    const broken = restored({
      tell: (done, _all, what) => {
        if (what === "Files restored" && done === 2) throw new Error("the power failed");
      },
    });
    await expect(broken).rejects.toThrow("the power failed");
    writeFileSync(join(elsewhere, "about.json.restoring"), "half");
    expect(await restored()).toMatchObject({ events: 2 });
    expect(existsSync(join(elsewhere, "about.json.restoring"))).toBe(false);
  });

  test("is refused where the data folder or the record holds anything else", async () => {
    await made();
    mkdirSync(join(elsewhere, "record"));
    writeFileSync(join(elsewhere, "record", "postgres"), "the program's own");
    mkdirSync(join(elsewhere, "lake"));
    writeFileSync(join(elsewhere, "lake", "other.parquet"), "x");
    const refused = await restored();
    expect(refused).toMatchObject({ refused: [{ code: "data not empty", facts: { path: "lake/other.parquet" } }] });
    rmSync(join(elsewhere, "lake"), { recursive: true });
    expect(await restored({ record: source() })).toMatchObject({ refused: [{ code: "record not empty" }] });
    expect(filesBelow(elsewhere)).toEqual(["record/postgres"]);
  });
});
