import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Day, day, daysBetween, daysLater, type Month, month, monthsLater } from "#kernel/period.ts";
import { type Arrival, type Due, type ExpectedLoad, expectedLoads } from "./expected-loads.ts";

// settled ¶arrival-1 to ¶arrival-3.
const SPELL: Due = { dataset: "spell", every: "month", provisional: 42, final: 70 };
const PRESCRIBING: Due = { dataset: "prescribing", every: "month", final: 56 };
const LIST: Due = { dataset: "registered-list", every: "quarter", final: 28 };

const came = (dataset: string, period: string, on: string, status: Arrival["status"] = "final"): Arrival => ({
  ...{ dataset, pct: "5QV", period: period as Month, on: day(on), status, load: `${dataset} of ${period}` },
});
const board = (dues: readonly Due[], arrivals: readonly Arrival[], asOf: string) =>
  expectedLoads(() => dues, arrivals, day(asOf));
const only = (rows: readonly ExpectedLoad[], period: string) => rows.filter((row) => row.period === period);

describe("a month of spells (settled ¶arrival-1)", () => {
  const first = came("spell", "2008-03", "2008-04-20");

  test.each<[string, readonly Arrival[], string, Partial<ExpectedLoad>]>([
    ["is awaited before the provisional file is due", [], "2008-06-11", { state: "awaited", daysLate: 0 }],
    ["is late once it was due", [], "2008-06-12", { state: "late", daysLate: 1 }],
    ["is missing once the final file was due too", [], "2008-07-10", { state: "missing", daysLate: 29 }],
    [
      "is provisional until the final file is due",
      [came("spell", "2008-04", "2008-06-20", "provisional")],
      "2008-07-09",
      { state: "provisional", daysLate: 0 },
    ],
    [
      "is late again where it stays provisional",
      [came("spell", "2008-04", "2008-06-20", "provisional")],
      "2008-07-12",
      { state: "late", daysLate: 3 },
    ],
    [
      "is final when the final file came",
      [came("spell", "2008-04", "2008-07-01")],
      "2008-08-01",
      { state: "final", daysLate: 0, finalOn: day("2008-07-01") },
    ],
    [
      "says that the final file came late",
      [came("spell", "2008-04", "2008-06-20", "provisional"), came("spell", "2008-04", "2008-07-19")],
      "2008-08-01",
      { state: "final", daysLate: 10 },
    ],
    [
      "takes no notice of what came after the day asked for",
      [came("spell", "2008-04", "2008-07-01")],
      "2008-06-30",
      { state: "late" },
    ],
  ])("%s", (_, arrivals, asOf, expected) => {
    const [row, ...others] = only(board([SPELL], [first, ...arrivals], asOf), "2008-04");
    expect(others).toEqual([]);
    expect(row).toMatchObject({ provisionalBy: "2008-06-11", finalBy: "2008-07-09", ...expected });
  });

  test("tells with which load it came first", () => {
    const arrivals = [
      first,
      came("spell", "2008-04", "2008-06-20", "provisional"),
      came("spell", "2008-04", "2008-07-19"),
    ];
    const [row] = only(board([SPELL], arrivals, "2008-08-01"), "2008-04");
    expect(row?.came).toEqual({ on: "2008-06-20", load: "spell of 2008-04" });
  });
});

test("a month of prescribing is final when it comes, whatever it is called (settled ¶arrival-2)", () => {
  const arrivals = [came("prescribing", "2008-04", "2008-06-20", "provisional")];
  const [row] = only(board([PRESCRIBING], arrivals, "2008-06-21"), "2008-04");
  expect(row).toMatchObject({ state: "final", finalBy: "2008-06-25", daysLate: 0 });
  expect(row).not.toHaveProperty("provisionalBy");
});

test("lists are expected each quarter as of its first day (settled ¶arrival-3)", () => {
  const arrivals = [came("registered-list", "2008-04-01", "2008-04-20")];
  const rows = board([LIST], arrivals, "2008-08-01");
  expect(rows.map(({ period, finalBy, state }) => [period, finalBy, state])).toEqual([
    ["2008-07-01", "2008-07-29", "missing"],
    ["2008-04-01", "2008-04-29", "final"],
  ]);
});

test("of a PCT of which nothing came, nothing is expected; of others from the first month on (settled ¶arrival-4)", () => {
  expect(board([SPELL, LIST], [], "2008-08-01")).toEqual([]);
  const rows = board([SPELL, PRESCRIBING], [came("spell", "2008-02", "2008-04-01")], "2008-04-15");
  expect(rows.map(({ dataset, period, state }) => `${dataset} ${period} ${state}`)).toEqual([
    "prescribing 2008-02 awaited",
    "spell 2008-03 awaited",
    "prescribing 2008-03 awaited",
    "spell 2008-02 final",
  ]);
});

test("says what a naive reckoning says", () => {
  const start = month("2008-01");
  const arrival = fc.record({
    at: fc.integer({ min: 0, max: 8 }),
    after: fc.integer({ min: 1, max: 200 }),
    status: fc.constantFrom<Arrival["status"]>("provisional", "final"),
  });
  const property = fc.property(
    fc.array(arrival, { maxLength: 10 }),
    fc.integer({ min: 0, max: 400 }),
    (given, days) => {
      const asOf = daysLater(day("2008-01-01"), days);
      const arrivals = given.map(({ at, after, status }): Arrival => {
        const period = monthsLater(start, at);
        return came("spell", period, daysLater(day(`${monthsLater(period, 1)}-01`), after), status);
      });
      for (const row of board([SPELL], arrivals, asOf)) {
        const end = daysLater(day(`${monthsLater(row.period as Month, 1)}-01`), -1);
        const own = arrivals.filter(({ period, on }) => period === row.period && daysBetween(on, asOf) >= 0);
        expect(row.state).toBe(naive(own, daysBetween(end, asOf)));
      }
    },
  );
  fc.assert(property, { seed: 2008, numRuns: 300 });
});

function naive(own: readonly Arrival[], days: number): ExpectedLoad["state"] {
  if (own.some(({ status }) => status === "final")) return "final";
  if (own.length > 0) return days > 70 ? "late" : "provisional";
  if (days > 70) return "missing";
  return days > 42 ? "late" : "awaited";
}

test("days are counted across the change of clocks and leap years", () => {
  const days = fc.integer({ min: -3000, max: 3000 });
  const from = day("2008-02-28") as Day;
  fc.assert(fc.property(days, (count) => daysBetween(from, daysLater(from, count)) === count));
});
