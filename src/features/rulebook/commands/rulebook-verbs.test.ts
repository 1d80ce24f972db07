import { describe, expect, test } from "vitest";
import { createAccess } from "#platform/access/access.ts";
import { runCommandLine } from "#platform/cli/run-command-line.ts";
import { loadRulebook, loadSources, problemsOf } from "../files/folders.ts";
import { problem, type RulebookProblem } from "../rules/problem.ts";
import { verbs } from "./rulebook-verbs.ts";

const shipped = () => loadRulebook(["rulebook"], loadSources("docs/sources"));
const sound = () => problemsOf(["rulebook"], ["docs/sources"]);

async function ran(line: string, problems: () => readonly RulebookProblem[] = sound) {
  const [out, err]: [string[], string[]] = [[], []];
  const exit = await runCommandLine(verbs({ rulebook: shipped, problems }), line.split(" "), {
    programme: "chilford",
    access: createAccess([]),
    identify: () => ({ id: "fin", name: "Jo", posts: [{ role: "PCT finance", organisation: "5P3" }] }),
    print: (text) => out.push(text),
    printError: (text) => err.push(text),
    isTerminal: false,
    now: () => new Date("2008-06-01T12:00:00Z"),
  });
  return { exit, out: out.join(""), err: err.join("") };
}

describe("rules show", () => {
  test("prints what is in force, whose it is, its paragraph and what is allowed", async () => {
    const { exit, out } = await ran("rules show --place hertfordshire --on 2007-04-01 --rule risk-pool.contribution");
    expect({ exit, out }).toEqual({
      exit: 0,
      out: [
        "Rules in force in Hertfordshire on 1 April 2007: 1",
        "",
        "risk-pool.contribution",
        "  Each practice puts 5% of its indicative budget in the risk pool.",
        "  Set by Hertfordshire, from 1 April 2007 with no end date. Source: 003 ¶3-3.",
        "  England allows 3% to 5% (003 ¶A1-25).",
        "",
      ].join("\n"),
    });
  });

  test("is about the asker's own place today unless told otherwise, and is data with --json", async () => {
    const data = JSON.parse((await ran("rules show --json")).out);
    expect(data).toMatchObject({ place: "hertfordshire", on: "2008-06-01" });
    expect(data.rules.length).toBeGreaterThan(50);
    expect(data.overrides).toContainEqual(expect.objectContaining({ isSame: true }));
  });

  test.each([
    ["rules show --on 2008-02-30", "2008-02-30 is not a day. Give a day like 2007-04-01."],
    ["rules show --place atlantis", "The rulebook has no place called atlantis."],
    ["rules show --rule depth", "The rulebook has no rule called depth. List them with rules show."],
    ["rules history depth", "The rulebook has no rule called depth. List them with rules show."],
  ])("%s is refused: %s", async (line, words) => {
    expect(await ran(line)).toEqual({ exit: 1, out: "", err: `${words}\n` });
  });
});

describe("rules history", () => {
  test("prints every value, latest first, with what its paragraph says", async () => {
    const { out } = await ran("rules history prescribing.weights --place hertfordshire");
    expect(out.indexOf("from 1 April 2013")).toBeGreaterThan(0);
    expect(out.indexOf("from 1 April 2013")).toBeLessThan(out.indexOf("from 1 April 2000"));
    expect(out).toContain("  The paragraph: The ASTRO-PU weights of 2013 stand for the earlier table");
  });

  test("says so where no place has set the rule", async () => {
    expect((await ran("rules history growth.overall")).out).toContain("No place has set it yet.");
  });
});

describe("rules check", () => {
  test("says that all is well", async () => {
    const { exit, out } = await ran("rules check");
    expect({ exit, out }).toEqual({ exit: 0, out: "Every value has its source, and none leaves its limits.\n" });
  });

  test("exits with 1 and lists each problem with what to do", async () => {
    const at = { file: "rulebook/south/own.yaml", line: 3 };
    const broken = () => [problem("source-missing", at, "no source has 003 ¶A1-99", "fair-share.tolerance")];
    const { exit, err } = await ran("rules check", broken);
    expect(exit).toBe(1);
    expect(err).toContain(
      "rulebook/south/own.yaml:3: fair-share.tolerance: no source has 003 ¶A1-99. Cite a paragraph",
    );
  });
});
