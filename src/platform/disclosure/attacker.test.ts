import { describe, expect, test } from "vitest";
import { type Attack, attack } from "./examples/attacker.ts";
import { EXACT, ROUNDED } from "./examples/profiles.ts";
import { chanceOf, foundBy, laterTable, randomTable, withoutSecondary } from "./examples/random-releases.ts";
import { protect } from "./protect.ts";
import type { EarlierRelease } from "./published.ts";
import type { Table } from "./table.ts";

const SEQUENCES = 1000;
/** Milliseconds, on a machine that is busy with something else. */
const ENOUGH = 180_000;
const SEEDS = Array.from({ length: SEQUENCES }, (_, seed) => seed + 1);

/** One to three releases in a row, each protected with those before it; refused ones are not published. */
async function released(seed: number): Promise<readonly EarlierRelease[]> {
  const chance = chanceOf(seed);
  const profileOf = (release: number) => ((seed % 5 === 0 ? release > 0 : seed % 2 === 0) ? ROUNDED : EXACT);
  const published: EarlierRelease[] = [];
  let table: Table = randomTable(chance);
  for (let release = 0; release <= seed % 3; release += 1) {
    const circumstances = { earlier: [...published], withExactBeside: seed % 4 === 0 };
    const done = await protect(table, profileOf(release), circumstances);
    if (done.kind === "protected") published.push({ table, published: done.published });
    table = laterTable(table, chance);
  }
  return published;
}

const attacked = (releases: readonly EarlierRelease[]): Promise<Attack> =>
  attack(releases.map(({ table, published }) => foundBy(table, published)));

describe("somebody who has every published table", () => {
  test(
    "recovers no suppressed count of 1,000 tables and their later releases, and leaves each small one three values",
    async () => {
      const found: { readonly seed: number; readonly attack: Attack }[] = [];
      const releases: number[] = [];
      for (const seed of SEEDS) {
        const published = await released(seed);
        releases.push(published.length);
        found.push({ seed, attack: await attacked(published) });
      }
      expect(found.filter(({ attack: { recovered } }) => recovered.length > 0)).toEqual([]);
      expect(found.filter(({ attack: { narrowest } }) => narrowest < 3)).toEqual([]);
      expect(found.reduce((sum, { attack: { suppressed } }) => sum + suppressed, 0)).toBeGreaterThan(10_000);
      expect(releases.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0.98 * 2 * SEQUENCES);
    },
    ENOUGH,
  );

  test("recovers small counts where nothing is suppressed beside them, so the attack is a real one", async () => {
    let broken = 0;
    for (const seed of SEEDS.slice(0, 100)) {
      const table = randomTable(chanceOf(seed));
      const { recovered } = await attack([foundBy(table, withoutSecondary(table, EXACT))]);
      if (recovered.length > 0) broken += 1;
    }
    expect(broken).toBeGreaterThan(50);
  });

  test("recovers them from releases that are each safe by themselves, where a release forgets those before it", async () => {
    let broken = 0;
    for (const seed of SEEDS.slice(0, 200)) {
      const chance = chanceOf(seed);
      const first = randomTable(chance);
      const tables = [first, laterTable(first, chance)];
      const alone = await Promise.all(tables.map((table) => protect(table, EXACT)));
      const published = alone.flatMap((done, at) => {
        const table = tables[at];
        return done.kind === "protected" && table !== undefined ? [{ table, published: done.published }] : [];
      });
      if ((await attacked(published)).recovered.length > 0) broken += 1;
    }
    expect(broken).toBeGreaterThan(10);
  });
});
