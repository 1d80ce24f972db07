/** What a run of the tests came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Failures that belong to no single test: files that do not load, set-up that fails, errors nobody caught. */
  readonly outside: readonly string[];
}

/** The last words of a run and whether it was a good one. Source: CONTRIBUTING.md, "How a change is checked". */
export interface Verdict {
  readonly notes: readonly string[];
  readonly line: string;
  readonly good: boolean;
}

/**
 * Sums up a run. Each check of the code and each failure outside the tests counts as one; no report at all, or no test
 * that ran, is a failure, so that an empty run is never taken for a good one.
 */
export function verdict(tally: Tally | undefined, lint: "passed" | "failed"): Verdict {
  const { passed, failed, skipped, outside } = tally ?? NO_REPORT;
  const none = tally !== undefined && passed + failed === 0 && outside.length === 0 ? ["No test ran."] : [];
  const faults = [...outside, ...none, ...(lint === "failed" ? ["script/lint failed; its findings stand above."] : [])];
  const failures = failed + faults.length;
  return {
    notes: [...faults, ...(skipped > 0 ? [`${skipped} tests were skipped; what they need is named beside each.`] : [])],
    line: `${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`,
    good: failures === 0,
  };
}

const NO_REPORT: Tally = { passed: 0, failed: 0, skipped: 0, outside: ["The tests ended without a report."] };
