import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccountTables, accounts, move } from "./examples/accounts.ts";
import type { Record } from "./record.ts";
import { testRecord } from "./testing.ts";

let record: Record;
beforeAll(async () => {
  record = await testRecord([accounts]);
});
afterAll(() => record.close());

const content = async () => {
  const read = record.reads<AccountTables>();
  return {
    accounts: await read.selectFrom("accounts").selectAll().orderBy("account").execute(),
    movements: await read.selectFrom("movements").selectAll().orderBy("account").orderBy("version").execute(),
  };
};

test("replaying the events gives the same read tables, whatever was asked for", async () => {
  const command = fc.tuple(fc.constantFrom("a", "b", "ö/c d"), fc.integer({ min: -500, max: 1000 }));
  const commands = fc.array(command, { minLength: 1, maxLength: 12 });
  const property = fc.asyncProperty(commands, async (asked) => {
    for (const [account, pence] of asked) await move(record, account, pence);
    const before = await content();
    expect(await record.verify()).toMatchObject({ whole: true, faults: [] });
    await record.rebuild();
    expect(await content()).toEqual(before);
    expect(before.accounts.every(({ pence }) => pence >= 0)).toBe(true);
  });
  await fc.assert(property, { numRuns: 12, seed: 2008 });
});
