import { defineConfig } from "vitest/config";
import { tallyReporter } from "./test/tally/reporter.ts";

const tally = process.env.CHILFORD_TALLY;

export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    reporters: ["default", ...(tally === undefined ? [] : [tallyReporter(tally)])],
    testTimeout: process.env.CHILFORD_LONG === undefined ? 60_000 : 1_800_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
    allowOnly: false,
    // Far from London, so that a day worked out in the machine's own time zone shows itself.
    env: { TZ: "Pacific/Auckland" },
  },
});
