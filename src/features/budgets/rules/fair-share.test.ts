import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Explanation, given } from "#kernel/explanation.ts";
import { RULES_2007 } from "../examples/example-rules.ts";
import { bandAround, distanceFrom, fairShares, isTested, sideOf, stateOf } from "./fair-share.ts";

const pence = (id: string, amount: number): Explanation => given({ id, label: id }, "pence", amount);
const weight = (value: number): Explanation => given({ id: "weight", label: "Weight" }, "millionths", value);
const bandOf = (fair: number) => bandAround(pence("fair-share", fair), RULES_2007.fairShareTolerance);

describe("the band around a fair share", () => {
  // 003 ¶A1-13 and settled ¶fair-shares-2: within 10% either way, and exactly 10% is inside.
  it.each([
    [100_000, 110_000, "inside", 1000],
    [100_000, 110_001, "over", 1000],
    [100_000, 90_000, "inside", -1000],
    [100_000, 89_999, "under", -1000],
    [100_000, 100_000, "inside", 0],
    // domain example: £5,000k against a fair share of £4,200k is 19.0% above; the near edge is £4,620k.
    [420_000_000, 500_000_000, "over", 1905],
    [420_000_000, 462_000_000, "inside", 1000],
  ])("of %i holds %i: %s", (fair, budget, side, distance) => {
    expect(sideOf(budget, bandOf(fair))).toBe(side);
    expect(distanceFrom(pence("budget", budget), pence("fair-share", fair)).value).toBe(distance);
  });

  it("never puts a budget outside that is less than a tenth away", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 12 }), fc.integer({ min: -1000, max: 1000 }), (fair, away) => {
        const budget = Math.trunc(fair + (fair * away) / 10_000);
        const near = Math.abs(budget - fair) * 10 <= fair;
        if (near) expect(sideOf(budget, bandOf(fair))).toBe("inside");
        else expect(Math.abs(budget - fair) * 10).toBeGreaterThan(fair);
      }),
    );
  });
});

describe("the state of a practice", () => {
  it.each([
    ["inside", false, false, "inside"],
    ["inside", true, true, "inside"],
    ["over", false, false, "review-needed"],
    ["under", false, true, "review-needed"],
    ["over", true, false, "policy-missing"],
    ["under", true, true, "reviewed"],
  ] as const)("%s, review %s, policy %s: %s", (side, review, policy, state) => {
    expect(stateOf(side, review, policy)).toBe(state);
  });
});

describe("fair shares", () => {
  it("are summed over components, each shared by its own weights, and add up to the totals", () => {
    const weights = {
      acute: new Map([
        ["X1", weight(3)],
        ["X2", weight(1)],
      ]),
      community: new Map([["X2", weight(5)]]),
    };
    const totals = [
      { component: "acute", figure: pence("acute", 401), address: "pct/acute" },
      { component: "community", figure: pence("community", 60), address: "pct/community" },
    ] as const;
    const fair = fairShares({ id: "fair-share", label: "Fair share" }, totals, (component) =>
      component === "acute" ? weights.acute : weights.community,
    );
    expect([...fair].map(([code, { value }]) => [code, value])).toEqual([
      ["X1", 301],
      ["X2", 160],
    ]);
  });

  it("leave prescribing out even where the rule does not", () => {
    const rules = { fairShareExcludes: { ...RULES_2007.fairShareExcludes, value: ["other"] as const } };
    expect(["acute", "other", "prescribing"].map((service) => isTested(service as "acute", rules))).toEqual([
      true,
      false,
      false,
    ]);
  });
});
