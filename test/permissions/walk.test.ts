import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSetting } from "#app/setting.ts";
import { verbsOver } from "#app/verbs.ts";
import { pagesOver } from "#app/web.ts";
import { ROLES } from "#features/people/index.ts";
import { day } from "#kernel/period.ts";
import type { Verb } from "#platform/cli/verb.ts";
import type { Page } from "#platform/web/page.ts";
import { type ServedCounty, serveCounty } from "../county/served-county.ts";
import { askLine, linesOf } from "./command-walk.ts";
import { EVERY_ROLE, idOf, personIn } from "./county-people.ts";
import { EVERYBODY, readMatrix } from "./expected.ts";
import { LINES } from "./lines.ts";
import { ask, questionsOf, visitorAs } from "./walk.ts";
import { WHOSE, type World } from "./whose.ts";
import { worldOf } from "./world.ts";

const matrix = readMatrix(readFileSync(new URL("matrix.csv", import.meta.url), "utf8"));

describe("every address, over HTTP", { timeout: 600_000 }, () => {
  let served: ServedCounty;
  let pages: readonly Page[];
  let verbs: readonly Verb[];
  let world: World;
  beforeAll(async () => {
    served = await serveCounty(EVERY_ROLE);
    const { service, data } = served.county;
    const around = { now: () => new Date(), newId: () => "unused" };
    pages = pagesOver(service, readSetting(data), around);
    verbs = verbsOver(service, readSetting(data), around);
    world = await worldOf(served);
  }, 300_000);
  afterAll(() => served?.close());

  test("is in the list of whose affairs it is about", () => {
    const known = pages.map(({ path }) => path);
    expect([...new Set(known)].filter((path) => WHOSE[path] === undefined)).toEqual([]);
    expect(Object.keys(WHOSE).filter((path) => !known.includes(path))).toEqual([]);
  });

  test.each(EVERYBODY)(
    "is open to $role (signed in: $isSignedIn) where the matrix says so, and nowhere else",
    async ({ role, isSignedIn }) => {
      const visitor = await visitorAs(served.address, isSignedIn ? idOf(role) : undefined);
      const wrong: string[] = [];
      for (const { page, whose, target, address } of questionsOf(pages, world)) {
        const expected = matrix.allows(role, page.permission, whose, target) ? "open" : "closed";
        const answer = await ask(visitor, page, address);
        if (answer !== expected) wrong.push(`${page.kind} ${address} (${page.permission}) is ${answer}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  test.each(["PCT finance", "practice manager", undefined] as const)(
    "only read by %s, changes nothing: no event is added by any page that is opened, and each has the strict headers",
    async (role) => {
      const visitor = await visitorAs(served.address, role === undefined ? undefined : idOf(role));
      // That somebody used rows is on the record by their having read them; nothing else may be.
      const head = async () =>
        (await served.county.service.record.history({ limit: 100 })).find(({ type }) => type !== "data-used")?.hash;
      const before = await head();
      const read = questionsOf(pages, world).filter(({ page, target }) => page.kind === "page" && target === "own");
      for (const { address } of read) {
        const response = await visitor.get(address);
        await response.body?.cancel();
        expect(response.headers.get("Content-Security-Policy"), address).toContain("default-src 'none'");
        expect(response.headers.get("Cache-Control"), address).toBe("no-store");
        expect(await head(), address).toBe(before);
      }
      expect(read.length).toBeGreaterThan(20);
    },
  );

  test("is joined by every verb in the list of whose affairs it is about", () => {
    const known = verbs.map(({ name }) => name);
    expect(known.filter((name) => LINES[name] === undefined)).toEqual([]);
    expect(Object.keys(LINES).filter((name) => !known.includes(name))).toEqual([]);
  });

  test.each(ROLES)("verbs are open to %s where the matrix says so, and nowhere else", async (role) => {
    const { service } = served.county;
    const around = { directory: await service.directory(), today: day("2008-05-06") };
    const person = personIn(role);
    const wrong: string[] = [];
    for (const question of linesOf(verbs, world)) {
      const { verb, line, target, argv } = question;
      const expected = matrix.allows(role, verb.permission, line, target) ? "open" : "closed";
      const answer = await askLine(question, person, around);
      if (answer !== expected) wrong.push(`${argv.join(" ")} (${verb.permission}) is ${answer}`);
    }
    expect(wrong).toEqual([]);
  });

  test("never fails on the way", () => {
    expect(served.bugs).toEqual([]);
  });
});
