import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRefused } from "#kernel/decision.ts";
import { type Day, day, daysLater } from "#kernel/period.ts";
import { decide, type InterestCommand } from "./decisions.ts";
import { INTEREST_REFUSALS, refusalWords } from "./refusals.ts";
import { confirmationDue, isPublished, monthsAfter } from "./rules/confirmation.ts";
import { type Interest, REDACTION_REASONS, stands } from "./rules/interest.ts";
import type { InterestEvent } from "./rules/interest-events.ts";
import { type InterestState, stateAfter } from "./rules/interest-state.ts";
import { barsOn, DECIDING_PERMISSIONS } from "./rules/standing-bar.ts";

const TODAY = day("2008-05-06");
const interest = (more: Partial<Interest> = {}): Interest => ({
  ...{ id: "i1", kind: "financial", party: { kind: "organisation", code: "X81001" } },
  ...{ what: "hash", from: day("2007-04-01") },
  ...more,
});
const gift = { id: "g1", kind: "gift", what: "w", giver: "g", why: "y", answer: "declined", on: TODAY } as const;
const as = [{ role: "PCT director", organisation: "5QX" }];

function stateFrom(...commands: readonly InterestCommand[]): InterestState {
  const events: InterestEvent[] = [];
  for (const command of commands) {
    const decision = decide(stateAfter(events), command);
    if (isRefused(decision)) throw new Error(decision.refused.map(refusalWords).join(" "));
    events.push(...decision.events);
  }
  return stateAfter(events);
}

const codes = (state: InterestState, command: InterestCommand) => {
  const decision = decide(state, command);
  return isRefused(decision) ? decision.refused.map(({ code }) => code) : [];
};

const declared = stateFrom({ kind: "declare-interest", interest: interest(), on: TODAY, as });
const nothing = stateFrom();
const redact = { item: "i1", field: "what", owner: "kim", by: "sam", on: TODAY } as const;

describe("a declaration", () => {
  test.each<readonly [string, InterestState, InterestCommand, string]>([
    [
      "under a name that is taken",
      declared,
      { kind: "declare-interest", interest: interest(), on: TODAY, as },
      "id-taken",
    ],
    [
      "that ends before it begins",
      nothing,
      { kind: "declare-interest", interest: interest({ until: day("2007-03-31") }), on: TODAY, as },
      "ends-before-it-begins",
    ],
    ["that nobody made", nothing, { kind: "amend-interest", interest: interest(), on: TODAY }, "interest-unknown"],
    [
      "of an end to come",
      declared,
      { kind: "end-interest", id: "i1", last: daysLater(TODAY, 1), on: TODAY },
      "ended-in-future",
    ],
    [
      "of a gift to come",
      nothing,
      { kind: "declare-gift", gift: { ...gift, on: daysLater(TODAY, 1) }, on: TODAY, as },
      "gift-in-future",
    ],
    [
      "of half a penny",
      nothing,
      { kind: "declare-gift", gift: { ...gift, pence: 0.5 }, on: TODAY, as },
      "value-not-pence",
    ],
    [
      "of nothing while something stands",
      declared,
      { kind: "confirm-declarations", nothing: true, on: TODAY, as },
      "nothing-while-standing",
    ],
    [
      "that nothing holds still",
      nothing,
      { kind: "confirm-declarations", nothing: false, on: TODAY, as },
      "nothing-to-confirm",
    ],
    [
      "redacted by its owner",
      declared,
      { kind: "redact-field", reason: "safety", ...redact, by: "kim" },
      "redaction-of-own",
    ],
    [
      "redacted in a field it lacks",
      declared,
      { kind: "redact-field", reason: "safety", ...redact, field: "giver" },
      "field-unknown",
    ],
    [
      "redacted that is not there",
      nothing,
      { kind: "redact-field", reason: "safety", ...redact },
      "declaration-unknown",
    ],
    ["that is not redacted and is lifted", declared, { kind: "lift-redaction", ...redact }, "not-redacted"],
  ])("%s is refused, in words", (_, state, command, code) => {
    expect(codes(state, command)).toContain(code);
    const decision = decide(state, command);
    if (isRefused(decision)) for (const each of decision.refused) expect(refusalWords(each)).toMatch(/^[A-Z0-9].+\.$/);
  });

  test("that is over is not amended or ended again, and then nothing is what there is to declare", () => {
    const last = daysLater(TODAY, -1);
    const ended = stateFrom(
      { kind: "declare-interest", interest: interest(), on: TODAY, as },
      { kind: "end-interest", id: "i1", last, on: TODAY },
    );
    expect(codes(ended, { kind: "amend-interest", interest: interest(), on: TODAY })).toEqual(["interest-over"]);
    expect(codes(ended, { kind: "end-interest", id: "i1", last, on: TODAY })).toEqual(["interest-over"]);
    expect(codes(ended, { kind: "confirm-declarations", nothing: true, on: TODAY, as })).toEqual([]);
  });

  test("redacted is so once, and no more when that is lifted", () => {
    const redacted = stateFrom(
      { kind: "declare-interest", interest: interest(), on: TODAY, as },
      { kind: "redact-field", reason: "safety", ...redact },
    );
    expect(codes(redacted, { kind: "redact-field", reason: "safety", ...redact })).toEqual(["redacted-already"]);
    const [event] = (decide(redacted, { kind: "lift-redaction", ...redact }) as { events: InterestEvent[] }).events;
    expect(event?.type).toBe("redaction-lifted");
  });

  test("refused has words for every code", () => {
    expect(INTEREST_REFUSALS.map((code) => refusalWords({ code })).every((words) => words.endsWith("."))).toBe(true);
  });
});

const days = fc.integer({ min: 0, max: 60 }).map((count) => daysLater(day("2008-01-01"), count));
const someInterest = fc.record({
  id: fc.constantFrom("a", "b", "c"),
  code: fc.constantFrom("X81001", "X81002", undefined),
  from: days,
  length: fc.option(fc.integer({ min: -1, max: 40 }), { nil: undefined }),
});
type Some = typeof someInterest extends fc.Arbitrary<infer T> ? T : never;
const built = ({ id, code, from, length }: Some): Interest => ({
  ...interest({ id, from, party: code === undefined ? { kind: "other", name: "n" } : { kind: "organisation", code } }),
  ...(length !== undefined && { until: daysLater(from, length) }),
});

test("whatever is decided, an interest ends no earlier than it began, and nobody redacts their own", () => {
  const command = fc.oneof(
    fc
      .record({ some: someInterest, on: days })
      .map(({ some, on }): InterestCommand => ({ kind: "declare-interest", interest: built(some), on, as })),
    fc
      .record({ some: someInterest, on: days })
      .map(({ some, on }): InterestCommand => ({ kind: "amend-interest", interest: built(some), on })),
    fc
      .record({ id: fc.constantFrom("a", "b"), last: days, on: days })
      .map((end): InterestCommand => ({ kind: "end-interest", ...end })),
    fc
      .record({
        item: fc.constantFrom("a", "b"),
        by: fc.constantFrom("kim", "sam"),
        reason: fc.constantFrom(...REDACTION_REASONS),
        on: days,
      })
      .map((of): InterestCommand => ({ kind: "redact-field", field: "what", owner: "kim", ...of })),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      let events: readonly InterestEvent[] = [];
      for (const each of commands) {
        const decision = decide(stateAfter(events), each);
        if (!isRefused(decision)) {
          expect(each.kind === "redact-field" && each.by === each.owner).toBe(false);
          events = [...events, ...decision.events];
        }
      }
      for (const { from, until } of stateAfter(events).interests.values())
        expect(until === undefined || from <= until).toBe(true);
    }),
  );
});

test("a bar holds on exactly the days on which an interest in the organisation stands", () => {
  fc.assert(
    fc.property(fc.array(someInterest.map(built), { maxLength: 5 }), days, (interests, on) => {
      const barred = barsOn(interests, on).map(({ organisation }) => organisation);
      for (const code of ["X81001", "X81002"]) {
        const isHeld = interests.some(
          (each) => each.party.kind === "organisation" && each.party.code === code && stands(each, on),
        );
        expect(barred.filter((each) => each === code)).toHaveLength(isHeld ? 1 : 0);
      }
      for (const bar of barsOn(interests, on)) expect(bar.permissions).toEqual(DECIDING_PERMISSIONS);
    }),
  );
});

describe("months", () => {
  test.each([
    ["2008-02-29", 12, "2009-02-28"],
    ["2007-02-28", 12, "2008-02-28"],
    ["2008-01-31", 1, "2008-02-29"],
    ["2008-12-15", 1, "2009-01-15"],
    ["1999-11-30", 3, "2000-02-29"],
  ])("after %s, %i of them, it is %s", (from, count, to) => {
    expect(monthsAfter(day(from), count)).toBe(to);
  });

  test("confirming is due at once, and then on the day and not the day before", () => {
    expect(confirmationDue(undefined, 12, TODAY)).toEqual({ since: TODAY });
    expect(confirmationDue(day("2007-05-06"), 12, TODAY)).toEqual({ since: TODAY });
    expect(confirmationDue(day("2007-05-07"), 12, TODAY)).toEqual({});
  });

  test("what is over is published to the last day of its time", () => {
    const over = day("2007-05-06") as Day;
    expect([
      isPublished(undefined, 12, TODAY),
      isPublished(over, 12, TODAY),
      isPublished(over, 12, daysLater(TODAY, 1)),
    ]).toEqual([true, true, false]);
  });
});
