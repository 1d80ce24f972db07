import { type Basis, type DevolvedLine, type LineToDevolve, sharedByWeight } from "./devolved-line.ts";

/**
 * A line by registered patients, each counting alike; also how a line that the PCT holds is shown at practices before it
 * is blocked back. Source: 003 ¶A1-9, ¶A1-31.
 */
export function byHead(target: LineToDevolve, basis: Basis): DevolvedLine {
  const named = { id: "devolved", label: "Share by registered patients", changedBy: "Its list, or the line." };
  const parts = sharedByWeight(named, target.amount, basis.weigh("heads"));
  return { practices: new Map([...parts].map(([code, devolved]) => [code, { devolved }])), figures: [] };
}
