import fc from "fast-check";
import { expect, test } from "vitest";
import { firstUnsound } from "#kernel/explanation.ts";
import { countyInput } from "./examples/example-county.ts";
import { runOf } from "./examples/example-run.ts";
import { explained, followed, PLACE_PARTS, pctLineAddress, placeAddress, pointsTo } from "./figures.ts";
import { NO_BUDGETS } from "./rules/record/budget-state.ts";

const run = runOf(countyInput(NO_BUDGETS));
const members = (place: string) => run.practices.filter(({ group }) => group?.code === place);

test("the sums over a line are what the PCT's position says, and follow from their inputs", () => {
  for (const { line, devolved, practices, held, unallocated } of run.position.lines) {
    for (const [part, amount] of Object.entries({ devolved, budgets: practices, held, unallocated })) {
      const figure = explained(run, pctLineAddress(line, part as "devolved"), members);
      expect(figure?.value, `${line} ${part}`).toBe(amount);
      expect(figure && firstUnsound(figure), `${line} ${part}`).toBeUndefined();
    }
  }
});

test("the sums over a group are its members' added up", () => {
  for (const [part, { value }] of Object.entries(PLACE_PARTS)) {
    const figure = explained(run, placeAddress("G01", part), members);
    expect(figure?.value, part).toBe(members("G01").reduce((sum, member) => sum + (value(member) ?? 0), 0));
  }
  expect(explained(run, placeAddress("G01", "change"), members)?.value).toBe(
    members("G01").reduce((sum, { budget, lastYear }) => sum + budget - (lastYear ?? 0), 0),
  );
});

test("whatever a sum points to is there, and says the same", () => {
  const addresses = run.position.lines.flatMap(({ line }) => [
    pctLineAddress(line, "budgets"),
    pctLineAddress(line, "unallocated"),
    placeAddress("G01", "line", line),
    ...["devolved", "blocked-back", "last-year"].map((part) => placeAddress("G01", "line", line, part)),
    `practice/X81001/last-year-line/${line}`,
  ]);
  const inputs = addresses.flatMap((address) => explained(run, address, members)?.inputs ?? []);
  expect(inputs.length).toBeGreaterThan(30);
  for (const input of inputs) {
    const address = pointsTo(input);
    if (address !== undefined) expect(followed(run, address, members)?.figure.value, address).toBe(input.value);
  }
});

test("a practice without a budget last year has no change on it", () => {
  expect(explained(run, "practice/X81001/change", members)?.value).toBe(
    run.practices[0] && run.practices[0].budget - 170_000_000,
  );
  expect(explained(run, "practice/X81005/change", members)).toBeUndefined();
});

test("an address that is none has no figure, and nothing breaks", () => {
  const part = fc.constantFrom(
    "pct",
    "place",
    "practice",
    "line",
    "X81001",
    "G01",
    "budget",
    "change",
    "acute",
    "held",
    "",
    "constructor",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const figure = explained(run, parts.join("/"), members);
      expect(figure === undefined || Number.isSafeInteger(figure.value)).toBe(true);
    }),
  );
});
