import { describe, expect, it } from "vitest";
import { createAccess } from "../access/access.ts";
import { NotFound } from "../access/errors.ts";
import { type Effects, runCommandLine } from "./run-command-line.ts";
import { verb } from "./verb.ts";

const access = createAccess([
  { permission: "budget.draft", role: "PCT finance", reach: "within", rule: "The PCT drafts budgets." },
]);
const finance = { id: "fin", name: "Jo", posts: [{ role: "PCT finance", organisation: "5ZZ" }] };

const draft = verb(
  {
    name: "budgets draft",
    summary: "Work out a draft of indicative budgets.",
    permission: "budget.draft",
    arguments: { pct: { about: "the PCT's code" }, practices: { about: "only these", count: "many" } },
    options: {
      year: { about: "the financial year", value: "year", required: true },
      envelopeFile: { about: "where the envelope is", value: "file" },
      dryRun: { about: "change nothing" },
    },
    subject: (input) => ({ organisation: input.arguments.pct, within: [input.arguments.pct] }),
  },
  ({ arguments: { pct, practices }, options, person }, { progress }) => {
    if (options.year === "1900") throw new NotFound("There is no envelope for 1900. Load one with budgets envelope.");
    if (options.year === "1901") return { refused: ["The year is over.", "Draft the next one."] };
    if (options.year === "1902") throw new Error("a bug");
    for (const done of [1, 2]) progress(done, 2, "Practices priced");
    const text = [`Drafted ${practices.length} for ${pct} by ${person.name}`, options.dryRun ? "Nothing kept" : "Kept"];
    return { text, data: { pct, practices, ...options } };
  },
);
const version = verb({ name: "version", summary: "Say which version this is.", permission: "anyone" }, () => ({
  text: "1",
  data: { version: 1 },
}));

interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

async function ran(line: string, more: Partial<Effects<"budget.draft">> = {}): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  let time = Date.parse("2008-04-28T09:00:00Z");
  const exit = await runCommandLine([version, draft], line.split(" ").filter(Boolean), {
    programme: "chilford",
    access,
    identify: (id = "fin") => (id === finance.id ? finance : id === "x" ? { id, name: "X", posts: [] } : undefined),
    print: (text) => out.push(text),
    printError: (text) => err.push(text),
    isTerminal: false,
    now: () => {
      time += 1000;
      return new Date(time);
    },
    ...more,
  });
  return { exit, out: out.join(""), err: err.join("") };
}

describe("a verb", () => {
  it("is given what was named, and prints its text", async () => {
    expect(await ran("budgets draft 5ZZ X81003 X81004 --year 2008/09 --dry-run")).toEqual({
      exit: 0,
      out: "Drafted 2 for 5ZZ by Jo\nNothing kept\n",
      err: "",
    });
  });

  it("prints the same as data with --json", async () => {
    const { out } = await ran("budgets draft 5ZZ X81003 --year 2008/09 --envelope-file e.yaml --json");
    expect(JSON.parse(out)).toEqual({
      pct: "5ZZ",
      practices: ["X81003"],
      year: "2008/09",
      envelopeFile: "e.yaml",
      dryRun: false,
    });
  });

  it("does not compile without a permission, or a subject for one", () => {
    // @ts-expect-error no permission
    expect(verb({ name: "x", summary: "x" }, () => ({ text: "", data: null }))).toBeDefined();
    // @ts-expect-error no subject
    expect(verb({ name: "x", summary: "x", permission: "y" }, () => ({ text: "", data: null }))).toBeDefined();
    expect(version.permission).toBe("anyone");
  });
});

describe("what is refused", () => {
  it("exits with 1 and says what to do", async () => {
    const late = await ran("budgets draft 5ZZ X81003 --year 1901");
    expect(late).toEqual({ exit: 1, out: "", err: "The year is over.\nDraft the next one.\n" });
    const missing = await ran("budgets draft 5ZZ X81003 --year 1900");
    expect(missing.err).toBe("There is no envelope for 1900. Load one with budgets envelope.\n");
    expect(missing.exit).toBe(1);
  });

  it("is data with --json", async () => {
    const late = await ran("budgets draft 5ZZ X81003 --year 1901 --json");
    expect(JSON.parse(late.out)).toEqual({ refused: ["The year is over.", "Draft the next one."] });
    expect(late.exit).toBe(1);
  });

  it("is checked before the verb runs: who, where, and whether there is such a person", async () => {
    const elsewhere = await ran("budgets draft 5YY X81003 --year 1902");
    expect(elsewhere.exit).toBe(1);
    expect(elsewhere.err).toBe(
      "You may not do this: it needs the permission budget.draft. No rule allows “budget.draft” for 5YY to PCT finance at 5ZZ. It is held by: PCT finance.\n",
    );
    expect((await ran("budgets draft 5ZZ X81003 --year 1902 --as x")).exit).toBe(1);
    expect((await ran("version --as nobody")).err).toBe(
      "There is nobody with the id nobody. Check the id that follows --as.\n",
    );
    expect(await ran("version --as x")).toEqual({ exit: 0, out: "1\n", err: "" });
  });

  it("is no bug: those are thrown", async () => {
    await expect(ran("budgets draft 5ZZ X81003 --year 1902")).rejects.toThrow("a bug");
  });
});

describe("a line that is not understood", () => {
  it.each([
    ["budgets draft 5ZZ X81003", "Required option '--year <year>' not specified"],
    ["budgets draft --year 2008/09", "Missing required argument 'pct'"],
    ["budgets burn", "Unknown command 'burn'"],
    ["budgets draft 5ZZ X81003 --year 2008/09 --yaer x", "Unknown option '--yaer'"],
    ["version one", "Too many arguments"],
  ])("exits with 2: %s", async (line, message) => {
    const { exit, err, out } = await ran(line);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toContain(message);
    expect(err).toContain("Type chilford --help for what can be asked.");
  });

  it("shows the help where nothing is asked", async () => {
    const { exit, err } = await ran("");
    expect(exit).toBe(2);
    expect(err).toContain("Usage: chilford");
  });
});

describe("help", () => {
  it("says what there is and what each takes, and exits with 0", async () => {
    const all = await ran("--help");
    expect(all.exit).toBe(0);
    expect(all.out).toMatch(/version\s+.*Say which version this is\./);
    expect(all.out).toContain("budgets draft  Work out a draft of indicative budgets.");
    const one = await ran("budgets draft --help");
    expect(one.exit).toBe(0);
    expect(one.out).toContain("Usage: chilford budgets draft [options] <pct> <practices...>");
    expect(one.out).toContain("--envelope-file <file>");
    expect(one.out).toContain("--json");
    expect(one.out).toContain("Needs the permission budget.draft.");
  });
});

describe("progress", () => {
  const steps = (seconds: number): Partial<Effects<"budget.draft">> => {
    let time = 0;
    return {
      now: () => {
        time += seconds * 1000;
        return new Date(time);
      },
    };
  };

  it("is drawn over itself on a terminal and cleared at the end", async () => {
    const { err } = await ran("budgets draft 5ZZ X81003 --year 2008/09", { ...steps(1), isTerminal: true });
    expect(err).toBe(`\rPractices priced: 1 of 2 (50%)\rPractices priced: 2 of 2 (100%)\r${" ".repeat(31)}\r`);
  });

  it("is a line every ten seconds in a log, and nothing for quick work", async () => {
    const slow = await ran("budgets draft 5ZZ X81003 --year 2008/09", steps(11));
    expect(slow.err).toBe("Practices priced: 1 of 2 (50%)\nPractices priced: 2 of 2 (100%)\n");
    expect((await ran("budgets draft 5ZZ X81003 --year 2008/09")).err).toBe("");
  });
});

describe("what is told besides", () => {
  it("is a verb that somebody may not use, with whose affairs it was for; nothing of one that they may", async () => {
    const told: unknown[] = [];
    const refused = async (attempt: unknown) => void told.push(attempt);
    await ran("budgets draft 5ZZ E82001 --year 2008", { refused });
    expect(told).toEqual([]);
    await ran("budgets draft 5ZZ E82001 --year 2008 --as x", { refused });
    expect(told).toMatchObject([
      { person: { id: "x" }, permission: "budget.draft", subject: { organisation: "5ZZ" }, rule: expect.any(String) },
    ]);
  });

  it("are several values of one option, and data beside a refusal for a machine", async () => {
    const check = verb(
      {
        name: "check",
        summary: "Checks files.",
        permission: "anyone",
        options: { file: { about: "files", value: "file", many: true } },
      },
      ({ options }) => ({ refused: ["They do not fit."] as const, data: { files: options.file } }),
    );
    const out: string[] = [];
    await runCommandLine([check], ["check", "--json", "--file", "a", "b"], {
      ...{ programme: "chilford", access, isTerminal: false, now: () => new Date(0), identify: () => finance },
      print: (text) => out.push(text),
      printError: () => undefined,
    });
    expect(JSON.parse(out.join(""))).toEqual({ refused: ["They do not fit."], data: { files: ["a", "b"] } });
  });
});
