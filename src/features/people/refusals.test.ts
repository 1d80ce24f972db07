import { expect, test } from "vitest";
import { PERSON_REFUSALS, refusalWords } from "./refusals.ts";

const FACTS = {
  ...{ organisation: "5QX", role: "GP lead", from: "2008-04-01", until: "2008-03-31", since: "2007-04-01" },
  ...{ last: "2008-04-30", yesterday: "2008-05-05" },
};

test.each(PERSON_REFUSALS)("%s is told in whole sentences, with every fact in its place and days in words", (code) => {
  const words = refusalWords({ code, facts: FACTS });
  expect(words).toMatch(/^[A-Z0-9].*\.$/);
  expect(words).not.toMatch(/not stated|undefined|\d{4}-\d{2}-\d{2}/);
});

test("a refusal says what is wrong, and what to do", () => {
  expect(refusalWords({ code: "last-administrator", facts: { organisation: "5QX" } })).toBe(
    "5QX would be without an administrator. Make somebody else administrator there first, with no earlier end.",
  );
});
