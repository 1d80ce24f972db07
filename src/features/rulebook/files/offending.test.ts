import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ProblemCode, problemText } from "../rules/problem.ts";
import { loadRulebook, loadSources, problemsOf } from "./folders.ts";

const sources = "docs/sources";
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rulebook-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Writes files into a rulebook folder of its own and says what is wrong with it beside the shipped one. */
function problemsWith(files: Readonly<Record<string, string>>) {
  const own = mkdtempSync(join(folder, "case-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(own, name)), { recursive: true });
    writeFileSync(join(own, name), text);
  }
  return problemsOf(["rulebook", own], [sources]);
}

const PLACE = "name: South\nkind: pct\nwithin: hertfordshire\n";
const value = (more: string) => `- rule: fair-share.largest-shift\n  ${more.replaceAll("\n", "\n  ")}\n`;
const SOUND = "value: 50\nfrom: 2008-04-01\nsource: 003 ¶A1-16";

describe("a value that breaks a rule is refused with its file, line, rule and what to do", () => {
  const cases: readonly (readonly [ProblemCode, number, string, string])[] = [
    ["source-missing", 1, "no source has 003 ¶A1-99", value(SOUND.replace("16", "99"))],
    ["entry-wrong", 1, "source: Invalid input", value("value: 50\nfrom: 2008-04-01")],
    ["entry-wrong", 4, "is not a citation", value("value: 50\nfrom: 2008-04-01\nsource: seed 3")],
    ["entry-wrong", 1, 'Unrecognized key: "untill"', value(`${SOUND}\nuntill: 2009-03-31`)],
    ["entry-wrong", 3, "is not a day like 2007-04-01", value("value: 50\nfrom: 2008-02-30\nsource: 003 ¶A1-16")],
    ["value-missing", 1, "neither a value nor a range", value("from: 2008-04-01\nsource: 003 ¶A1-16")],
    ["value-wrong", 1, "expected number", value(SOUND.replace("50", '"50"'))],
    ["value-wrong", 1, "expected int", value(SOUND.replace("50", "0.5"))],
    ["dates-wrong", 1, "ends on 2008-03-31", value(`${SOUND}\nuntil: 2008-03-31`)],
    ["overlap", 6, "holds too", `${value(SOUND)}\n${value(SOUND.replace("04-01", "10-01"))}`],
    [
      "out-of-range",
      1,
      "101 of south is not allowed: from 2007-04-01 england allows 0% to 1%",
      value(SOUND.replace("50", "101")),
    ],
    ["narrower-wrong", 1, '"including" does not suit', value(`${SOUND}\nnarrower: { including: [1] }`)],
    ["entry-wrong", 5, "narrower", value(`${SOUND}\nnarrower: { least: 9, greatest: 1 }`)],
    ["rule-unknown", 1, 'no rule "fair-share.biggest-shift"', value(SOUND).replace("largest", "biggest")],
    ["not-a-list", 1, "not a list", "fair-share.largest-shift: 50\n"],
    ["yaml-broken", 2, "", "- rule: [a\n  value: 1\n"],
  ];

  test.each(cases)("%s at line %i: %s", (code, line, words, text) => {
    const [problem, ...others] = problemsWith({ "south/place.yaml": PLACE, "south/own.yaml": text });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code, line, file: expect.stringMatching(/south\/own\.yaml$/) });
    expect(problem?.what).toContain(words);
    expect(problem?.todo).toMatch(/^[A-Z].*\.$/);
  });

  test("a fixed rule takes the wider value only, in a list whatever is added must keep what the wider place demands", () => {
    const text = [
      "- rule: budget.no-deficit-top-slice\n  value: false\n  from: 2008-04-01\n  source: 003 ¶A1-22\n",
      "- rule: budget.minimum-scope\n  value: [acute]\n  from: 2008-04-01\n  source: 003 ¶A1-11\n",
    ].join("");
    const problems = problemsWith({ "south/place.yaml": PLACE, "south/own.yaml": text });
    expect(problems.map(({ code, rule }) => [code, rule])).toEqual([
      ["out-of-range", "budget.no-deficit-top-slice"],
      ["out-of-range", "budget.minimum-scope"],
    ]);
    expect(problems.map(problemText)[0]).toMatch(
      /own\.yaml:1: budget\.no-deficit-top-slice: false of south is not allowed/,
    );
  });

  test("a place's own value keeps to its own limit, and a limit alone may not leave a wider value outside it", () => {
    const own = value(`${SOUND}\nnarrower: { least: 60 }`);
    expect(problemsWith({ "south/place.yaml": PLACE, "south/own.yaml": own })).toMatchObject([
      { code: "out-of-range", line: 1, what: expect.stringContaining("50 is not allowed") },
    ]);
    const alone = value("from: 2008-04-01\nsource: 003 ¶A1-16\nnarrower: { greatest: 60 }");
    expect(problemsWith({ "south/place.yaml": PLACE, "south/own.yaml": alone })).toMatchObject([
      { code: "out-of-range", line: 1, what: expect.stringContaining("100 of england is not allowed") },
    ]);
  });

  test("a value outside the limit on its last days only is refused all the same", () => {
    const risk = (from: string) =>
      `- rule: risk-pool.contribution\n  value: 600\n  from: ${from}\n  source: 003 ¶3-3\n`;
    const files = (from: string) => ({ "south/place.yaml": PLACE, "south/own.yaml": risk(from) });
    expect(problemsWith(files("2006-04-01")).map(({ code }) => code)).toEqual(["out-of-range"]);
    expect(problemsWith(files("2006-04-01\n  until: 2007-03-31"))).toEqual([]);
  });
});

describe("places that do not nest are refused", () => {
  test.each<[ProblemCode, Readonly<Record<string, string>>]>([
    ["place-missing", { "south/own.yaml": "[]\n" }],
    ["place-wrong", { "south/place.yaml": "name: South\nkind: planet\n" }],
    ["within-unknown", { "south/place.yaml": "name: South\nkind: pct\nwithin: north\n" }],
    ["place-twice", { "england/place.yaml": "name: England\nkind: country\nwithin: settled\n" }],
    ["organisation-twice", { "south/place.yaml": `${PLACE}organisations: [5P3]\n` }],
    ["not-yaml", { "south/place.yaml": PLACE, "south/own.yml": value(SOUND) }],
  ])("%s", (code, files) => {
    expect(problemsWith(files).map((problem) => problem.code)).toEqual([code]);
  });

  test("a circle is refused at each place that leads into it, and ends nothing in a loop", () => {
    const problems = problemsWith({
      "a/place.yaml": "name: A\nkind: pct\nwithin: b\n",
      "b/place.yaml": "name: B\nkind: pct\nwithin: a\n",
      "a/own.yaml": value(SOUND),
    });
    expect(problems.map(({ code, what }) => [code, what])).toEqual([
      ["place-cycle", "a, within b, within a goes round in a circle"],
      ["place-cycle", "b, within a, within b goes round in a circle"],
    ]);
  });
});

describe("source documents that cannot be read are refused", () => {
  const document = (text: string) => {
    const own = mkdtempSync(join(folder, "sources-"));
    writeFileSync(join(own, "x.md"), text);
    return own;
  };
  const HEAD = "# x: A document\nStanding: local\nRead: in full\n\n## One\n";

  test.each<[ProblemCode, number, string]>([
    ["document-wrong", 1, "# y: Another name\nStanding: local\nRead: in full\n"],
    ["document-wrong", 1, "# x: A document\nStanding: local\n"],
    ["document-wrong", 6, `${HEAD}- ¶1-1 not in bold\n`],
    ["document-wrong", 6, `${HEAD}loose words\n`],
    ["paragraph-twice", 7, `${HEAD}- **¶1-1** one\n- **¶1-1** again\n`],
  ])("%s at line %i", (code, line, text) => {
    const problems = problemsOf([], [document(text)]);
    expect(problems.map((problem) => [problem.code, problem.line])).toEqual([[code, line]]);
    expect(() => loadSources(document(text))).toThrow("The source documents cannot be used:\n");
  });

  test("a paragraph may run over several lines", () => {
    const [read] = loadSources(document(`${HEAD}- **¶1-1** one\n  and more\n`));
    expect(read?.sections[0]?.paragraphs).toEqual([{ id: "1-1", text: "one and more" }]);
  });
});

test("a rulebook with a problem is not loaded, and the error lists what to do", () => {
  const own = mkdtempSync(join(folder, "case-"));
  mkdirSync(join(own, "south"));
  writeFileSync(join(own, "south/place.yaml"), PLACE);
  writeFileSync(join(own, "south/own.yaml"), value(SOUND.replace("16", "99")));
  expect(() => loadRulebook(["rulebook", own], loadSources(sources))).toThrow(
    /The rulebook cannot be used:\n.*south\/own\.yaml:1: fair-share\.largest-shift: no source has 003 ¶A1-99\. Cite a paragraph/,
  );
});
