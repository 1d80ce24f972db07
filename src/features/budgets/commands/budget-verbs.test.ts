import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { financialYear } from "#kernel/period.ts";
import { createAccess } from "#platform/access/access.ts";
import { runCommandLine } from "#platform/cli/run-command-line.ts";
import { COUNTY_ENVELOPE } from "../examples/example-county.ts";
import { type ExampleDesk, openExampleDesk } from "../examples/example-desk.ts";
import { EXAMPLE_NOW, EXAMPLE_PEOPLE, type PersonId } from "../examples/example-web.ts";
import { grants } from "../grants.ts";
import { verbs } from "./budget-verbs.ts";

let example: ExampleDesk;
beforeAll(async () => {
  example = await openExampleDesk();
});
afterAll(async () => {
  await example.close();
});

/** Runs words on the command line as one of the people. */
async function ran(words: readonly string[], as: PersonId = "finance") {
  const [out, err]: [string[], string[]] = [[], []];
  const exit = await runCommandLine(verbs(example.desk), [...words, "--as", as], {
    programme: "chilford",
    access: createAccess(grants, "public"),
    identify: (id) => EXAMPLE_PEOPLE.find((person) => person.id === id),
    print: (text) => out.push(text),
    printError: (text) => err.push(text),
    isTerminal: false,
    now: () => EXAMPLE_NOW,
  });
  return { exit, out: out.join(""), err: err.join("") };
}

const KEY = ["--pct", "5QX", "--year", "2007/08"];

describe("from the envelope to issued budgets", () => {
  test("the loaded envelope is shown, then stated", async () => {
    const shown = await ran(["budgets", "envelope", ...KEY]);
    expect(shown.out).toContain("Envelope of 5QX, 2007/08");
    expect(shown.out).toMatch(/Total +0\.00 +19,050,000\.00/);
    const stated = await ran(["budgets", "envelope", ...KEY, "--state"]);
    expect(stated).toEqual({ exit: 0, out: "The envelope of 5QX for 2007/08 is stated.\n", err: "" });
  });

  test("an envelope with a deduction is refused with the rule named", async () => {
    const lines = COUNTY_ENVELOPE.lines.map((line) =>
      line.id === "management" ? { ...line, purpose: "freed-up-deduction" as const } : line,
    );
    example.load({ ...COUNTY_ENVELOPE, lines });
    const { exit, err } = await ran(["budgets", "envelope", ...KEY, "--state"]);
    example.load(COUNTY_ENVELOPE);
    expect(exit).toBe(1);
    expect(err).toContain("takes off what practices freed up last year, which national guidance rules out.");
    expect(err).toContain("Rule: budget.no-freed-up-deduction.");
  });

  test("a policy is refused without agreement, set with it, and shown", async () => {
    const set = ["budgets", "policy", ...KEY, "--set-on", "2007-02-20", "--pec", "2007-02-13", "--rate", "1"];
    expect((await ran(set)).err).toContain("The policy has no date on which the LMC agreed it.");
    const words =
      "The policy of 20 February 2007 moves at most 1.0%; agreed by the LMC on 1 February 2007 and by the PEC on 13 February 2007.\n";
    expect((await ran([...set, "--lmc", "2007-02-01"])).out).toBe(words);
    expect((await ran(["budgets", "policy", ...KEY])).out).toBe(words);
  });

  test("a draft says what it comes to and what waits; nobody else sees it", async () => {
    const { out } = await ran(["budgets", "draft", ...KEY, "--id", "first"]);
    expect(out).toContain("£14,702,475.12 in the budgets of 5 practices, £4,347,524.88 held, £0.00 unallocated.");
    expect(out).toContain("2 practices wait for a utilisation review.");
    expect((await ran(["budgets", "list"])).out).toContain(
      "5QX  2007/08  West Fen PCT: 0 versions issued, 1 draft waiting",
    );
    expect((await ran(["budgets", "list"], "region")).out).toBe("No PCT has issued budgets that you may see.\n");
    expect((await ran(["budgets", "show", ...KEY, "--draft", "first"], "region")).err).toContain(
      "There is no draft first",
    );
  });

  test("a draft is issued, and a day outside the year is refused", async () => {
    const issue = ["budgets", "issue", ...KEY, "--draft", "first"];
    expect((await ran([...issue, "--from", "2009-04-01"])).err).toContain("2009-04-01 is not in the budget's year.");
    expect((await ran([...issue, "--movements", "lost"])).err).toBe("Movements are carried or taken-in, not lost.\n");
    expect((await ran(issue)).out).toContain("is issued as version 1 for 2007/08, in force from 1 April 2007.");
  });

  test("worked out again, the bytes are the same", async () => {
    const { exit, out } = await ran(["budgets", "again", ...KEY]);
    expect(exit).toBe(0);
    expect(out).toContain("The bytes are the same as those of version 1");
  });
});

describe("looking at budgets", () => {
  test("a practice is shown by its lines and by its steps, to the penny", async () => {
    const { out } = await ran(["budgets", "show", "--practice", "X81001", "--year", "2007-08"], "manager");
    expect(out).toContain("Riverside <Surgery>, 2007/08, version 1");
    expect(out).toContain("budget: £2,918,103.60");
    expect(out).toMatch(/Contribution to the risk pool .*−153,584\.40/);
    expect(out).toMatch(/Total .*2,918,103\.60/);
  });

  test("a PCT is shown whole, with nothing unallocated, and as data without derivations", async () => {
    const { out } = await ran(["budgets", "show", ...KEY]);
    expect(out).toContain("unallocated: £0.00");
    expect(out).toContain("Held lines, and why");
    const data = JSON.parse((await ran(["budgets", "show", ...KEY, "--json"])).out);
    expect(data.position.budgets + data.position.held).toBe(1_905_000_000);
    expect(data.practices[0]).toMatchObject({ code: "X81001", budget: 291_810_360 });
    expect(data.practices[0].figures).toBeUndefined();
  });

  test("a figure is explained, as far down as asked", async () => {
    const explain = ["budgets", "explain", "5QX", "2007/08", "practice/X81001/budget"];
    const { out } = await ran(explain, "manager");
    expect(out).toContain("Indicative budget: £2,918,103.60");
    expect(out).toContain("Contribution to the risk pool: £153,584.40");
    expect(out).not.toContain("Rate of contribution");
    const deeper = (await ran([...explain, "--depth", "2"], "manager")).out;
    expect(deeper).toContain("Rate of contribution: 5.0%");
    expect((await ran([...explain, "--depth", "none"], "manager")).err).toContain("none is not a number of steps.");
  });

  test.each([
    [["budgets", "show", "--practice", "X81001", "--year", "2007/08"], "elsewhere", "You may not do this"],
    [["budgets", "explain", "5QX", "2007/08", "pct/envelope"], "reader", "You may not do this"],
    [["budgets", "draft", ...KEY], "region", "You may not do this"],
    [["budgets", "show", "--year", "2007/08"], "finance", "Name a practice with --practice, or a PCT with --pct"],
    [
      ["budgets", "show", ...KEY.slice(0, 2), "--year", "2007"],
      "finance",
      "2007 is not a financial year like 2008-09.",
    ],
    [["budgets", "explain", "5QX", "2007/08", "pct/none"], "finance", "have no figure at pct/none."],
    [["budgets", "draft", ...KEY, "--as-at", "soon"], "finance", "soon is not a day."],
    [["budgets", "draft", ...KEY, "--id", "A/B"], "finance", "A/B cannot name a draft."],
  ] as const)("%j as %s is refused: %s", async (words, as, refusal) => {
    const { exit, err } = await ran(words, as);
    expect({ exit, err }).toMatchObject({ exit: 1, err: expect.stringContaining(refusal) });
  });
});

describe("during the year", () => {
  const review = (...more: readonly string[]) => [
    ...["budgets", "review", "--practice", "X81002", "--year", "2007/08", "--on", "2007-04-21"],
    ...["--prevalence", "Asthma=0.061/0.052", "--spoke", "GP lead, PCT finance"],
    ...["--outcome", "move-towards-fair-share", "--shift", "12500", ...more],
  ];

  test("a review is refused for what it lacks, and recorded", async () => {
    expect((await ran(review("--use", "Admissions=many/few"))).err).toContain(
      "Enter the practice's figure for Admissions.",
    );
    expect((await ran(review("--use", ""))).err).toContain("compares no use of hospitals with peers.");
    const { out } = await ran(review("--use", "Admissions=104.2/91.7;Attendances=1.1/1", "--note", "said aloud"));
    expect(out).toBe("The utilisation review of X81002 for 2007/08 is recorded.\n");
    const { reviews } = await example.desk.book.state({ pct: "5QX", year: financialYear("2007/08") });
    expect(reviews.get("X81002")).toMatchObject({ decidedShift: 1_250_000, spoke: ["GP lead", "PCT finance"] });
  });

  test("budgets worked out again then differ, and it is said where", async () => {
    const { exit, out } = await ran(["budgets", "again", ...KEY]);
    expect(exit).toBe(0);
    expect(out).toContain("The bytes are not those of version 1.");
    expect(out).toMatch(/The Limes \(X81002\) .*−11,875\.00/);
  });

  test("money moves by balanced entries, and the ledger adds up", async () => {
    const move = (entries: string) => [
      ...["budgets", "move", ...KEY, "--id", "july", "--on", "2007-07-01", "--kind", "virement"],
      ...["--body", "PEC", "--reference", "minute 12", "--entries", entries],
    ];
    expect((await ran(move("practice/X81001/acute=-100"))).err).toContain("do not come to nought");
    expect((await ran(move("nobody/acute=1"))).err).toContain("Choose whose account entry 1 is.");
    const { out } = await ran(move("practice/X81001/acute=-100.50; practice/X81002/acute=100.50"));
    expect(out).toBe("Movement july of 5QX for 2007/08 is recorded.\n");
    const ledger = await ran(["budgets", "ledger", ...KEY, "--holder", "practice/X81001"], "region");
    expect(ledger.out).toContain("july (Virement)");
    expect(ledger.out).toMatch(/Riverside <Surgery> \(X81001\) +Line acute .*−100\.50/);
    const { accounts } = JSON.parse((await ran(["budgets", "ledger", ...KEY, "--json"])).out);
    for (const { opening, movements, closing } of accounts) expect(opening + movements).toBe(closing);
  });
});
