import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, financialYear } from "#kernel/period.ts";
import { exampleInput, exampleLine, examplePractice, lastYearOf, steadyBaseline } from "../examples/example-input.ts";
import { RULES_2007 } from "../examples/example-rules.ts";
import { runOf, withLines } from "../examples/example-run.ts";
import { refusalWords } from "../refusals.ts";
import { type Balance, balances, type Movement, movementProblems, openingBalances, sumOf } from "./ledger.ts";

const YEAR = financialYear("2007/08");
const practice = (code: string, line: string, amount: number): Balance => ({
  holder: { kind: "practice", code },
  line,
  amount,
});
const pct = (line: string, amount: number): Balance => ({ holder: { kind: "pct", code: "5QX" }, line, amount });
const OPENING = [practice("X81001", "acute", 1000), practice("X81002", "acute", 500), pct("reserve", 300)];

const movement = (entries: readonly Balance[], more: Partial<Movement> = {}): Movement => ({
  id: "m1",
  on: day("2007-07-01"),
  authority: { body: "PBC governance committee", reference: "Minutes of 26 June 2007, item 5" },
  kind: "virement",
  entries,
  ...more,
});
const problems = (asked: Movement, earlier: readonly Movement[] = []) =>
  movementProblems(asked, YEAR, OPENING, earlier);

describe("a movement", () => {
  it.each([
    ["between practices", movement([practice("X81001", "acute", -100), practice("X81002", "acute", 100)])],
    [
      "from the PCT to a line that a practice did not have",
      movement([pct("reserve", -300), practice("X81001", "pilot", 300)]),
    ],
    ["to the last penny", movement([practice("X81002", "acute", -500), pct("reserve", 500)])],
    ["by a list review", movement([pct("reserve", -1), practice("X81001", "acute", 1)], { kind: "list-review" })],
    [
      "of money that comes in, its source named",
      movement([pct("reserve", 50)], {
        kind: "allocation-change",
        source: "Department of Health, letter of 2 May 2007",
      }),
    ],
    [
      "of money that goes out, its source named",
      movement([pct("reserve", -50)], { kind: "allocation-change", source: "East of England SHA" }),
    ],
  ])("is recorded %s", (_, asked) => {
    expect(problems(asked)).toEqual([]);
  });

  const balanced = [practice("X81001", "acute", -100), practice("X81002", "acute", 100)];
  it.each([
    ["movement-outside-year", movement(balanced, { on: day("2008-04-01") })],
    ["movement-outside-year", movement(balanced, { on: day("2007-03-31") })],
    ["movement-without-authority", movement(balanced, { authority: { body: " ", reference: "item 5" } })],
    ["movement-without-authority", movement(balanced, { authority: { body: "Committee", reference: "" } })],
    ["movement-empty", movement([])],
    ["movement-empty", movement([...balanced, pct("reserve", 0)])],
    ["movement-unbalanced", movement([pct("reserve", 1)])],
    ["movement-unbalanced", movement([pct("reserve", 1)], { kind: "correction" })],
    ["allocation-without-source", movement([pct("reserve", 1)], { kind: "allocation-change" })],
    ["allocation-without-change", movement(balanced, { kind: "allocation-change", source: "SHA" })],
    ["account-unknown", movement([practice("X81001", "dental", -1), pct("reserve", 1)])],
    ["account-overdrawn", movement([pct("reserve", -301), practice("X81001", "acute", 301)])],
    ["account-overdrawn", movement([pct("reserve", -200), pct("reserve", -101), practice("X81001", "acute", 301)])],
  ] as const)("is refused for %s", (code, asked) => {
    const refused = problems(asked);
    expect(refused.map((refusal) => refusal.code)).toContain(code);
    expect(refused.map(refusalWords).join()).not.toMatch(/undefined|not stated/);
  });

  it("is refused a second time, and counts what moved before it", () => {
    const first = movement([pct("reserve", -150), practice("X81001", "acute", 150)]);
    expect(problems(first, [first]).map(({ code }) => code)).toEqual(["movement-twice"]);
    const second = movement([pct("reserve", -151), practice("X81001", "acute", 151)], { id: "m2" });
    expect(problems(second, [first])).toEqual([
      { code: "account-overdrawn", facts: { movement: "m2", holder: "5QX", line: "reserve", short: 1 } },
    ]);
  });
});

describe("the ledger", () => {
  it("opens with what a run gave each practice and held, which together are the envelope", () => {
    const group = exampleInput();
    const run = runOf({
      ...group,
      ...withLines(exampleLine("acute", 3_960_000)),
      practices: [
        examplePractice("X81001", { lastYear: lastYearOf(1_300_000) }),
        examplePractice("X81002", { baseline: steadyBaseline(200_000), lastYear: lastYearOf(2_600_000) }),
      ],
      reviews: [
        { practice: "X81002", reviewedOn: day("2007-01-15"), outcome: "move-towards-fair-share", decidedShift: 5_000 },
      ],
      policy: {
        setOn: day("2007-02-20"),
        agreedWithLmcOn: day("2007-02-01"),
        agreedWithPecOn: day("2007-02-13"),
        largestShift: 100,
      },
    });
    const opening = openingBalances(run);
    expect(sumOf(opening)).toBe(run.position.envelope);
    for (const { code, budget } of run.practices) {
      expect(sumOf(opening.filter(({ holder }) => holder.kind === "practice" && holder.code === code))).toBe(budget);
    }
    expect(opening).toContainEqual(practice("X81002", "fair-share-movement", -5_000));
    expect(opening).toContainEqual(pct("fair-share-movement", 5_000));
  });

  it("opens no account for what did not happen", () => {
    const { riskPoolRate: _, ...rules } = RULES_2007;
    const opening = openingBalances(runOf(exampleInput({ rules })));
    expect(opening.filter(({ line }) => ["risk-pool", "fair-share-movement"].includes(line))).toEqual([]);
  });

  it("closes with opening and movements, account by account", () => {
    const moved = [movement([practice("X81001", "acute", -100), practice("X81001", "pilot", 60), pct("reserve", 40)])];
    expect(balances(OPENING, moved)).toEqual([
      { holder: { kind: "pct", code: "5QX" }, line: "reserve", opening: 300, movements: 40, closing: 340 },
      { holder: { kind: "practice", code: "X81001" }, line: "acute", opening: 1000, movements: -100, closing: 900 },
      { holder: { kind: "practice", code: "X81001" }, line: "pilot", opening: 0, movements: 60, closing: 60 },
      { holder: { kind: "practice", code: "X81002" }, line: "acute", opening: 500, movements: 0, closing: 500 },
    ]);
  });

  const anyEntry = fc.record({
    holder: fc.record({ kind: fc.constantFrom("practice", "pct"), code: fc.constantFrom("A", "B") }),
    line: fc.constantFrom("acute", "reserve"),
    amount: fc.integer({ min: -1000, max: 1000 }),
  });
  const anyMovements = fc.array(fc.array(anyEntry, { maxLength: 4 }), { maxLength: 6 });
  const moving = (entries: readonly (readonly Balance[])[]) =>
    entries.map((each, at) => movement(each, { id: `m${at}` }));

  const asAllocation = (each: Movement): Movement => ({ ...each, kind: "allocation-change", source: "SHA" });

  it("adds up for any movements, in any order, and in all", () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 6 }), anyMovements, (opening, entries) => {
        const accounts = balances(opening, moving(entries));
        expect(accounts.filter((account) => account.opening + account.movements !== account.closing)).toEqual([]);
        expect(accounts.reduce((sum, { closing }) => sum + closing, 0)).toBe(sumOf(opening) + sumOf(entries.flat()));
        expect(balances(opening.toReversed(), moving(entries).toReversed())).toEqual(accounts);
      }),
    );
  });

  it("never falls below nought, and changes its total by allocation changes alone, when only what is lawful is recorded", () => {
    fc.assert(
      fc.property(anyMovements, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (entries, allocations) => {
        const asked = moving(entries).map((each, at) => (allocations[at] ? asAllocation(each) : each));
        const recorded: Movement[] = [];
        for (const next of asked) recorded.push(...[next].filter((each) => problems(each, recorded).length === 0));
        const accounts = balances(OPENING, recorded);
        const brought = recorded.filter(({ kind }) => kind === "allocation-change").flatMap((each) => each.entries);
        expect(Math.min(...accounts.map(({ closing }) => closing))).toBeGreaterThanOrEqual(0);
        expect(accounts.reduce((sum, { closing }) => sum + closing, 0)).toBe(1800 + sumOf(brought));
      }),
    );
  });
});
