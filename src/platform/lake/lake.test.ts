import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type Bench, openBench } from "./examples/bench.ts";
import { loadRefusalWords } from "./index.ts";

const HEADER = "number,shop,person,born,postcode,paid_on,amount";
/** Of the range of numbers kept for tests, with a good last digit. */
const ANNA = "9990000018";
const SOUND = `1,S01,${ANNA},1950-04-02,AL7 1BW,2008-04-01,12.50`;

let bench: Bench;
let isOpen = false;
beforeEach(async () => {
  // Files that are only checked, or refused, leave nothing behind that the next test could see.
  if (isOpen && !(await bench.hasPayments())) return;
  if (isOpen) await bench.close();
  bench = await openBench();
  isOpen = true;
});
afterAll(() => bench.close());

const load: Bench["load"] = (...given) => bench.load(...given);
const rows: Bench["rows"] = (...given) => bench.rows(...given);

async function reportOf(lines: readonly string[] | Buffer) {
  const outcome = await bench.check("file.csv", lines);
  if (outcome.kind !== "checked") throw new Error(JSON.stringify(outcome));
  return outcome.report;
}

async function refusalOf(lines: readonly string[] | Buffer, more = {}) {
  const outcome = await load("file.csv", lines, more);
  return outcome.kind === "refused" ? outcome.refused[0] : outcome;
}

describe("a file of sound rows", () => {
  test("is published with its values typed", async () => {
    const outcome = await load("april.csv", [HEADER, SOUND]);
    expect(outcome).toMatchObject({
      kind: "published",
      report: { rows: { read: 1, accepted: 1, flagged: 0, rejected: 0 } },
    });
    expect(await rows()).toMatchObject([
      {
        month: "2008-04",
        area: "east",
        number: "1",
        age: 57,
        district: "AL7",
        amount_pence: 1250,
        flags: "",
        source_row: 2,
      },
    ]);
  });

  test("gives the same rows as CSV, with a mark, returns or quotes, in any order of columns, packed and as Parquet", async () => {
    const others = [
      Buffer.from(`\uFEFF${HEADER}\n${SOUND}\n`),
      Buffer.from(`${HEADER}\r\n${SOUND}`),
      Buffer.from(`"${HEADER.replaceAll(",", '","')}"\n"${SOUND.replaceAll(",", '","')}"\n`),
      Buffer.from(`\n\n${HEADER}\n\n${SOUND}\n\n`),
      Buffer.from(
        `amount,paid_on,born,person,postcode,shop,payment number\n12.50,2008-04-01,1950-04-02,${ANNA},AL7 1BW,S01,1\n`,
      ),
      gzipSync(`${HEADER}\n${SOUND}\n`),
      await bench.parquet([HEADER, SOUND]),
    ];
    await load("first.csv", [HEADER, SOUND]);
    const { load: _load, source_row: _row, ...first } = (await rows())[0] ?? {};
    for (const [at, other] of others.entries()) {
      expect(await load(`file-${at}`, other), `file ${at}`).toMatchObject({ kind: "published" });
      expect(await rows(), `file ${at}`).toMatchObject([first]);
    }
  });

  test("reads days in three forms, pounds with commas, and texts that hold commas, quotes and line breaks", async () => {
    await load("april.csv", [
      HEADER,
      `"a, ""b""",S01,,,,20080402,"1,234.50"`,
      `"line`,
      `break",s01,,,,03/04/2008,£0.99`,
      "c,S01,,,,2008-04-04 00:00:00,-5",
    ]);
    expect(await rows()).toMatchObject([
      { number: 'a, "b"', paid_on: "2008-04-02", amount_pence: 123450, source_row: 2 },
      { paid_on: "2008-04-04", amount_pence: -500, source_row: 5 },
    ]);
    const report = await reportOf([HEADER, `"line`, `break",S01,,,,2008-04-03,1`]);
    expect(report.findings).toMatchObject([{ code: "wrong-number", examples: [{ line: 2, value: "line\nbreak" }] }]);
  });

  test("is cut by month and owner, so that a reader can be given only some", async () => {
    await load("spring.csv", [HEADER, "1,S01,,,,2008-04-01,1", "2,S02,,,,2008-04-01,2", "3,S01,,,,2008-05-01,4"]);
    expect(await rows({ months: ["2008-04"], owners: ["east"] })).toMatchObject([{ amount_pence: 100 }]);
    expect(await rows({ owners: ["west"] })).toMatchObject([{ amount_pence: 200 }]);
    expect(await rows({ months: ["2008-05"] })).toMatchObject([{ amount_pence: 400 }]);
    expect(await rows({ owners: [] })).toEqual([]);
  });

  test("tells which columns it did not read and in what encoding it was", async () => {
    const report = await reportOf(Buffer.from(`${HEADER},name\n${SOUND},Andr\xe9\n`, "latin1"));
    expect(report.extraColumns).toEqual(["name"]);
    expect(report.notes).toEqual(["The file is not in UTF-8 and was read as Latin-1."]);
  });
});

describe("what is wrong with a row", () => {
  const cases: readonly (readonly [name: string, row: string, code: string, value: string])[] = [
    ["a value that is missing", "1,,,,,2008-04-01,1", "no-shop", ""],
    ["a day that stands for none", "1,S01,,,,1800-01-01,1", "no-paid_on", "1800-01-01"],
    ["a day the calendar does not have", "1,S01,,,,2008-02-30,1", "wrong-paid_on", "2008-02-30"],
    ["a day of another age", "1,S01,,,,1066-10-14,1", "wrong-paid_on", "1066-10-14"],
    ["an amount with three decimals", "1,S01,,,,2008-04-01,1.005", "wrong-amount_pence", "1.005"],
    ["an amount with an exponent", "1,S01,,,,2008-04-01,1e3", "wrong-amount_pence", "1e3"],
    ["a code of another form", "1,X1,,,,2008-04-01,1", "wrong-shop", "X1"],
    ["control characters", "\u00071,S01,,,,2008-04-01,1", "wrong-number", "\u00071"],
    ["a check that rejects", "1,S02,,,,2004-04-01,1", "not-open-yet", "2004-04-01"],
    ["a number whose last digit does not check", `1,S01,9990000019,,,2008-04-01,1`, "wrong-person", "9990000019"],
    ["ten like digits", `1,S01,9999999999,,,2008-04-01,1`, "wrong-person", "9999999999"],
    ["a birth after the day", "1,S01,,2009-01-01,,2008-04-01,1", "wrong-age", "2009-01-01 2008-04-01"],
    ["a birth too far back", "1,S01,,1850-01-01,,2008-04-01,1", "wrong-age", "1850-01-01 2008-04-01"],
    ["a postcode of another form", "1,S01,,,9990000018,2008-04-01,1", "wrong-district", "9990000018"],
    ["a check that flags", "1,S77,,,,2008-04-01,1", "unknown-shop", "S77"],
    ["too few fields", "1,S01", "line-fields", "1,S01"],
    ["too many fields", `${SOUND},1`, "line-fields", `${SOUND},1`],
    ["quotes that do not close", `"1,S01,,,,2008-04-01,1`, "line-quotes", `"1,S01,,,,2008-04-01,1`],
    ["something after quotes", `"1"x,S01,,,,2008-04-01,1`, "line-quotes", `"1"x,S01,,,,2008-04-01,1`],
    ["a null character", "1\0,S01,,,,2008-04-01,1", "line-characters", "1\0,S01,,,,2008-04-01,1"],
    ["a row beyond all measure", "9".repeat(100_001), "line-length", `${"9".repeat(80)}…`],
  ];

  test.each(cases)("is said with line and value: %s", async (_name, row, code, value) => {
    const report = await reportOf([HEADER, SOUND.replace("1,", "0,"), row]);
    expect(report.findings).toEqual([expect.objectContaining({ code, rows: 1, examples: [{ line: 3, value }] })]);
    const isRejected = report.findings[0]?.weight === "reject";
    expect(report.rows).toEqual({
      read: 2,
      accepted: isRejected ? 1 : 2,
      flagged: isRejected ? 0 : 1,
      rejected: isRejected ? 1 : 0,
    });
  });

  test("is said of lines that are not UTF-8 in a file that is", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADER}\nZo\u00eb,S01,,,,2008-04-01,1\n`),
      Buffer.from([0xff]),
      Buffer.from(",S01,,,,2008-04-01,1\n"),
    ]);
    expect((await reportOf(bytes)).findings).toMatchObject([{ code: "line-characters", examples: [{ line: 3 }] }]);
  });

  test("rejects the second row of a key, not the first, whatever else is wrong with others", async () => {
    const report = await reportOf([
      HEADER,
      "1,S01,,,,never,1",
      "1,S01,,,,2008-04-01,1",
      "1,S01,,,,2008-04-01,2",
      "1,S02,,,,2008-04-01,2",
    ]);
    expect(report.rows).toMatchObject({ accepted: 2, rejected: 2 });
    expect(report.findings.find(({ code }) => code === "repeated")?.examples).toMatchObject([{ line: 4 }]);
  });

  test("does not keep an unclosed quote from the lines after it", async () => {
    const report = await reportOf([
      HEADER,
      `"1,S01,,,,2008-04-01,1`,
      "2,S01,,,,2008-04-01,1",
      `"3",S01,,,,2008-04-01,1`,
    ]);
    expect(report.rows).toMatchObject({ read: 3, accepted: 2, rejected: 1 });
  });

  test("is marked in rows that are kept, of checks before and after shaping", async () => {
    await load("april.csv", [HEADER, `1,S77,${ANNA},,,2008-04-01,1`, `2,S77,${ANNA},1800-01-01,,2008-04-01,1`]);
    expect(await rows()).toMatchObject([
      { flags: "unknown-shop", area: "none" },
      { flags: "unknown-shop same-day", age: null },
    ]);
  });
});

describe("a file that is no table", () => {
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ["an empty file", Buffer.alloc(0), "empty"],
    ["an empty packed file", gzipSync(""), "empty"],
    ["a first row and no others", Buffer.from(`${HEADER}\n`), "no-rows"],
    ["a packed file cut short", gzipSync(`${HEADER}\n${`${SOUND}\n`.repeat(500)}`).subarray(0, 60), "damaged"],
    ["a workbook", Buffer.from("PK\u0003\u0004 and so on\n"), "not-a-table"],
    ["null characters", Buffer.alloc(5000), "not-a-table"],
    ["UTF-16", Buffer.from(`\uFEFF${HEADER}\n${SOUND}\n`, "utf16le"), "sixteen-bit"],
    ["damaged Parquet", Buffer.from("PAR1 but nothing more"), "damaged"],
    ["other columns", Buffer.from("a,b\n1,2\n"), "not-recognised"],
    ["a column that is there twice", Buffer.from(`${HEADER},shop\n${SOUND},S01\n`), "column-twice"],
    ["no line end for ever", Buffer.from("x".repeat(3_000_000)), "not-a-table"],
    ["only rows that are rejected", Buffer.from(`${HEADER}\n1,S01\n`), "nothing-accepted"],
  ];

  test.each(cases)("is refused, and nothing is loaded: %s", async (_name, bytes, code) => {
    const refusal = await refusalOf(bytes);
    expect(refusal).toMatchObject({ code });
    expect(await rows()).toEqual([]);
    expect(bench.leftovers()).toEqual([]);
  });

  test("is told which columns are missing of the nearest layout", async () => {
    const refusal = await refusalOf(["number,shop,paid_on", "1,S01,2008-04-01"]);
    if (!("code" in refusal)) throw new Error("not refused");
    expect(loadRefusalWords(refusal)).toContain(
      "The nearest is payments, for which these columns are missing: amount.",
    );
  });

  test("is refused where it is not there, or asks for what is not there", async () => {
    expect(await bench.lake.load(bench.request("nowhere.csv"))).toMatchObject({ refused: [{ code: "no-such-file" }] });
    expect(await refusalOf([HEADER, SOUND], { dataset: "letters" })).toMatchObject({ code: "unknown-dataset" });
    expect(await refusalOf([HEADER, SOUND], { layout: "letters" })).toMatchObject({ code: "unknown-layout" });
    expect(await refusalOf([HEADER, SOUND], { corrects: "nothing" })).toMatchObject({ code: "no-such-load" });
  });
});

describe("what identifies people", () => {
  test("is not in anything the data folder holds, even where rows are rejected", async () => {
    await load("april.csv", [HEADER, SOUND, `2,S01,${ANNA},1950-04-02,AL7 1BW,never,12.50`, `"3,${ANNA}`]);
    await load("may.csv", [HEADER, SOUND], { rejectedTo: join(bench.root, "rejected.csv") });
    const held = readdirSync(bench.root, { recursive: true, encoding: "utf8" })
      .map((name) => join(bench.root, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path, "latin1"));
    expect(held.length).toBeGreaterThan(0);
    const events = JSON.stringify(await bench.record.history({ limit: 1000 }));
    for (const secret of [ANNA, "1950-04-02", "1BW"]) {
      expect(
        held.some((content) => content.includes(secret)),
        secret,
      ).toBe(false);
      expect(events).not.toContain(secret);
    }
    const values = JSON.stringify(await rows());
    for (const secret of [ANNA, "1950", "1BW"]) expect(values).not.toContain(secret);
  });

  test("becomes the same pseudonym however it is written, and another with another key", async () => {
    await load("april.csv", [HEADER, `1,S01,${ANNA},,,2008-04-01,1`, "2,S01,999 000 0018,,,2008-04-02,1"]);
    const [one, two] = (await rows()).map(({ person }) => person);
    expect(one).toMatch(/^[0-9a-f]{24}$/);
    expect(two).toBe(one);
    rmSync(join(bench.folder, "key"));
    await load("again.csv", [HEADER, `1,S01,${ANNA},,,2008-04-01,2`]);
    expect((await rows())[0]?.person).not.toBe(one);
  });

  test("has its key outside the data folder, for its owner's eyes", async () => {
    await load("april.csv", [HEADER, SOUND]);
    const key = join(bench.folder, "key");
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(statSync(key).size).toBe(32);
    writeFileSync(key, "short");
    await expect(load("may.csv", [HEADER, SOUND, SOUND])).rejects.toThrow("is not 32 bytes long");
    expect(existsSync(join(bench.root, "scratch", "1"))).toBe(false);
    expect(bench.leftovers()).toHaveLength(0);
  });
});
