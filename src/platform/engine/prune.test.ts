import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeEach, expect, test } from "vitest";
import { day, model, openEngine, optional, pruneMarts, text, whole } from "./index.ts";
import { USED } from "./make.ts";

const base = mkdtempSync(join(tmpdir(), "chilford-prune-"));
afterAll(() => rmSync(base, { recursive: true }));

const NOW = new Date("2008-05-06T12:00:00Z");
const BEFORE = new Date("2008-05-05T12:00:00Z");
const hashOf = (number: number) => number.toString(16).padStart(32, "0");

let root = "";
let worlds = 0;
beforeEach(() => {
  root = newRoot();
});

function newRoot(): string {
  worlds += 1;
  return join(base, String(worlds));
}

/** A mart of some hours' age, asked for some hours ago. */
function lay(
  at: string,
  name: string,
  { hours, used = hours }: { readonly hours: number; readonly used?: number },
): void {
  const folder = join(at, "marts", "spend", name);
  mkdirSync(join(folder, "commissioner=5QV"), { recursive: true });
  writeFileSync(join(folder, "commissioner=5QV", "data_0.parquet"), "rows");
  writeFileSync(join(folder, USED), "used\n");
  const time = (age: number) => new Date(NOW.getTime() - age * 3_600_000);
  utimesSync(join(folder, USED), time(used), time(used));
  utimesSync(folder, time(hours), time(hours));
}

const left = (at = root) => readdirSync(join(at, "marts", "spend")).toSorted();
const prune = (named: readonly string[], more: Partial<Parameters<typeof pruneMarts>[0]> = {}) =>
  pruneMarts({ root, isNamed: async (hash) => named.includes(hash), before: BEFORE, really: true, ...more });

test("takes away what nobody names, and tells of it first", async () => {
  for (const each of [1, 2]) lay(root, hashOf(each), { hours: 30 });
  const told = [{ path: `marts/spend/${hashOf(2)}`, kind: "unnamed", bytes: 9 }];
  expect(await prune([hashOf(1)], { really: false })).toEqual(told);
  expect(left()).toEqual([hashOf(1), hashOf(2)]);
  expect(await prune([hashOf(1)])).toEqual(told);
  expect(left()).toEqual([hashOf(1)]);
});

test("leaves what was made or asked for within a day, and drafts as young", async () => {
  lay(root, hashOf(1), { hours: 2 });
  lay(root, hashOf(2), { hours: 300, used: 2 });
  lay(root, `${hashOf(3)}.77.1.draft`, { hours: 2 });
  lay(root, `${hashOf(4)}.77.1.draft`, { hours: 30 });
  expect(await prune([])).toMatchObject([{ kind: "half made" }]);
  expect(left()).toEqual([hashOf(1), hashOf(2), `${hashOf(3)}.77.1.draft`]);
});

test("goes on with what was broken off: back where it is named by now, else away", async () => {
  lay(root, `${hashOf(1)}.pruned`, { hours: 30 });
  lay(root, `${hashOf(2)}.pruned`, { hours: 30 });
  lay(root, `${hashOf(3)}.pruned`, { hours: 30 });
  lay(root, hashOf(3), { hours: 30 });
  expect(await prune([hashOf(1), hashOf(3)])).toMatchObject([{ path: `marts/spend/${hashOf(2)}.pruned` }]);
  expect(left()).toEqual([hashOf(1), hashOf(3)]);
});

test("puts back a mart that was asked for or named while it was looked at", async () => {
  lay(root, hashOf(1), { hours: 30 });
  lay(root, hashOf(2), { hours: 30 });
  const asked = new Map<string, number>();
  const isNamed = async (hash: string) => {
    const times = (asked.get(hash) ?? 0) + 1;
    asked.set(hash, times);
    const mart = join(root, "marts", "spend", hash);
    if (hash === hashOf(1) && existsSync(mart)) utimesSync(mart, NOW, NOW);
    return hash === hashOf(2) && times > 1;
  };
  expect(await prune([], { isNamed })).toEqual([]);
  expect(left()).toEqual([hashOf(1), hashOf(2)]);
});

test("takes away just what a naive reckoning would", async () => {
  const mart = fc.record({
    number: fc.integer({ min: 1, max: 40 }),
    hours: fc.integer({ min: 0, max: 60 }),
    used: fc.integer({ min: 0, max: 60 }),
    isNamed: fc.boolean(),
    form: fc.constantFrom("made", "draft"),
  });
  const marts = fc.uniqueArray(mart, { selector: ({ number }) => number, maxLength: 12, minLength: 1 });
  const property = fc.asyncProperty(marts, async (all) => {
    const at = newRoot();
    const nameOf = ({ number, form }: (typeof all)[number]) =>
      form === "made" ? hashOf(number) : `${hashOf(number)}.9.9.draft`;
    for (const each of all) lay(at, nameOf(each), each);
    const named = all.filter(({ isNamed }) => isNamed).map(({ number }) => hashOf(number));
    await prune(named, { root: at });
    const kept = all.filter(
      ({ hours, used, isNamed, form }) => hours <= 24 || used <= 24 || (form === "made" && isNamed),
    );
    expect(left(at)).toEqual(kept.map(nameOf).toSorted());
  });
  await fc.assert(property, { numRuns: 60, seed: 2008 });
});

test("a data folder without marts has nothing to prune", async () => {
  expect(await prune([])).toEqual([]);
});

test("the engine marks each mart that is made or asked for again", async () => {
  mkdirSync(root, { recursive: true });
  const engine = await openEngine({ folders: [root] });
  const payments = model(new URL("examples/payments.sql", import.meta.url), {
    reads: {},
    takes: { count: whole },
    gives: { number: whole, area: text, practice: text, cost: whole, paid_on: optional(day) },
  });
  const make = () => engine.make(payments, { root, files: {}, values: { count: 3 } });
  const once = await make();
  const folder = join(root, "marts", once.name, once.hash);
  utimesSync(join(folder, USED), new Date(0), new Date(0));
  await make();
  expect(await prune([], { before: new Date(1) })).toEqual([]);
  engine.close();
  expect(existsSync(folder)).toBe(true);
});
