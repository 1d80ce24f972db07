import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadRulebook, loadSources } from "#features/rulebook/index.ts";
import { day } from "#kernel/period.ts";
import { testRecord } from "#platform/record/testing.ts";
import { makeFolders } from "../folders.ts";
import { fitnessOf, readinessOf } from "./readiness.ts";

let root: string;
const rulebook = loadRulebook(["rulebook"], loadSources("docs/sources"));
const today = () => day("2026-04-01");
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "chilford-ready-"));
});
afterAll(() => rmSync(root, { recursive: true }));

async function made() {
  const record = await testRecord([]);
  const service = { record, rulebook, folders: makeFolders(join(root, "data")) };
  const found = async () => {
    const asked = fitnessOf({ service, today }).map(async ({ name, isFit }) => [
      name,
      await isFit().catch(() => false),
    ]);
    return Object.fromEntries(await Promise.all(asked)) as Record<string, boolean>;
  };
  return { service, found };
}

test("a service over a sound database and data folder is fit in all it needs", async () => {
  const { service, found } = await made();
  expect(await found()).toEqual({ database: true, migrations: true, disk: true, lake: true });
  await service.record.close();
});

test("what is gone is named: the database, the lake", async () => {
  const { service, found } = await made();
  await service.record.close();
  rmSync(service.folders.lake, { recursive: true });
  expect(await found()).toEqual({ database: false, migrations: false, disk: true, lake: false });
  mkdirSync(service.folders.lake);
  chmodSync(service.folders.lake, 0o700);
});

test("a disk with less room than the rule keeps is too full", async () => {
  const { service, found } = await made();
  const rules = { ...rulebook, inForce: () => ({ value: 10 ** 12 }) } as unknown as typeof rulebook;
  const asked = fitnessOf({ service: { ...service, rulebook: rules }, today }).find(({ name }) => name === "disk");
  expect(await asked?.isFit()).toBe(false);
  expect((await found()).disk).toBe(true);
  await service.record.close();
});

test("what takes too long is given up by a real clock", async () => {
  const { service } = await made();
  const { after } = readinessOf({ service, today });
  await new Promise<void>((passed) => after(1, passed));
  const callOff = after(1, () => expect.unreachable());
  callOff();
  await service.record.close();
});
