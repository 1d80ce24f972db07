/** What is known of the faults of the packages we use, or why that could not be found out. */
export type Advisories =
  | { readonly kind: "found"; readonly faults: readonly Fault[] }
  | { readonly kind: "unknown"; readonly why: string };

/** A package with a known fault. */
export interface Fault {
  readonly name: string;
  readonly severity: Severity;
  /** What is wrong, by those who found it. */
  readonly titles: readonly string[];
}

const SEVERITIES = ["info", "low", "moderate", "high", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

interface Answer {
  readonly message?: string;
  readonly error?: { readonly summary?: string };
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly severity: string; readonly via: readonly (string | { readonly title?: string })[] }>
  >;
}

/** Reads what `npm audit --json` printed. Whatever is no answer is said to be none: silence is never taken for "nothing found". */
export function readAdvisories(printed: string): Advisories {
  const start = printed.indexOf("{");
  let answer: Answer;
  try {
    answer = JSON.parse(printed.slice(Math.max(start, 0), printed.lastIndexOf("}") + 1)) as Answer;
  } catch {
    return { kind: "unknown", why: "npm answered nothing that can be read" };
  }
  if (answer.vulnerabilities === undefined) {
    return { kind: "unknown", why: (answer.message ?? answer.error?.summary) || "npm gave no reason" };
  }
  const faults = Object.entries(answer.vulnerabilities).map(([name, { severity, via }]) => ({
    name,
    severity: SEVERITIES.find((each) => each === severity) ?? "critical",
    titles: via.map((each) => (typeof each === "string" ? `by way of ${each}` : (each.title ?? "without a title"))),
  }));
  return { kind: "found", faults };
}

/** Whether a fault stops a release. */
export function isSerious({ severity }: Fault): boolean {
  return severity === "high" || severity === "critical";
}
