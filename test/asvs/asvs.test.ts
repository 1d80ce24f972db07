import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const STATES = ["met", "partly", "not", "n/a"] as const;

interface Line {
  readonly requirement: string;
  readonly state: string;
  readonly evidence: string;
}

/** The lines of the tables in a text, one a requirement. */
function linesIn(text: string): readonly Line[] {
  return [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
    ([, requirement = "", , state = "", evidence = ""]) => ({ requirement, state, evidence }),
  );
}

/** Files and folders that a piece of evidence names. */
function pathsIn(evidence: string): readonly string[] {
  return [...evidence.matchAll(/`([^` ]+)`/g)]
    .map(([, path = ""]) => path)
    .filter((path) => /^(?:src|test|docs|script|rulebook|\.ci)\/|^[\w.-]+\.(?:md|json|cjs)$/.test(path));
}

/** What is wrong with a line, if anything. */
function faultOf({ requirement, state, evidence }: Line): string | undefined {
  const paths = pathsIn(evidence);
  const missing = paths.filter((path) => !existsSync(path));
  if (!STATES.some((each) => each === state)) return `${requirement} is in no known state: ${state}`;
  if (missing.length > 0) return `${requirement} rests on what is not there: ${missing.join(", ")}`;
  const needsEvidence = state === "met" || state === "partly";
  if (needsEvidence && paths.length === 0) return `${requirement} is said to be ${state} on no evidence`;
  const words = evidence.replaceAll(/`[^`]*`/g, "").replaceAll(/[\s,:]/g, "");
  return state !== "met" && words.length < 10 ? `${requirement} does not say what is wanting` : undefined;
}

const TEXT = readFileSync("docs/asvs.md", "utf8");
const LINES = linesIn(TEXT);

describe("the table of ASVS", () => {
  test("rests on files that are there, and says what is wanting where something is", () => {
    expect(LINES.flatMap((line) => faultOf(line) ?? [])).toEqual([]);
  });

  test("has each requirement once, in order, chapter by chapter from 1 to 14", () => {
    const keys = LINES.map(({ requirement }) => requirement.split(".").map(Number));
    const ordered = keys.toSorted((a, b) => a.reduce((found, part, at) => found || part - (b[at] ?? 0), 0));
    expect(keys).toEqual(ordered);
    expect(new Set(LINES.map(({ requirement }) => requirement)).size).toBe(LINES.length);
    expect([...new Set(keys.map(([chapter]) => chapter))]).toEqual(Array.from({ length: 14 }, (_, at) => at + 1));
    expect(LINES.length).toBeGreaterThan(250);
  });

  test("counts itself rightly", () => {
    const count = (state: string) => LINES.filter((line) => line.state === state).length;
    const [met, partly, not, other] = STATES.map(count);
    expect(TEXT).toContain(`${LINES.length} lines: ${met} met, ${partly} partly, ${not} not, ${other} n/a.`);
  });
});

test("a line on what is not there, on nothing, in no state or without a word of what is wanting is a fault", () => {
  const line = (state: string, evidence: string) => faultOf({ requirement: "1.1.1", state, evidence });
  expect(line("met", "`src/none.ts`")).toMatch("not there");
  expect(line("met", "surely")).toMatch("no evidence");
  expect(line("fine", "`docs/asvs.md`")).toMatch("no known state");
  expect(line("partly", "`docs/asvs.md`")).toMatch("what is wanting");
  expect(line("met", "`docs/asvs.md`")).toBeUndefined();
});
