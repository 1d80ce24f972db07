import type { Setting } from "./setting.ts";

const DAY = 86_400_000;

/** The clock; over a made-up world it starts on the day at which that world stands, and goes on from there. */
export function clockOf(setting: Setting | undefined): () => Date {
  if (setting === undefined) return () => new Date();
  const started = Math.floor(Date.now() / DAY) * DAY;
  const shift = Date.parse(`${setting.today}T00:00:00Z`) - started;
  return () => new Date(Date.now() + shift);
}
