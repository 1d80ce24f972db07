import { expect, test } from "vitest";
import { killRounds } from "./kill-rounds.ts";

test("nothing acknowledged is lost, and the chain stays whole, whoever is killed and when", async () => {
  const report = await killRounds(5, 2008);
  expect(report).toMatchObject({ rounds: 5, blows: { starting: 1, writer: 2, postgres: 1, both: 1 } });
  expect(report.acknowledged).toBeGreaterThan(50);
});
