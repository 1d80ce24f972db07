import { expect, test } from "vitest";
import { serverKills } from "./server-kills.ts";

const ROUNDS = process.env.CHILFORD_LONG === undefined ? 20 : 200;

test(`${ROUNDS} kills of the server under write load lose nothing that was acknowledged, and the chain stays whole`, {
  timeout: 3_600_000,
}, async () => {
  const report = await serverKills(ROUNDS, 2008);
  expect(report).toMatchObject({ rounds: ROUNDS, withPostgres: ROUNDS / 4 });
  expect(report.acknowledged).toBeGreaterThan(ROUNDS * 5);
});
