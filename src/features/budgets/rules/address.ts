/** The address of a figure of the PCT in a run, such as `pct/envelope/acute`. Source: 003 ¶A1-1, figures being open. */
export function pctAddress(...ids: readonly string[]): string {
  return ["pct", ...ids].join("/");
}

/** The address of a figure of a practice in a run, such as `practice/E82001/budget/available/acute`. */
export function practiceAddress(practice: string, ...ids: readonly string[]): string {
  return ["practice", practice, ...ids].join("/");
}

/** The address of a practice's line, below what is available before the risk pool. */
export function lineAddress(practice: string, line: string, ...ids: readonly string[]): string {
  return practiceAddress(practice, "budget", "available", line, ...ids);
}
