import fc from "fast-check";
import { expect, test } from "vitest";
import { counting, partOfLoad, type Version } from "./selection.ts";

const PLACES = ["all", "other"].flatMap((batch) =>
  ["2008-04", "2008-05", "2008-06"].map((month) => [batch, month] as const),
);

const versions = fc
  .array(
    fc.record({
      status: fc.constantFrom("provisional" as const, "final" as const),
      batch: fc.constantFrom("all", "other"),
      months: fc.uniqueArray(fc.constantFrom("2008-04", "2008-05", "2008-06"), { minLength: 1 }),
      corrects: fc.option(fc.nat(20), { nil: null }),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map((each, seq): Version => {
      const original = each.corrects === null ? undefined : all[each.corrects];
      const isCorrection = original !== undefined && original.corrects === null && (each.corrects ?? 0) < seq;
      return { ...each, load: `load-${seq}`, seq, corrects: isCorrection ? `load-${each.corrects}` : null };
    }),
  );

test("one load that corrects none counts for each batch and month that has any: the best by status, then by age", () => {
  fc.assert(
    fc.property(versions, fc.constantFrom("final" as const, "latest" as const), (all, preference) => {
      const counts = counting(all, preference);
      for (const [batch, month] of PLACES) {
        const rivals = all.filter(
          (each) => each.corrects === null && each.batch === batch && each.months.includes(month),
        );
        const best = bestOf(rivals, preference);
        const winners = rivals.filter(({ load }) => counts.has(partOfLoad(load, month)));
        expect(winners).toEqual(best === undefined ? [] : [best]);
      }
    }),
  );
});

function bestOf(rivals: readonly Version[], preference: "final" | "latest"): Version | undefined {
  const finals = rivals.filter(({ status }) => status === "final");
  return (preference === "final" && finals.length > 0 ? finals : rivals).at(-1);
}

test("corrected rows count where their load does, and where nobody has loaded its batch", () => {
  const load = { load: "a", seq: 1, status: "final", batch: "all", corrects: null, months: ["2008-04"] } as const;
  const correction = { ...load, load: "b", seq: 2, corrects: "a", months: ["2008-04", "2008-05"] } as const;
  const newer = { ...load, load: "c", seq: 3 } as const;
  expect([...counting([load, correction], "final")]).toEqual(["a 2008-04", "b 2008-04", "b 2008-05"]);
  expect([...counting([load, correction, newer], "final")]).toEqual(["c 2008-04", "b 2008-05"]);
  expect([...counting([load, correction, newer], { loads: ["b"] })]).toEqual(["b 2008-04", "b 2008-05"]);
});
