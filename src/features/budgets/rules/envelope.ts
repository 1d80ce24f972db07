import type { FinancialYear } from "#kernel/period.ts";

/** The services that budgets are shown by, in the order of a statement. Source: 003 ¶A1-11. */
export const SERVICES = [
  "acute",
  "maternity",
  "mental-health",
  "community",
  "prescribing",
  "primary-care",
  "other",
  "central-management",
] as const;
export type Service = (typeof SERVICES)[number];

/** What a need index measures; the need files carry one weighted population for each. */
export const COMPONENTS = [
  "acute",
  "community",
  "mental-health",
  "maternity",
  "prescribing",
  "primary-care",
  "overall",
] as const;
export type Component = (typeof COMPONENTS)[number];

/** Who commissions a line: the practice, its group, the PCT, or a body wider than the PCT. Source: 004 ¶22-2. */
export const LEVELS = ["practice", "group", "pct", "wider"] as const;
export type Level = (typeof LEVELS)[number];

/** How a line is worked out for each practice. Source: 003 ¶A1-5 to ¶A1-10. */
export type Method =
  /** What the practice's patients used, at the budget year's prices; `activities` names the kinds that count here. */
  | { readonly kind: "historic-activity"; readonly activities: readonly string[] }
  | { readonly kind: "prescribing-formula" }
  /** By weighted heads; the component follows the service unless it is named. */
  | { readonly kind: "weighted-capitation"; readonly component?: Component }
  | { readonly kind: "per-head" }
  /** Shown per head and blocked back whole. */
  | { readonly kind: "held" };

/** What a line is for, as whoever states it says. The last two are named so that they can be refused by name. */
export const PURPOSES = [
  "care",
  "management",
  "high-cost",
  "contingency",
  "fair-share-growth",
  "deficit-recovery",
  "freed-up-deduction",
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** One line of the PCT's envelope, in whole pence. */
export interface EnvelopeLine {
  /** Lower-case words joined by hyphens; part of the address of every figure under it. */
  readonly id: string;
  readonly label: string;
  readonly service: Service;
  readonly amount: number;
  readonly method: Method;
  readonly level: Level;
  readonly purpose: Purpose;
}

/** All that a PCT has for a year, by line. */
export interface Envelope {
  readonly pct: string;
  readonly year: FinancialYear;
  readonly lines: readonly EnvelopeLine[];
}

/** Lines in the order of a statement, whatever order they were stated in. */
export function inOrder(lines: readonly EnvelopeLine[]): readonly EnvelopeLine[] {
  const place = ({ service }: EnvelopeLine): number => SERVICES.indexOf(service);
  return lines.toSorted((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}
