import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { day } from "#kernel/period.ts";
import { createAccess } from "#platform/access/access.ts";
import { runCommandLine } from "#platform/cli/run-command-line.ts";
import { type ExampleRecord, openExampleRecord } from "../record/examples/seen-record.ts";
import { recordGrants } from "../record/grants.ts";
import { dueOn, KEPT, type RetentionWiring } from "./due.ts";
import { retentionVerbs } from "./retention-verbs.ts";

let example: ExampleRecord;
let wiring: RetentionWiring;
let now: Date;
const accounts = new Set<string>();
beforeEach(async () => {
  example = await openExampleRecord();
  now = new Date("2014-05-06T09:00:00Z");
  accounts.clear();
  wiring = {
    ...example.wiring,
    now: () => now,
    accounts: {
      people: async () => [...accounts],
      forget: async (person) => void accounts.delete(person),
    },
  };
});
afterEach(() => example.record.close());

async function ran(line: string, as: "operator" | "PCT finance" = "operator") {
  const [out, err]: [string[], string[]] = [[], []];
  const exit = await runCommandLine(retentionVerbs(wiring), line.split(" "), {
    ...{ programme: "chilford", access: createAccess(recordGrants), isTerminal: false, now: () => now },
    identify: () => ({ id: "keeper", name: "Keeper", posts: [{ role: as, organisation: "5QX" }] }),
    print: (text) => out.push(text),
    printError: (text) => err.push(text),
  });
  return { exit, out: out.join(""), err: err.join("") };
}

const review = async (on: string, note: string) => {
  const noteHash = await example.record.keepText(note);
  const data = { practice: "X81001", reviewedOn: on, outcome: "not-agreed", noteHash };
  await example.put("budget/5QX/2008-09", "utilisation-review-recorded", data, `${on}T09:00:00Z`);
  return noteHash;
};

const declare = async (person: string, words: string, until?: string) => {
  const { interests } = example.wiring;
  const what = await interests.keepText(words);
  const span = { from: day("2004-04-01"), ...(until !== undefined && { until: day(until) }) };
  const interest = {
    id: "i1",
    kind: "financial",
    party: { kind: "organisation", code: "X81001" },
    what,
    ...span,
  } as const;
  const command = { kind: "declare-interest", interest, on: day("2008-05-06"), as: [] } as const;
  await interests.perform(person, command, { actor: person, at: new Date("2008-05-06T09:00:00Z") });
  return what;
};

const invite = async (person: string, left?: string) => {
  const { people } = example.wiring;
  const at = new Date("2008-01-07T09:00:00Z");
  const place = { organisation: "X81001", kind: "practice", over: ["X81001", "5QX"] } as const;
  const posts = [{ id: `${person}-post`, role: "practice manager", ...place, from: day("2008-01-07") }];
  const by = { actor: "keeper", at };
  const sent = await people.invite(
    { name: `Sam ${person}`, email: `${person}@example.org`, posts, days: 14, person },
    by,
  );
  if ("refused" in sent) throw new Error(JSON.stringify(sent.refused));
  if (left === undefined) return;
  const tokenHash = createHash("sha256").update(sent.token).digest("hex");
  await people.perform(person, { kind: "accept-invitation", tokenHash }, by);
  await people.perform(person, { kind: "leave" }, { actor: "keeper", at: new Date(`${left}T09:00:00Z`) });
};

describe("what is due", () => {
  test("is what has been kept for its time, from the day on which that is over and not the day before", async () => {
    const hash = await review("2008-05-06", "A note");
    expect(await dueOn(wiring, day("2014-05-05"))).toEqual([]);
    expect(await dueOn(wiring, day("2014-05-06"))).toEqual([
      { kind: "review-notes", id: hash, since: "2008-05-06", due: "2014-05-06" },
    ]);
  });

  test("is never the words of an interest that stands, and is those of one that ended long ago", async () => {
    await declare("finance", "Partner");
    const ended = await declare("manager", "Trustee", "2008-01-31");
    expect((await dueOn(wiring, day("2050-01-01"))).map(({ id }) => id)).toEqual([ended]);
    expect(await dueOn(wiring, day("2014-01-30"))).toEqual([]);
  });

  test("is the details and the account of somebody who left, each after its own time, and of who never came", async () => {
    await invite("kim", "2008-02-01");
    await invite("ann");
    accounts.add("kim");
    const kinds = async (on: string) => (await dueOn(wiring, day(on))).map(({ kind, id }) => `${kind} ${id}`);
    expect(await kinds("2008-04-20")).toEqual([]);
    expect(await kinds("2008-05-01")).toEqual(["invitations ann", "accounts kim"]);
    expect(await kinds("2014-02-01")).toContain("people-details kim");
  });
});

describe("erasing", () => {
  test("is only said without --really, and leaves the record whole and what was erased plainly said", async () => {
    const hash = await review("2008-04-22", "A note on Mrs Example");
    const words = await declare("finance", "Partner", "2008-05-06");
    await invite("kim", "2008-02-01");
    accounts.add("kim");
    expect((await ran("retention run")).out).toContain("Nothing was erased.");
    expect(await example.record.text(hash)).toBe("A note on Mrs Example");
    const { exit, out } = await ran("retention run --really");
    expect([exit, out]).toEqual([0, expect.stringContaining("4 were erased for good")]);
    expect(await Promise.all([hash, words].map((each) => example.record.text(each)))).toEqual([undefined, undefined]);
    expect(await example.wiring.peopleInPosts.names(["kim"])).toEqual(new Map());
    expect([...accounts]).toEqual([]);
    expect(await dueOn(wiring, day("2050-01-01"))).toEqual([]);
    expect(await example.record.verify()).toMatchObject({ whole: true, faults: [] });
    const [erased] = await example.record.history({ stream: `text/${hash}`, limit: 1 });
    expect(erased).toMatchObject({
      actor: "keeper",
      type: "text erased",
      authority: expect.stringContaining("operator"),
    });
  });

  test("closes an invitation that lapsed before it erases who it was for", async () => {
    await invite("ann");
    await ran("retention run --really");
    expect((await example.wiring.people.state("ann")).standing).not.toBe("invited");
    expect(await example.wiring.peopleInPosts.names(["ann"])).toEqual(new Map());
  });

  test("is for whoever runs the machine, and days are read strictly", async () => {
    expect((await ran("retention run --really", "PCT finance")).err).toContain("You may not do this");
    expect((await ran("retention due --on tomorrow")).err).toContain("tomorrow is not a day");
    expect((await ran("retention due --on 2014-05-06")).out).toContain(
      "Nothing has been kept for its time on 6 May 2014",
    );
  });
});

test("everything that is kept for a time has a rule with a source", () => {
  for (const { rule } of Object.values(KEPT)) {
    const { source } = wiring.rulebook.inForce("england", rule, day("2008-04-01"));
    expect(source).toMatchObject({ document: "settled", paragraph: expect.stringMatching(/^retention-\d$/) });
  }
});
