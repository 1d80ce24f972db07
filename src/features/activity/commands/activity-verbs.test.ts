import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAccess } from "#platform/access/access.ts";
import { runCommandLine } from "#platform/cli/run-command-line.ts";
import { EXAMPLE_NOW, type ExampleDesk, openExampleDesk } from "../examples/example-desk.ts";
import { spellLines } from "../examples/example-files.ts";
import { EXAMPLE_PEOPLE, exampleSight } from "../examples/example-web.ts";
import { grants } from "../grants.ts";
import { verbs } from "./activity-verbs.ts";

let desk: ExampleDesk;
beforeAll(async () => {
  desk = await openExampleDesk();
});
afterAll(() => desk.close());

async function ran(words: readonly string[], as = "finance") {
  const [out, err]: [string[], string[]] = [[], []];
  const exit = await runCommandLine(verbs(desk.wiring), [...words, "--as", as], {
    programme: "chilford",
    access: createAccess(grants, "public"),
    identify: (id) => EXAMPLE_PEOPLE.find((person) => person.id === id),
    sight: exampleSight,
    print: (text) => out.push(text),
    printError: (text) => err.push(text),
    isTerminal: false,
    now: () => EXAMPLE_NOW,
  });
  return { exit, out: out.join(""), err: err.join("") };
}

const of = () => ["--snapshot", desk.snapshot.id, "--practice", "X81001"];
const [HEAD = "", ...SOUND] = spellLines("2008-07");
const UNKNOWN = (SOUND[0] ?? "").replace("X81001", "X99999").replace("S1-", "S9-");

describe("load", () => {
  test("checks without publishing, then publishes, then says that nothing has changed", async () => {
    const file = desk.write("july.csv", [HEAD, ...SOUND, UNKNOWN]);
    const checked = await ran([
      "loads",
      "check",
      file,
      "--status",
      "final",
      "--rejected-to",
      join(desk.folder, "out.csv"),
    ]);
    expect(checked.exit).toBe(0);
    expect(checked.out).toContain("Of 6 rows read, 5 were accepted, 2 of them flagged. 1 was rejected.");
    expect(checked.out).toContain("line 7: X99999");
    expect(readFileSync(join(desk.folder, "out.csv"), "utf8")).toContain("X99999");
    expect((await ran(["loads", "list", "--dataset", "spell"])).out).not.toContain("july.csv");
    expect(checked.out).toContain("More than 5% of its rows are rejected: it is published only with a reason");
    const refused = await ran(["load", file, "--status", "final", "--rejected-to", join(desk.folder, "out.csv")]);
    expect(refused.exit).toBe(1);
    expect(refused.err).toContain("1 of its 6 rows are rejected, and at most 5% may be.");
    const despite = ["--despite", "The practice is new"];
    const published = await ran(["load", file, "--status", "final", ...despite, "--json"]);
    expect(JSON.parse(published.out)).toMatchObject([
      { kind: "published", report: { rows: { accepted: 5, rejected: 1 } } },
    ]);
    expect(existsSync(join(desk.folder, "july.rejected.csv"))).toBe(true);
    expect((await ran(["loads", "list", "--dataset", "spell"])).out).toMatch(
      /july\.csv +Hospital spells +2008-07 +final +6/,
    );
    expect((await ran(["load", file, "--status", "final"])).out).toContain("Nothing has changed.");
  });

  test("takes what the file does not say itself, and several totals", async () => {
    const tariff = desk.write("tariff.csv", ["provider_code,provider_name,mff_payment_index", "RXA,First,1.05"]);
    const unsaid = await ran(["load", tariff, "--status", "final"]);
    expect(unsaid).toMatchObject({ exit: 1, err: expect.stringContaining("does not say which price_year") });
    const check = ["loads", "check", tariff, "--setting", "price_year=2010/11"];
    expect((await ran(check)).out).not.toContain("It takes the place of");
    expect((await ran([...check, "--batch", "all"])).out).toContain("It takes the place of factors.csv");
    const said = await ran([
      "load",
      tariff,
      "--status",
      "final",
      "--setting",
      "price_year=2010/11",
      "--stand-in",
      "a trial",
      "--batch",
      "2010/11",
    ]);
    expect(said.exit).toBe(0);
    const costed = desk.write("costed.csv", [
      "practice,month,service_line,provider,description,quantity,cost",
      "X81001,2008-04,community,,Nursing,2,10.50",
    ]);
    const sums = "cost=1,010.50; quantity=2";
    const wrong = await ran(["load", costed, "--status", "final", "--rows", "1", "--sum", sums]);
    expect(wrong.exit).toBe(1);
    expect(wrong.err).toContain("Total of cost: 10.5, but its sender says 1,010.50.");
    const despite = await ran(["load", costed, "--status", "final", "--sum", sums, "--despite", "a slip", "--made-up"]);
    expect(despite.exit).toBe(0);
    const [load] = JSON.parse((await ran(["loads", "list", "--dataset", "costed", "--json"])).out);
    expect(load).toMatchObject({ despite: "a slip", madeUp: true });
  });

  test.each([
    [["--status", "soon"], "--status is soon. Say provisional or final."],
    [["--status", "final", "--setting", "2008/09"], "Write settings as name=value, several apart by semicolons."],
    [["--status", "final", "--setting", "a=1; a=2"], "Write settings as name=value, several apart by semicolons."],
    [["--status", "final", "--rows", "some"], "Write the number of rows as a whole number, such as 1204."],
    [["--status", "final", "--layout", "sonnets"], "There is no layout sonnets."],
  ])("is refused with %s", async (options, words) => {
    const file = desk.write("any.csv", [HEAD, ...SOUND]);
    const { exit, err } = await ran(["load", file, ...options]);
    expect(exit).toBe(1);
    expect(err).toContain(words);
  });

  test("of several files publishes those it can, and says which it could not", async () => {
    const good = desk.write("good.csv", spellLines("2008-09"));
    const odd = desk.write("odd.csv", ["one,two", "1,2"]);
    const missing = await ran(["load", join(desk.folder, "none.csv"), good, "--status", "final"]);
    expect(missing.err).toContain("none.csv, so nothing was looked at");
    const { exit, err } = await ran(["load", odd, good, "--status", "final"]);
    expect(exit).toBe(1);
    expect(err).toContain("odd.csv: No layout fits the file");
    expect(err).toContain("good.csv: published as load");
    expect((await ran(["load", "a", "b", "--status", "final", "--rejected-to", "c"])).err).toContain("names one file");
  });

  test("is for PCT finance, and the list for all who work with figures", async () => {
    const file = desk.write("any.csv", [HEAD, ...SOUND]);
    expect((await ran(["load", file, "--status", "final"], "manager")).err).toContain(
      "It is held by: PCT finance, PCT information, operator.",
    );
    expect((await ran(["loads", "list"], "manager")).exit).toBe(0);
    expect((await ran(["loads", "list"], "reader")).exit).toBe(1);
    expect((await ran(["loads", "list", "--dataset", "dreams"])).err).toContain("There is no dataset dreams.");
  });
});

describe("activity", () => {
  test("is shown by point of delivery with what has no price, and by month", async () => {
    const { exit, out } = await ran(["activity", "show", ...of()], "manager");
    expect(exit).toBe(0);
    expect(out).toContain("X81001, April 2008 to May 2008, at the prices of 2009/10");
    expect(out).toMatch(/Emergency admission +6 +4 +2 +66 +10,920\.00/);
    expect(out).toContain("7 priced + 3 not priced = 10 loaded.");
    const unknown = await ran(["activity", "show", "--snapshot", desk.snapshot.id, "--practice", "X99999"]);
    expect(unknown.err).toContain("knows a practice X99999");
    const data = JSON.parse((await ran(["activity", "show", ...of(), "--month", "2008-04", "--json"])).out);
    expect(data).toMatchObject({ only: "2008-04", total: { loaded: 6, pence: 615_300 } });
  });

  test("is shown by HRG and provider, and its rows are explained with the same words as the page", async () => {
    const { out } = await ran(["activity", "show", ...of(), "--pod", "emergency"], "peer");
    expect(out).toMatch(/AA22C +Stroke +First Hospital \(RXA\) +4 +60 +10,920\.00 +as listed/);
    const [{ load }] = JSON.parse((await ran(["loads", "list", "--dataset", "spell", "--json"])).out).filter(
      ({ fileName }: { fileName: string }) => fileName === "spells-april.csv",
    );
    const row = ["activity", "row", ...of(), "--pod", "emergency", "--load", load, "--row"];
    expect((await ran([...row, "3"], "manager")).out).toContain("Price: £3,255.00");
    expect((await ran([...row, "3", "--at", "before-market-forces/long-stay"])).out).toContain(
      "Long-stay payment: £1,000.00",
    );
    expect((await ran([...row, "4"])).out).toContain("The row has no price. The row has no HRG.");
    expect((await ran([...row, "3"], "peer")).exit).toBe(1);
    expect((await ran([...row, "99"])).err).toContain("X81001 has no such row");
    expect((await ran([...row, "x"])).err).toContain("x is not the line of a file.");
  });
});

describe("activity by HRG and provider", () => {
  test.each(["committee", "region"])("is not shown to the %s, who is led to what was released", async (as) => {
    const told = await ran(["activity", "show", ...of(), "--pod", "emergency"], as);
    expect(told.exit).toBe(1);
    expect(told.err).toContain("See activity releases.");
    expect((await ran(["activity", "show", ...of()], as)).exit).toBe(0);
  });
});

describe("activity release", () => {
  const release = () => ["activity", "release", "--snapshot", desk.snapshot.id];

  test("makes a snapshot public once, for the PCT's own officers, and says where it can be read", async () => {
    expect((await ran(["activity", "releases"])).out).toContain("Nothing has been released yet.");
    const peer = await ran(release(), "peer");
    expect(peer.exit).not.toBe(0);
    expect(peer.err).toContain("activity.release");
    const done = await ran([...release(), "--json"], "information");
    expect(done.exit).toBe(0);
    const { release: id } = JSON.parse(done.out);
    expect((await ran(["activity", "releases"], "reader")).out).toContain(
      `${id}  9A1  2009-05-01  April 2008 to May 2008`,
    );
    const again = await ran(release());
    expect(again.exit).toBe(1);
    expect(again.err).toContain(`This snapshot was released on 2009-05-01 as ${id}.`);
  });
});

describe("price", () => {
  const list = ["--provider", "RXA", "--year", "2009/10"];

  test("explains a spell, an attendance and an A&E attendance described on the line", async () => {
    const spell = ["price", "spell", ...list, "--hrg", "AA22C", "--kind", "emergency", "--days", "25"];
    expect((await ran(spell, "reader")).out).toContain("Emergency admission\nPrice: £3,255.00");
    const attendance = ["price", "attendance", ...list, "--function", "100", "--follow-up"];
    expect((await ran(attendance)).out).toContain("Price: £73.50");
    expect((await ran(["price", "emergency", ...list, "--hrg", "VB01Z", "--department", "3"])).out).toContain("£63.00");
    const without = await ran(["price", "emergency", ...list, "--department", "1", "--json"]);
    expect(JSON.parse(without.out)).toMatchObject({ kind: "unpriced", status: "no-hrg" });
  });

  test.each([
    [["--days", "long"], "--days is long. Give a whole number."],
    [["--kind", "by air"], "--kind is by air. Give one of"],
    [["--on", "2008-02-30"], "--on is 2008-02-30. Give a day like 2008-04-01."],
    [["--place", "atlantis"], "The rulebook has no place called atlantis."],
  ])("is refused with %s", async (options, words) => {
    expect((await ran(["price", "spell", ...list, ...options])).err).toContain(words);
  });
});
