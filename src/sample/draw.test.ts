import { expect, test } from "vitest";
import { draw, drawn } from "./draw.ts";
import { random } from "./random.ts";

test("draws each thing as often as it weighs, and never one that weighs nothing", () => {
  const weights = new Map([
    ["never", 0],
    ["seldom", 1],
    ["often", 3],
    ["never either", 0],
  ]);
  const chance = random(3, "draw");
  const things = draw([...weights.keys()], (thing) => weights.get(thing) ?? 0);
  const found = Array.from({ length: 8_000 }, () => drawn(things, chance));
  expect(new Set(found)).toEqual(new Set(["seldom", "often"]));
  expect(found.filter((thing) => thing === "often").length / 8_000).toBeCloseTo(0.75, 1);
});

test("refuses to draw where nothing weighs anything", () => {
  expect(() => draw(["a", "b"], () => 0)).toThrow(RangeError);
});
