import { expect, test } from "vitest";
import { accounts, move } from "./examples/accounts.ts";
import { openRecord } from "./record.ts";
import { testDatabase } from "./testing.ts";
import { schemasOf, type Upcast } from "./upcasts.ts";

const now = () => new Date(0);
const toPence: Upcast = {
  type: "money moved",
  from: 1,
  to: (data) => ({ amount: (data as { pence: number }).pence, unit: "pence" }),
};
const toList: Upcast = { type: "money moved", from: 2, to: (data) => ({ amounts: [data] }) };

test("an old event reads in the newest schema, while the chain keeps what was written", async () => {
  const { url, ownerUrl, drop } = await testDatabase();
  const before = await openRecord({ url, ownerUrl, readModels: [accounts], now });
  await move(before, "a", 100);
  await before.close();
  const after = await openRecord({ url, ownerUrl, readModels: [], upcasts: [toList, toPence], now });
  const [event] = await after.past("a");
  expect(event).toMatchObject({ schema: 3, data: { amounts: [{ amount: 100, unit: "pence" }] } });
  expect((await after.verify()).whole).toBe(true);
  await after.close();
  await drop();
});

test("a new event is written in the newest schema, which an older program refuses to guess at", async () => {
  const { url, ownerUrl, drop } = await testDatabase();
  const newer = await openRecord({ url, ownerUrl, readModels: [], upcasts: [toPence], now });
  await move(newer, "a", 100);
  expect((await newer.past("a"))[0]).toMatchObject({ schema: 2, data: { pence: 100 } });
  await newer.close();
  const older = await openRecord({ url, readModels: [], now });
  await expect(older.past("a")).rejects.toThrow(/schema 2, newer than this program knows/);
  await older.close();
  await drop();
});

test("upcasts that leave a schema out, or give one twice, are refused", () => {
  expect(() => schemasOf([toList])).toThrow(/must lead from schema 1/);
  expect(() => schemasOf([toPence, toPence])).toThrow(/must lead from schema 1/);
});
