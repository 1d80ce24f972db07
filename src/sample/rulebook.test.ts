import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadRulebook, loadSources, problemsOf } from "#features/rulebook/index.ts";
import { day } from "#kernel/period.ts";
import { SAMPLE_RULEBOOK, SAMPLE_SOURCES } from "./rulebook.ts";

const rulebook = fileURLToPath(new URL("../../rulebook", import.meta.url));
const sources = fileURLToPath(new URL("../../docs/sources", import.meta.url));

test("the sample county's rules stand on their own source and keep the limits of wider places", () => {
  expect(problemsOf([rulebook, SAMPLE_RULEBOOK], [sources, SAMPLE_SOURCES])).toEqual([]);
});

test("each PCT of the county has a risk pool of its own and shares the rest", () => {
  const book = loadRulebook([rulebook, SAMPLE_RULEBOOK], loadSources(sources, SAMPLE_SOURCES));
  const on = day("2008-04-01");
  const [north, south] = [
    ["5ZN", "QZ1"],
    ["5ZS", "QZ1"],
  ].map((codes) => book.placeOf(codes)?.id ?? "");
  expect([north, south]).toEqual(["fenmere-north", "fenmere-south"]);
  expect(book.inForce(north ?? "", "risk-pool.contribution", on).value).toBe(400);
  expect(book.inForce(south ?? "", "risk-pool.contribution", on).value).toBe(500);
  for (const place of [north ?? "", south ?? ""]) {
    expect(book.inForce(place, "prescribing.uplift", on)).toMatchObject({ value: 290, place: "fenmere" });
    expect(book.inForce(place, "fair-share.tolerance", on)).toMatchObject({ value: 1000, place: "england" });
  }
});
