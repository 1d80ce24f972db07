import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { accept } from "#kernel/decision.ts";
import { createAccess } from "#platform/access/access.ts";
import { runCommandLine } from "#platform/cli/run-command-line.ts";
import { type ForgedRecord, forgedRecord } from "#platform/record/forging.ts";
import { monthHeads, readDigest } from "./digest.ts";
import { recordGrants } from "./grants.ts";
import { recordedReadModel } from "./read-model.ts";
import { recordVerbs } from "./record-verbs.ts";

let forged: ForgedRecord;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "chilford-digest-"));
  forged = await forgedRecord([recordedReadModel([], "1")]);
  for (const at of ["2008-02-10T09:00:00Z", "2008-03-31T22:59:00Z", "2008-03-31T23:00:00Z", "2008-05-01T09:00:00Z"]) {
    const event = { stream: "a", type: "noted", data: { at } };
    await forged.record.perform({
      stream: "a",
      command: "note",
      actor: "kim",
      at: new Date(at),
      decide: () => accept(event),
    });
  }
});
afterEach(async () => {
  await forged.close();
  rmSync(folder, { recursive: true });
});

const NOW = new Date("2008-05-06T09:00:00Z");

async function ran(...line: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const exit = await runCommandLine(recordVerbs({ record: forged.record, now: () => NOW, version: "0.2.0" }), line, {
    ...{ programme: "chilford", access: createAccess(recordGrants), isTerminal: false, now: () => NOW },
    identify: () => ({ id: "keeper", name: "Keeper", posts: [{ role: "operator", organisation: "" }] }),
    print: (text) => out.push(text),
    printError: (text) => err.push(text),
  });
  return { exit, out: out.join(""), err: err.join("") };
}

describe("the head of a month", () => {
  test("is that of its last event in London, or of the last before it, for every month that is over", async () => {
    const events = (await forged.record.history({ limit: 10 })).toReversed();
    expect(await monthHeads(forged.record, NOW)).toEqual([
      { month: "2008-04", seq: 3, hash: events[2]?.hash, events: 1 },
      { month: "2008-03", seq: 2, hash: events[1]?.hash, events: 1 },
      { month: "2008-02", seq: 1, hash: events[0]?.hash, events: 1 },
    ]);
  });

  test("is printed or written as a digest, once, and only of a month that is over and has a past", async () => {
    const { out } = await ran("record", "digest", "--month", "2008-03");
    const hash = (await forged.record.history({ seqs: [2], limit: 1 }))[0]?.hash;
    expect(readDigest(out)).toEqual({
      month: "2008-03",
      seq: 2,
      hash,
      events: 1,
      made: "2008-05-06",
      version: "0.2.0",
    });
    const to = join(folder, "march.json");
    expect((await ran("record", "digest", "--month", "2008-03", "--to", to)).exit).toBe(0);
    expect(readDigest(readFileSync(to, "utf8"))?.seq).toBe(2);
    expect((await ran("record", "digest", "--month", "2008-03", "--to", to)).err).toContain("is there already");
    expect((await ran("record", "digest", "--month", "2008-05")).err).toContain("can be made from 1 June 2008");
    expect((await ran("record", "digest", "--month", "2007-12")).err).toContain("Nothing was on record");
    expect((await ran("record", "digest", "--month", "April")).err).toContain("is not a month");
  });
});

describe("kept digests", () => {
  const keep = async (month: string): Promise<string> => {
    const to = join(folder, `${month}.json`);
    await ran("record", "digest", "--month", month, "--to", to);
    return to;
  };

  test("are passed through by a chain that nobody changed, however it grew", async () => {
    const kept = [await keep("2008-02"), await keep("2008-04")];
    const { exit, out } = await ran("record", "verify", "--digest", ...kept);
    expect(exit).toBe(0);
    expect(out).toContain("passes through all 2 digests");
  });

  test("find a past that was rewritten with all its hashes, which checking the chain alone does not", async () => {
    const [february, march] = [await keep("2008-02"), await keep("2008-03")];
    await forged.rewrite(2, { actor: "sam" });
    expect(await forged.record.verify()).toMatchObject({ whole: true, faults: [] });
    expect((await ran("record", "verify")).exit).toBe(0);
    const { exit, err } = await ran("record", "verify", "--digest", february, march);
    expect(exit).toBe(1);
    expect(err).toContain(`The digest ${march} fails: event 2 has the hash`);
    expect(err).not.toContain(february);
    const { out } = await ran("record", "verify", "--json", "--digest", february, march);
    expect(JSON.parse(out).data.digests).toMatchObject([{ file: march }]);
  });

  test("find a past that was cut off, and a file that is no digest", async () => {
    const april = await keep("2008-04");
    await forged.cutAfter(2);
    expect((await ran("record", "verify", "--digest", april)).err).toContain("has no event 3 any more");
    const other = join(folder, "other.json");
    writeFileSync(other, '{"month":"2008-02"}');
    expect((await ran("record", "verify", "--digest", other)).err).toContain(`${other} holds no digest`);
    expect((await ran("record", "verify", "--digest", join(folder, "none.json"))).err).toContain("holds no digest");
  });
});

test("a row altered behind the record's back is named by its id, to a person and to a machine", async () => {
  const id = (await forged.record.history({ seqs: [2], limit: 1 }))[0]?.id ?? "";
  await forged.alter(2, { actor: "sam" });
  expect((await ran("record", "verify")).err).toContain(id);
  expect(JSON.parse((await ran("record", "verify", "--json")).out).data.altered).toEqual([id]);
});
