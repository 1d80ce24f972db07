import { describe, expect, test } from "vitest";
import { type Random, random } from "./random.ts";

const MANY = 40_000;

function manyOf(draw: (chance: Random) => number): readonly number[] {
  const chance = random(7, "many");
  return Array.from({ length: MANY }, () => draw(chance));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** 2));
}

describe("random", () => {
  test("gives the numbers it has always given, so that a county of a seed never changes by accident", () => {
    const chance = random(1, "example");
    expect([chance.next(), chance.next(), chance.next()].map((value) => value.toFixed(9))).toMatchInlineSnapshot(`
      [
        "0.251860970",
        "0.351540843",
        "0.245797321",
      ]
    `);
  });

  test("gives other numbers for another seed or another name", () => {
    const first = random(1, "example").next();
    expect(random(2, "example").next()).not.toBe(first);
    expect(random(1, "other").next()).not.toBe(first);
  });

  test("spreads chance evenly below one", () => {
    const values = manyOf((chance) => chance.next());
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(mean(values)).toBeCloseTo(1 / 2, 2);
    expect(variance(values)).toBeCloseTo(1 / 12, 2);
  });

  test("has a normal distribution of mean nought and variance one", () => {
    const values = manyOf((chance) => chance.normal());
    expect(Math.abs(mean(values))).toBeLessThan(0.02);
    expect(variance(values)).toBeCloseTo(1, 1);
  });

  test.each([0.5, 1.1, 4, 60])("has a gamma of shape %d with a mean of one", (shape) => {
    const values = manyOf((chance) => chance.gamma(shape));
    expect(Math.abs(mean(values) - 1)).toBeLessThan(0.03);
    expect(Math.abs(variance(values) * shape - 1)).toBeLessThan(0.06);
  });

  test.each([0.3, 4, 61.5])("counts as many events as the mean of %d says, and varies as much", (expected) => {
    const values = manyOf((chance) => chance.poisson(expected));
    expect(Math.abs(mean(values) / expected - 1)).toBeLessThan(0.03);
    expect(Math.abs(variance(values) / expected - 1)).toBeLessThan(0.05);
  });

  test("counts nothing where the mean is nought", () => {
    expect(random(1, "example").poisson(0)).toBe(0);
  });
});
