import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codesOf, type LoadingBench, openLoadingBench, reportIn } from "../datasets/examples/loading-bench.ts";
import { spellTable } from "../tables.ts";
import { EPISODE, type Episode, episodeFile } from "./examples/episode-file.ts";

let bench: LoadingBench;
beforeAll(async () => {
  bench = await openLoadingBench();
});
afterAll(() => bench.close());

const first: Partial<Episode> = { id: "1", discharged: "", ended: "2008-04-04" };
const last: Partial<Episode> = {
  id: "2",
  order: "2",
  began: "2008-04-04",
  discharged: "2008-04-10",
  ended: "2008-04-10",
};

const fileOf = (...episodes: readonly Partial<Episode>[]) =>
  episodeFile(episodes.map((episode) => ({ ...EPISODE, ...episode })));

/** The spells made of episodes, and what was found in them. */
async function spellsOf(...episodes: readonly Partial<Episode>[]) {
  const report = reportIn(await bench.load(fileOf(...episodes)));
  const { read, accepted, rejected } = report.rows;
  return { spells: await bench.rows(spellTable), codes: codesOf(report), addsUp: read === accepted + rejected };
}

describe("episodes of one person admitted on one day to one provider", () => {
  test("are one spell, whatever their order in the file", async () => {
    for (const episodes of [
      [first, last],
      [last, first],
    ]) {
      const { spells, codes } = await spellsOf(...episodes);
      expect(codes).toEqual({});
      expect(spells).toMatchObject([
        {
          ...{ spell_id: "1", episodes: 2, admitted_on: "2008-04-02", discharged_on: "2008-04-10", length_of_stay: 8 },
          ...{ month: "2008-04", commissioner: "9A1", flags: "", source_row: episodes[0] === first ? 2 : 3 },
        },
      ]);
    }
  });

  test("are others where person, day or provider is another", async () => {
    const { spells } = await spellsOf(
      {},
      { id: "2", patient: "P2" },
      { id: "3", admitted: "2008-04-10", discharged: "2008-04-11" },
      { id: "4", provider: "RXB", patient: "P3" },
    );
    expect(spells.map(({ spell_id }) => spell_id).toSorted()).toEqual(["1", "2", "3", "4"]);
  });

  test("say on the first how the patient came, on the last when the patient left, on the longest what for", async () => {
    const { spells } = await spellsOf(
      { ...first, method: "22", patientClass: "1", hrg: "AA01A", treatmentFunction: "180", diagnoses: ["R074"] },
      { ...last, method: "81", patientClass: "2", hrg: "EB03H", treatmentFunction: "320", diagnoses: ["I500", "J189"] },
    );
    expect(spells).toMatchObject([
      {
        ...{ admission_method: "22", admission_kind: "emergency", patient_class: "1" },
        ...{ hrg: "EB03H", treatment_function: "320", diagnoses: "I500 J189" },
      },
    ]);
  });

  test("of the same length are told by the first, and what one does not say by the next", async () => {
    const { spells } = await spellsOf(
      { ...first, ended: "2008-04-06", hrg: "", method: "98", treatmentFunction: "&", diagnoses: ["-"], practice: "&" },
      { ...last, began: "2008-04-06", procedures: ["E481"], treatmentFunction: "300", diagnoses: ["J189"] },
      { id: "3", order: "3", hrg: "ZZ99Z", discharged: "2008-04-10", began: "2008-04-10", ended: "2008-04-10" },
    );
    expect(spells).toMatchObject([
      {
        ...{ practice: "X81001", hrg: "DZ11B", admission_method: "21", treatment_function: "300" },
        ...{ diagnoses: "J189", procedures: "E481", episodes: 3 },
      },
    ]);
  });

  test("give a baby the age of nought, and nobody an age that nobody has", async () => {
    const { spells, codes } = await spellsOf({ age: "7003" }, { id: "2", patient: "P2", age: "6000" });
    expect(spells.map(({ age }) => age).toSorted()).toEqual([0, null]);
    expect(codes).toEqual({ "age-out-of-range": 1 });
  });
});

describe("orphans and unfinished episodes", () => {
  const kept: readonly (readonly [string, readonly Partial<Episode>[], string, number])[] = [
    ["a spell whose first episode is missing", [last], "first-episode-missing", 1],
    ["a spell with one missing between", [first, { ...last, order: "3" }], "episode-missing", 2],
    [
      "two episodes in one place",
      [
        { ...first, discharged: "2008-04-06" },
        { ...last, order: "1" },
      ],
      "episode-order-repeated",
      2,
    ],
    ["an order that is not known", [first, { ...last, order: "99" }], "episode-order-not-known", 2],
    ["an episode that is not finished", [first, { ...last, status: "1" }], "episode-unfinished", 2],
    ["no discharge on the last episode but on another", [{}, { ...last, discharged: "" }], "discharge-not-on-last", 2],
  ];
  test.each(kept)("%s: kept and marked", async (_, episodes, code, count) => {
    const { spells, codes, addsUp } = await spellsOf(...episodes);
    expect(codes).toEqual({ [code]: 1 });
    expect(spells).toMatchObject([{ flags: code, episodes: count }]);
    expect(addsUp).toBe(true);
  });

  const left: readonly (readonly [string, readonly Partial<Episode>[], Readonly<Record<string, number>>])[] = [
    ["no discharge at all", [first, { ...last, discharged: "" }], { "no-discharge": 2 }],
    ["a discharge coded as null", [{ ...last, order: "1", discharged: "1801-01-01" }], { "no-discharge": 1 }],
    [
      "a discharge before admission",
      [first, { ...last, discharged: "2008-04-01" }],
      { "discharge-before-admission": 2 },
    ],
    ["a practice nobody knows", [{ practice: "V81999" }, last], { "unknown-practice": 2 }],
    ["no practice", [{ practice: "&" }], { "unknown-practice": 1 }],
    ["no day of admission", [{ admitted: "1800-01-01" }], { "no-admitted_on": 1 }],
  ];
  test.each(left)("%s: all of the spell is left out, and the rest kept", async (_, episodes, wanted) => {
    const { spells, codes, addsUp } = await spellsOf(...episodes, { id: "9", patient: "P9" });
    expect(codes).toEqual(wanted);
    expect(spells.map(({ spell_id }) => spell_id)).toEqual(["9"]);
    expect(addsUp).toBe(true);
  });

  test("an episode that comes twice counts once", async () => {
    const { spells, codes, addsUp } = await spellsOf(first, last, last);
    expect(codes).toEqual({ "episode-repeated": 1 });
    expect(spells).toMatchObject([{ episodes: 2, flags: "" }]);
    expect(addsUp).toBe(true);
  });

  test("the marks of all episodes are on their spell, each once, with those of the spell itself", async () => {
    const { spells } = await spellsOf(
      { ...first, order: "2", status: "1", sex: "7" },
      { ...last, order: "3", status: "1", provider: "RXA", practice: "X81003" },
      { id: "7", provider: "RXB", admitted: "2008-04-03", discharged: "2008-04-05" },
    );
    expect(spells.find(({ spell_id: id }) => id === "1")?.flags).toBe(
      "episode-unfinished first-episode-missing wrong-sex overlapping-stay",
    );
  });
});
