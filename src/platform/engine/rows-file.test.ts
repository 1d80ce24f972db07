import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { day, flag, model, openEngine, optional, table, text, whole, writeRows } from "./index.ts";

const payment = table("payment", { practice: text, cost: whole, paid_on: optional(day), is_late: flag });
const payments = model(new URL("examples/late-payments.sql", import.meta.url), {
  reads: { payments: payment },
  takes: {},
  gives: payment.columns,
});

test("rows written to a file are read back as they were", async () => {
  const root = mkdtempSync(join(tmpdir(), "chilford-rows-"));
  const engine = await openEngine({ folders: [root], threads: 1 });
  const path = join(root, "payments.parquet");
  const rows = [
    { practice: "P1", cost: -5, paid_on: "2008-04-01", is_late: true },
    { practice: "P2", cost: 7, paid_on: null, is_late: true },
  ];
  await engine.within((connection) => writeRows(connection, payment, rows, path));
  expect(await engine.query(payments, { files: { payments: [path] }, values: {} })).toEqual(rows);
  engine.close();
  rmSync(root, { recursive: true });
});
