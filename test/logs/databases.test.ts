import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { openEngine } from "#platform/engine/index.ts";
import { loadsReadModel } from "#platform/lake/index.ts";
import { testRecord } from "#platform/record/testing.ts";
import { logLine } from "#platform/web/log/log-line.ts";

const NHS_NUMBER = "9434765919";

/** What is logged of a failure, beside what the failure says itself. */
async function loggedOf(failing: Promise<unknown>) {
  const error = await failing.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new TypeError("It did not fail");
  return { says: error.message, line: logLine({ kind: "bug", id: "r1", route: "/", error }, new Date(0)) };
}

test("a value that PostgreSQL chokes on and quotes is not logged; its code is, and where we asked", async () => {
  const record = await testRecord([loadsReadModel]);
  const reads = record.reads<{ loads: { rows_rejected: unknown; load: string } }>();
  const asked = reads.selectFrom("loads").select("load").where("rows_rejected", "=", `${NHS_NUMBER}x`).execute();
  const { says, line } = await loggedOf(asked);
  await record.close();
  expect(says).toContain(NHS_NUMBER);
  expect(line).not.toContain(NHS_NUMBER);
  expect(JSON.parse(line)).toMatchObject({ level: "error", error: { code: expect.stringMatching(/^22/) } });
});

test("a value that the engine chokes on and quotes is not logged", async () => {
  const engine = await openEngine({ folders: [tmpdir()] });
  const asked = engine.within((connection) =>
    connection.run("SELECT CAST($number AS INTEGER)", { number: `${NHS_NUMBER}x` }),
  );
  const { says, line } = await loggedOf(asked);
  engine.close();
  expect(says).toContain(NHS_NUMBER);
  expect(line).not.toContain(NHS_NUMBER);
  expect(JSON.parse(line)).toMatchObject({ error: { sort: "Conversion" } });
});
