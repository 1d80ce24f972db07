import { describe, expect, it } from "vitest";
import { day } from "#kernel/period.ts";
import { CLOSED_ON, examplePractice } from "../examples/example-input.ts";
import type { PracticeInput } from "./budget-input.ts";
import { standings } from "./standing.ts";

const AS_AT = day("2007-04-01");
const FROM = day("2005-10-01");
const closed = (code: string, successor?: string): PracticeInput =>
  examplePractice(code, { closed: CLOSED_ON, ...(successor !== undefined && { successor }) });

const stand = (...practices: readonly PracticeInput[]) =>
  [...standings(practices, AS_AT, FROM).values()].map(({ practice, kind, hasHistory, predecessors }) => [
    practice.code,
    kind,
    hasHistory,
    predecessors.map(({ code }) => code).join(" "),
  ]);

describe("how a practice stands", () => {
  it.each([
    ["open, with history", [examplePractice("X1")], [["X1", "open", true, ""]]],
    ["opened as the window began", [examplePractice("X1", { opened: FROM })], [["X1", "open", true, ""]]],
    [
      "new, whatever activity it has",
      [examplePractice("X1", { opened: day("2005-10-02") })],
      [["X1", "new", false, ""]],
    ],
    ["open, without activity", [examplePractice("X1", { baseline: [] })], [["X1", "open", false, ""]]],
    ["open to the end of the day it closes", [examplePractice("X1", { closed: AS_AT })], [["X1", "open", true, ""]]],
    ["closed, without successor", [closed("X1")], [["X1", "closed", true, ""]]],
    ["closed, its successor not among these", [closed("X1", "Y9")], [["X1", "closed", true, ""]]],
    ["merged", [closed("X1", "X2"), examplePractice("X2")], [["X2", "open", true, "X1"]]],
    [
      "merged into a new one, which takes the history over",
      [closed("X1", "X2"), examplePractice("X2", { opened: AS_AT, baseline: [] })],
      [["X2", "open", true, "X1"]],
    ],
    [
      "merged twice over",
      [closed("X1", "X2"), closed("X2", "X3"), examplePractice("X3")],
      [["X3", "open", true, "X1 X2"]],
    ],
    [
      "closed, its successors running in a ring",
      [closed("X1", "X2"), closed("X2", "X1")],
      [
        ["X1", "closed", true, ""],
        ["X2", "closed", true, ""],
      ],
    ],
  ])("%s", (_, practices, expected) => {
    expect(stand(...practices)).toEqual(expected);
    expect(stand(...practices.toReversed())).toEqual(expected);
  });
});
