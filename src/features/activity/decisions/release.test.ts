import { describe, expect, test } from "vitest";
import { day, month } from "#kernel/period.ts";
import { type ActivityReleased, decideRelease } from "./release.ts";

const released = (release: string, snapshot: string): ActivityReleased => ({
  ...{ release, snapshot, pct: "9A1", profile: "suppressed", content: `${release}00` },
  on: day("2008-05-06"),
  months: { first: month("2007-04"), last: month("2008-03") },
});
const first = released("a", "s1");
const ready = { kind: "ready", released: released("b", "s2") } as const;

describe("a release", () => {
  test("is made of what was prepared with all that was released before", () => {
    expect(decideRelease([first], { snapshot: "s2", after: "a", prepared: ready })).toEqual({
      events: [ready.released],
    });
    expect(decideRelease([], { snapshot: "s2", after: undefined, prepared: ready })).toEqual({
      events: [ready.released],
    });
  });

  test("is refused where another was made meanwhile, which it was not protected with", () => {
    const decision = decideRelease([first], { snapshot: "s2", after: undefined, prepared: ready });
    expect(decision).toEqual({ refused: [{ code: "released-meanwhile" }] });
  });

  test("is refused a second time, since what is published stays as it is", () => {
    const decision = decideRelease([first], { snapshot: "s1", after: "a", prepared: ready });
    expect(decision).toEqual({ refused: [{ code: "already-released", facts: { release: "a", on: "2008-05-06" } }] });
  });

  test("is refused where nothing was counted, or where earlier releases give counts away", () => {
    const nothing = { kind: "nothing counted" } as const;
    const given = { kind: "given away", cells: 2, year: "2007/08" } as const;
    expect(decideRelease([], { snapshot: "s2", after: undefined, prepared: nothing })).toMatchObject({
      refused: [{ code: "nothing-counted" }],
    });
    expect(decideRelease([], { snapshot: "s2", after: undefined, prepared: given })).toMatchObject({
      refused: [{ code: "given-away", facts: { cells: 2, year: "2007/08" } }],
    });
  });
});
