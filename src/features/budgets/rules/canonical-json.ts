/**
 * Plain data as JSON with the keys of every object in order, so that equal data give the same bytes. Keys whose value is
 * undefined are left out, as JSON has no word for it. Source: 003 ¶A1-1, a budget being the same however often worked out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  const members = entries.sort(byKey).map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`);
  return `{${members.join(",")}}`;
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
