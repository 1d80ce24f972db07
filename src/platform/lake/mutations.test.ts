import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, openBench } from "./examples/bench.ts";
import { chanceOf, mutated } from "./examples/mutation.ts";
import { faultOf, type Sound } from "./examples/ordeal.ts";
import { payments } from "./examples/payments.ts";
import { typedSql } from "./expression.ts";
import { placeIn } from "./layout.ts";
import { firstRow } from "./recognition.ts";
import { type Scan, scan } from "./scan.ts";
import { prepareFound, stage } from "./stage.ts";

const ROWS = Array.from({ length: 24 }, (_, at) => {
  const person = ["9990000018", "999 000 0026", "", "1234567890"][at % 4];
  const amount = ["12.50", '"1,234.50"', "-3", "0.99"][at % 4];
  return `${at},S0${1 + (at % 3)},${person},19${30 + at}-04-0${1 + (at % 9)},AL${at % 9} 1BW,2008-0${4 + (at % 3)}-1${at % 10},${amount}`;
});
const SOUND: Sound = {
  name: "payments",
  dataset: "payment",
  lines: ["number,shop,person,born,postcode,paid_on,amount", ...ROWS],
};

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

test("a spoilt file is never a crash and never half a load", async () => {
  const faults: (string | undefined)[] = [];
  for (let seed = 0; seed < 100; seed += 1) faults.push(await faultOf(bench, SOUND, seed));
  expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
});

test("what the engine reads by itself is what is read record by record", async () => {
  let compared = 0;
  for (let seed = 0; seed < 400; seed += 1) {
    const { bytes, done } = mutated(Buffer.from(`${SOUND.lines.join("\n")}\n`), chanceOf(seed));
    const file = join(bench.folder, "spoilt.csv");
    writeFileSync(file, bytes);
    const scanned = await scan(file);
    if (scanned.kind !== "text" || !scanned.isPlain) continue;
    const quick = await staged(file, scanned);
    if (quick === undefined) continue;
    expect(quick, `seed ${seed} (${done.join(", ")})`).toEqual(
      await staged(file, { ...scanned, isPlain: false, isPadded: true }),
    );
    compared += 1;
  }
  expect(compared).toBeGreaterThan(50);
});

/** In a folder of its own each time, as a load has: the engine may remember files by their path. */
async function staged(file: string, scanned: Scan) {
  const [intake] = payments.intakes;
  const placed = intake && placeIn(intake.layout, (await firstRow(file, scanned)) ?? []);
  if (intake === undefined || placed === undefined || !("placing" in placed)) return undefined;
  const placing = { ...placed.placing, isPadded: scanned.isPadded };
  return bench.engine.within(async (connection) => {
    await prepareFound(connection);
    const given = {
      file,
      scan: scanned,
      layout: intake.layout,
      placing,
      folder: mkdtempSync(join(bench.folder, "staged-")),
      key: "k",
      onRows: () => undefined,
    };
    const { relation, read } = await stage(connection, given);
    const typed =
      read === 0
        ? []
        : (
            await connection.runAndReadAll(`${typedSql(intake.layout, placing, relation)} ORDER BY source_row`)
          ).getRowsJson();
    return { read, typed, found: (await connection.runAndReadAll("SELECT * FROM found ORDER BY ALL")).getRowsJson() };
  });
}
