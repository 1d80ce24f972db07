import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sightOf } from "#app/sight.ts";
import { verbsOver } from "#app/verbs.ts";
import { dayInLondon, financialYear, firstDayOf } from "#kernel/period.ts";
import { runCommandLine } from "#platform/cli/run-command-line.ts";
import { ourAddresses, reached, theirAddresses } from "./addresses.ts";
import { NOW, OUR_PRACTICE, OURS, openTwoPcts, THEIR_PRACTICE, THEIRS, type TwoPcts } from "./two-pcts.ts";
import { OPEN_GATE, OUR_PEOPLE, openUnguardedWeb, REGION, THEIR_PEOPLE, type UnguardedWeb } from "./unguarded-web.ts";

let world: TwoPcts;
let web: UnguardedWeb;
/** Every address about the other PCT that its own people can reach, from each page there is and by every link. */
let theirs: readonly string[];
beforeAll(async () => {
  world = await openTwoPcts();
  web = await openUnguardedWeb(world);
  theirs = await reached(web, theirAddresses(web.paths, world), "their-finance");
});
afterAll(() => world.close());

/** What of the other PCT stands in a text, but for what the address itself said. */
function marksIn(text: string, address: string): readonly string[] {
  const asked = decodeURIComponent(address.replaceAll("+", " "));
  return [...world.marks, new RegExp(world.snapshots[THEIRS] ?? "")].flatMap((mark) =>
    mark.test(text) && !mark.test(asked) ? [String(mark)] : [],
  );
}

async function toldTo(person: string, addresses: readonly string[]): Promise<readonly string[]> {
  const told: string[] = [];
  for (const address of addresses) {
    const { status, body } = await web.get(address, person);
    const marks = marksIn(body, address);
    if (status === 403) told.push(`${address}: it is the first wall that keeps it`);
    if (marks.length > 0) told.push(`${address}: ${marks.join(" ")}`);
  }
  return told;
}

/** The parts of the product in which something of the other PCT was found. */
function partsOf(told: readonly string[]): ReadonlySet<string> {
  return new Set(told.map((line) => line.split(/[:?]/)[0]?.split("/").slice(0, 2).join("/") ?? ""));
}

describe("with the first wall turned off", () => {
  test("the other PCT's own people find all of it at these addresses, so that this test can fail", async () => {
    const told = await toldTo("their-finance", theirs);
    expect([...partsOf(told)]).toEqual(
      expect.arrayContaining(["/activity", "/quality", "/loads", "/lists", "/need", "/money"]),
    );
    const found = new Set(told.flatMap((line) => line.slice(line.indexOf(": ") + 2).split(" ")));
    expect(world.marks.map(String).filter((mark) => !found.has(mark))).toEqual([]);
    for (const kind of ["rows?", "row?", "csv="]) expect(theirs.filter((each) => each.includes(kind))).not.toEqual([]);
  });

  test.each(OUR_PEOPLE.map(({ id }) => id))("%s is told nothing of it at any of them", async (person) => {
    expect(await toldTo(person, theirs)).toEqual([]);
  });

  test.each(["finance", "manager", "public"])(
    "nor is %s anywhere that links lead from their own pages",
    async (person) => {
      const own = await reached(web, ourAddresses(web.paths, world), person);
      expect(own.length).toBeGreaterThan(20);
      expect(await toldTo(person, own)).toEqual([]);
    },
  );

  test("their own activity, lists and loads are still there for them", async () => {
    const own = [
      `/activity/${world.snapshots[OURS]}/${OUR_PRACTICE}`,
      `/lists/${OUR_PRACTICE}`,
      `/need/${OUR_PRACTICE}`,
    ];
    for (const address of own) expect((await web.get(address, "manager")).status, address).toBe(200);
    const { body } = await web.get("/loads", "finance");
    for (const name of ["spells-april.csv", "attendances-of-both.csv", "admitted.csv"]) expect(body).toContain(name);
  });

  test("a snapshot of theirs is as if there were none, in the same words", async () => {
    const unknown = "0123456789abcdef";
    for (const rest of ["", "/emergency", "/emergency/rows?currency=AA22C", "/emergency/row?load=x&row=2"]) {
      const [there, nowhere] = await Promise.all(
        [world.snapshots[THEIRS] ?? "", unknown].map(async (id) => {
          const { status, body } = await web.get(`/activity/${id}/${THEIR_PRACTICE}${rest}`, "finance");
          return [status, /No snapshot of activity has the name \w+\./.exec(body)?.[0].replace(id, "it")];
        }),
      );
      expect(there).toEqual([404, "No snapshot of activity has the name it."]);
      expect(there).toEqual(nowhere);
    }
  });

  test("an address of our own snapshot cannot be crafted to reach their rows", async () => {
    const own = `/activity/${world.snapshots[OURS]}`;
    const path = `../../lake/spell/2008-07/${world.theirLoads[0]}/${THEIRS}.parquet`;
    const crafted = [
      `${own}/${THEIR_PRACTICE}`,
      `${own}/${THEIR_PRACTICE}/emergency`,
      `${own}/${THEIR_PRACTICE}/emergency/rows?currency=AA22C`,
      ...["' OR 1=1 --", "%", "X8_001", "') UNION SELECT * FROM read_parquet('lake/**') --", path].flatMap((text) => {
        const value = encodeURIComponent(text);
        return [
          `${own}/${value}`,
          `${own}/${value}/emergency/rows?currency=AA22C`,
          `${own}/${THEIR_PRACTICE}/emergency/rows?currency=${value}`,
          `${own}/${THEIR_PRACTICE}/emergency/rows?currency=AA22C&provider=${value}`,
          `${own}/${OUR_PRACTICE}?month=${value}`,
          `${own}/${OUR_PRACTICE}/emergency/rows?currency=AA22C&month=2008-07&page=${value}`,
          `${own}/${OUR_PRACTICE}/emergency/row?load=${value}&row=2`,
          `/lists/${value}`,
          `/need/${value}`,
          `/loads?dataset=${value}`,
          `/quality/${value}`,
        ];
      }),
      `${own}/${THEIR_PRACTICE}/emergency/row?load=${world.theirLoads[0]}&row=2`,
      `${own}/${OUR_PRACTICE}/emergency/row?load=${world.theirLoads[0]}&row=2`,
    ];
    expect(await toldTo("finance", crafted)).toEqual([]);
  });

  test("no draft of theirs can be worked out, nor their loaded envelope stated", async () => {
    const at = `/money/pct/${THEIRS}/2009-10`;
    const sent = [
      await web.send(`${at}/draft`, { id: "first", asAt: "1/4/2009" }, "finance"),
      await web.send(`${at}/envelope`, { seen: "" }, "finance"),
    ];
    expect(sent.map(({ status }) => status)).toEqual([404, 422]);
    expect(sent.flatMap(({ body }) => marksIn(body, at))).toEqual([]);
    const year = financialYear("2009/10");
    const asked = { actor: "finance", at: NOW, sight: [OURS] };
    await expect(world.service.office.work({ pct: THEIRS, year }, firstDayOf(year), asked)).rejects.toThrow(
      `No budgets of ${THEIRS} can be worked out for you.`,
    );
  });

  test("no verb tells of it either, but to their own people and the region", async () => {
    const snapshot = world.snapshots[THEIRS] ?? "";
    const of = ["--snapshot", snapshot, "--practice", THEIR_PRACTICE];
    const row = ["--pod", "emergency", "--load", world.theirLoads[0] ?? "", "--row", "3"];
    const lines: readonly (readonly [RegExp, readonly string[]])[] = [
      [/bseed/i, ["loads", "list"]],
      [/1379/, ["activity", "show", ...of]],
      [/ZB77Z/, ["activity", "show", ...of, "--pod", "emergency"]],
      [/"kind": "priced"/, ["activity", "row", ...of, ...row]],
      // No rule is set for their place, which is said only once their envelope has been found.
      [/No place has set/, ["budgets", "envelope", "--pct", THEIRS, "--year", "2009/10"]],
    ];
    for (const [told, line] of lines) {
      const said = (as: string) => ran([...line, "--json"], as);
      for (const as of ["finance", "manager", "public"]) {
        expect(await said(as), `${line} as ${as}`).not.toMatch(told);
        expect(marksIn(await said(as), line.join(" "))).toEqual([]);
      }
      for (const as of ["their-finance", REGION.id]) expect(await said(as), `${line} as ${as}`).toMatch(told);
    }
  });
});

async function ran(words: readonly string[], as: string): Promise<string> {
  const { service } = world;
  const said: string[] = [];
  await runCommandLine(
    verbsOver(service, undefined, { now: () => NOW, newId: () => "unused" }),
    [...words, "--as", as],
    {
      ...{ programme: "chilford", access: OPEN_GATE, isTerminal: false, now: () => NOW },
      identify: (id) => [...OUR_PEOPLE, ...THEIR_PEOPLE, REGION].find((person) => person.id === id),
      sight: async (person) => sightOf(person, await service.directory(), dayInLondon(NOW)),
      print: (text) => said.push(text),
      printError: (text) => said.push(text),
    },
  );
  return said.join("");
}
