import { describe, expect, it } from "vitest";
import { isRefused } from "#kernel/decision.ts";
import { day, financialYear } from "#kernel/period.ts";
import { type BudgetCommand, decide } from "./decisions.ts";
import { EXAMPLE_LINES, exampleInput, exampleLine } from "./examples/example-input.ts";
import { RULES_2007 } from "./examples/example-rules.ts";
import { runOf } from "./examples/example-run.ts";
import { refusalWords } from "./refusals.ts";
import type { Envelope } from "./rules/envelope.ts";
import { type Movement, openingBalances } from "./rules/ledger.ts";
import type { BudgetEvent, DraftMade, ReviewRecorded } from "./rules/record/budget-events.ts";
import { type BudgetState, budgetStream, evolve, NO_BUDGETS, stateAfter } from "./rules/record/budget-state.ts";
import { draftSummary } from "./rules/record/draft-summary.ts";

const ENVELOPE: Envelope = { pct: "5QX", year: financialYear("2007/08"), lines: EXAMPLE_LINES };
const RUN = runOf(exampleInput());
const HASH = "a".repeat(64);
const ON = day("2007-04-20");
const AGREED = {
  setOn: day("2007-02-20"),
  agreedWithLmcOn: day("2007-02-01"),
  agreedWithPecOn: day("2007-02-20"),
  largestShift: 100,
};

const REVIEW: ReviewRecorded = {
  practice: "X81001",
  reviewedOn: day("2007-01-15"),
  outcome: "move-towards-fair-share",
  decidedShift: 50_000,
  measures: [
    { kind: "prevalence", measure: "Diabetes", practice: 38_000, peers: 41_000 },
    { kind: "use", measure: "Emergency admissions per head", practice: 112_000, peers: 91_000 },
  ],
  spoke: ["GP lead", "public health"],
};
const DRAFT: DraftMade = {
  id: "d1",
  on: ON,
  basis: { envelope: 1, policy: 0, reviews: 0 },
  fingerprints: { activity: HASH },
  rules: RULES_2007,
  resultHash: HASH,
  summary: draftSummary(RUN),
};
const MOVEMENT: Movement = {
  id: "m1",
  on: day("2007-07-01"),
  authority: { body: "PBC governance committee", reference: "26 June 2007, item 5" },
  kind: "virement",
  entries: [
    { holder: { kind: "practice", code: "X81001" }, line: "acute", amount: -100 },
    { holder: { kind: "practice", code: "X81002" }, line: "acute", amount: 100 },
  ],
};

const stating = (more: Partial<Envelope> = {}, confirmed: readonly string[] = []): BudgetCommand => ({
  kind: "state-envelope",
  on: ON,
  envelope: { ...ENVELOPE, ...more },
  confirmed,
  rules: RULES_2007,
});
const policy = (more: object = {}): BudgetCommand => ({
  kind: "set-fair-share-policy",
  policy: { ...AGREED, ...more },
  largestShift: RULES_2007.largestShift,
});
const reviewing = (more: Partial<ReviewRecorded> = {}): BudgetCommand => ({
  kind: "record-utilisation-review",
  review: { ...REVIEW, ...more },
});
const drafting = (more: Partial<DraftMade> = {}): BudgetCommand => ({
  kind: "make-draft",
  draft: { ...DRAFT, ...more },
});
const issuing = (more: object = {}): BudgetCommand => ({
  kind: "issue-draft",
  draft: "d1",
  on: ON,
  inForceFrom: day("2007-04-01"),
  rules: RULES_2007,
  ...more,
});
const moving = (more: Partial<Movement> = {}, resultHash = HASH): BudgetCommand => ({
  kind: "record-movement",
  movement: { ...MOVEMENT, ...more },
  opening: { resultHash, balances: openingBalances(RUN) },
});

/** The state after commands that are all accepted. */
const stateFrom = (...commands: readonly BudgetCommand[]): BudgetState =>
  commands.reduce((state, command) => {
    const decision = decide(state, command);
    if (isRefused(decision)) throw new Error(decision.refused.map(refusalWords).join(" "));
    return decision.events.reduce(evolve, state);
  }, NO_BUDGETS);

const codes = (state: BudgetState, command: BudgetCommand): readonly string[] => {
  const decision = decide(state, command);
  if (!isRefused(decision)) return [];
  const unsaid = decision.refused.map(refusalWords).filter((words) => /undefined|not stated|NaN/.test(words));
  if (unsaid.length > 0) throw new Error(`Words with gaps: ${unsaid.join(" ")}`);
  return decision.refused.map(({ code }) => code);
};

describe("stating the envelope", () => {
  it("is recorded, and counts how often", () => {
    expect(stateFrom(stating(), stating())).toMatchObject({ envelope: ENVELOPE, revisions: { envelope: 2 } });
  });

  it("is refused with the rule named for a line that clears a deficit (003 ¶A1-22)", () => {
    const line = exampleLine("x", 1, { service: "other", method: { kind: "per-head" }, purpose: "deficit-recovery" });
    const decision = decide(NO_BUDGETS, stating({ lines: [...EXAMPLE_LINES, line] }));
    const words = isRefused(decision) ? decision.refused.map(refusalWords) : [];
    expect(words).toEqual([
      "The line x takes money from budgets to clear a deficit, which national guidance rules out. Take it out of the envelope. Rule: budget.no-deficit-top-slice.",
    ]);
  });

  it("asks about a label that speaks of savings, until it is confirmed", () => {
    const line = exampleLine("x", 1, { label: "Savings scheme", service: "other", method: { kind: "per-head" } });
    const lines = [...EXAMPLE_LINES, line];
    expect(codes(NO_BUDGETS, stating({ lines }))).toEqual(["label-questioned"]);
    expect(codes(NO_BUDGETS, stating({ lines }, ["x"]))).toEqual([]);
  });

  it("stays with its PCT and year", () => {
    expect(codes(stateFrom(stating()), stating({ year: financialYear("2008/09") }))).toEqual(["another-year"]);
    expect(codes(stateFrom(stating()), stating({ pct: "5QY" }))).toEqual(["another-year"]);
  });
});

describe("setting the fair-share policy (003 ¶2.2.4-3)", () => {
  it("is recorded once the LMC and the PEC have agreed", () => {
    expect(stateFrom(policy())).toMatchObject({ policy: AGREED, revisions: { policy: 1 } });
  });

  it.each([
    [["policy-without-lmc"], { agreedWithLmcOn: undefined }],
    [["policy-without-pec"], { agreedWithPecOn: undefined }],
    [["agreement-after-policy"], { agreedWithPecOn: day("2007-02-21") }],
    [["policy-beyond-rule"], { largestShift: 101 }],
    [["policy-rate"], { largestShift: -1 }],
    [["policy-rate"], { largestShift: 0.5 }],
  ])("is refused for %j", (expected, more) => {
    expect(codes(NO_BUDGETS, policy(more))).toEqual(expected);
  });
});

describe("recording a utilisation review (003 ¶A1-15)", () => {
  it("keeps the latest of each practice", () => {
    const state = stateFrom(
      reviewing(),
      reviewing({ decidedShift: 7, noteHash: HASH }),
      reviewing({ practice: "X81002" }),
    );
    expect([...state.reviews].map(([code, { decidedShift }]) => [code, decidedShift])).toEqual([
      ["X81001", 7],
      ["X81002", 50_000],
    ]);
    expect(state.revisions.reviews).toBe(3);
  });

  it.each([
    [["review-without-prevalence"], { measures: REVIEW.measures.slice(1) }],
    [["review-without-use"], { measures: REVIEW.measures.slice(0, 1) }],
    [["review-without-both-sides"], { spoke: ["GP lead"] }],
    [["review-without-both-sides"], { spoke: ["public health"] }],
    [["review-without-both-sides"], { spoke: ["GP lead", "public health", "Somebody by name"] }],
    [["review-shift"], { decidedShift: -1 }],
    [["review-shift"], { decidedShift: 0.5 }],
    [["review-shift-without-move"], { outcome: "explained-by-need" as const }],
    [["review-note"], { noteHash: "They told us all about it" }],
  ])("is refused for %j", (expected, more) => {
    expect(codes(NO_BUDGETS, reviewing(more))).toEqual(expected);
  });
});

describe("making a draft", () => {
  it("is recorded with what it was made from, and again changes nothing", () => {
    const state = stateFrom(stating(), drafting());
    expect(state.drafts.get("d1")).toEqual(DRAFT);
    expect(decide(state, drafting())).toEqual({ events: [] });
  });

  it.each([
    [["draft-id-taken"], { resultHash: "b".repeat(64) }],
    [["draft-id-taken", "basis-changed"], { basis: { envelope: 2, policy: 0, reviews: 0 } }],
    [["basis-changed"], { id: "d2", basis: { envelope: 1, policy: 1, reviews: 0 } }],
    [["basis-changed"], { id: "d2", basis: { envelope: 1, policy: 0, reviews: 1 } }],
    [["no-fingerprints"], { id: "d2", fingerprints: {} }],
    [["other-envelope"], { id: "d2", summary: { ...DRAFT.summary, envelope: 1 } }],
  ])("is refused for %j", (expected, more) => {
    expect(codes(stateFrom(stating(), drafting()), drafting(more))).toEqual(expected);
  });

  it("needs an envelope", () => {
    expect(codes(NO_BUDGETS, drafting())).toEqual(["no-envelope"]);
  });
});

describe("issuing a draft", () => {
  const drafted = stateFrom(stating(), drafting());
  const next = drafting({ id: "d2", resultHash: "b".repeat(64) });

  it("freezes it under the next number, in force from a day", () => {
    const state = stateFrom(
      stating(),
      drafting(),
      issuing(),
      next,
      issuing({ draft: "d2", inForceFrom: day("2007-10-01") }),
    );
    expect(state.issued.map(({ draft, version, inForceFrom }) => [draft, version, inForceFrom])).toEqual([
      ["d1", 1, "2007-04-01"],
      ["d2", 2, "2007-10-01"],
    ]);
  });

  it("is refused for a draft that is unknown, issued already or out of date", () => {
    expect(codes(drafted, issuing({ draft: "d9" }))).toEqual(["draft-unknown"]);
    expect(codes(stateFrom(stating(), drafting(), issuing()), issuing())).toEqual(["draft-issued-already"]);
    expect(codes(stateFrom(stating(), drafting(), stating()), issuing())).toEqual(["draft-out-of-date"]);
  });

  it.each([
    ["money is left over", { unallocated: 1 }],
    ["budgets and held parts miss the envelope", { budgets: DRAFT.summary.budgets - 1 }],
    ["a line does not add up", { unbalancedLines: ["acute"] }],
  ])("is refused where %s", (_, more) => {
    const state = stateFrom(stating(), drafting({ summary: { ...DRAFT.summary, ...more } }));
    expect(codes(state, issuing())).toEqual(["draft-not-conserved"]);
  });

  it("is refused where the record has no envelope for it", () => {
    const state = stateAfter([{ type: "draft-made", data: DRAFT }]);
    expect(codes(state, issuing())).toEqual(["no-envelope"]);
  });

  it("is refused outside the year, or before the version in force", () => {
    expect(codes(drafted, issuing({ inForceFrom: day("2008-04-01") }))).toEqual(["in-force-outside-year"]);
    const second = stateFrom(stating(), drafting(), issuing({ inForceFrom: day("2007-07-01") }), next);
    expect(codes(second, issuing({ draft: "d2", inForceFrom: day("2007-06-30") }))).toEqual(["in-force-before-last"]);
  });

  it("is refused where the rules of the day refuse the envelope", () => {
    const minimumScope = { ...RULES_2007.minimumScope, value: ["maternity"] as const };
    expect(codes(drafted, issuing({ rules: { ...RULES_2007, minimumScope } }))).toEqual(["scope-missing"]);
  });

  const moved = (shifts: DraftMade["summary"]["shifts"], basis: DraftMade["basis"]) =>
    drafting({ basis, summary: { ...DRAFT.summary, shifts } });
  it.each([
    [
      "a movement rests on no review",
      ["shift-without-review"],
      [policy()],
      50_000,
      { envelope: 1, policy: 1, reviews: 0 },
    ],
    [
      "a movement rests on no policy, for which its review waits",
      ["shift-without-policy", "review-waits-for-policy"],
      [reviewing()],
      -50_000,
      { envelope: 1, policy: 0, reviews: 1 },
    ],
    [
      "a movement is more than the review decided",
      ["shift-beyond-review"],
      [policy(), reviewing()],
      -50_001,
      { envelope: 1, policy: 1, reviews: 1 },
    ],
  ] as const)("is refused where %s", (_, expected, before, amount, basis) => {
    const state = stateFrom(stating(), ...before, moved([{ practice: "X81001", amount }], basis));
    expect(codes(state, issuing())).toEqual(expected);
  });

  it("is allowed movements that rest on both", () => {
    const basis = { envelope: 1, policy: 1, reviews: 1 };
    const state = stateFrom(
      stating(),
      policy(),
      reviewing(),
      moved([{ practice: "X81001", amount: -50_000 }], basis),
      issuing(),
    );
    expect(state.issued).toHaveLength(1);
  });

  it("waits for a policy where a review decided a movement, even if nothing moved yet", () => {
    const basis = { envelope: 1, policy: 0, reviews: 1 };
    expect(codes(stateFrom(stating(), reviewing(), drafting({ basis })), issuing())).toEqual([
      "review-waits-for-policy",
    ]);
    const explained = reviewing({ outcome: "explained-by-need", decidedShift: 0 });
    expect(codes(stateFrom(stating(), explained, drafting({ basis })), issuing())).toEqual([]);
  });

  it("asks what becomes of movements recorded under the version before", () => {
    const before = [stating(), drafting(), issuing(), moving(), next];
    expect(codes(stateFrom(...before), issuing({ draft: "d2" }))).toEqual(["earlier-movements-open"]);
    const carried = stateFrom(...before, issuing({ draft: "d2", earlierMovements: "carried" }));
    expect(carried.movements).toEqual([MOVEMENT]);
    expect(stateFrom(...before, issuing({ draft: "d2", earlierMovements: "taken-in" })).movements).toEqual([]);
  });
});

describe("recording a movement", () => {
  const issued = stateFrom(stating(), drafting(), issuing());

  it("is recorded on top of the version in force", () => {
    expect(stateFrom(stating(), drafting(), issuing(), moving()).movements).toEqual([MOVEMENT]);
  });

  it("is refused before anything is issued, and on the accounts of another version", () => {
    expect(codes(stateFrom(stating(), drafting()), moving())).toEqual(["nothing-issued"]);
    expect(codes(issued, moving({}, "b".repeat(64)))).toEqual(["other-version"]);
  });

  it("is refused where the ledger refuses it", () => {
    expect(codes(issued, moving({ entries: MOVEMENT.entries.slice(1) }))).toEqual(["movement-unbalanced"]);
  });
});

describe("the state", () => {
  it("is the same however often the record is replayed, and has a stream of its own", () => {
    const events: readonly BudgetEvent[] = [
      { type: "envelope-stated", data: { on: ON, envelope: ENVELOPE, confirmed: [] } },
      { type: "fair-share-policy-set", data: AGREED },
      { type: "utilisation-review-recorded", data: REVIEW },
      { type: "draft-made", data: DRAFT },
      { type: "draft-issued", data: { draft: "d1", version: 1, on: ON, inForceFrom: ON, resultHash: HASH } },
      { type: "movement-recorded", data: MOVEMENT },
    ];
    const replayed = stateAfter(JSON.parse(JSON.stringify(events)));
    expect(replayed).toEqual(stateAfter(events));
    expect(replayed.revisions).toEqual({ envelope: 1, policy: 1, reviews: 1 });
    expect(budgetStream(ENVELOPE)).toBe("budget/5QX/2007-08");
  });
});

describe("a draft's summary", () => {
  it("says what issuing depends on", () => {
    expect(draftSummary(RUN)).toEqual({
      envelope: 635_000_000,
      budgets: 547_485_000,
      held: 87_515_000,
      unallocated: 0,
      practices: 2,
      unbalancedLines: [],
      shifts: [],
    });
    const [one, ...others] = RUN.practices;
    const [line, ...lines] = RUN.position.lines;
    if (one === undefined || line === undefined) throw new Error("A run has practices and lines");
    const odd = {
      ...RUN,
      practices: [{ ...one, movement: -5 }, ...others],
      position: { ...RUN.position, lines: [{ ...line, unallocated: 1 }, ...lines] },
    };
    expect(draftSummary(odd)).toMatchObject({
      unbalancedLines: ["acute"],
      shifts: [{ practice: "X81001", amount: -5 }],
    });
  });
});
