import type { LogEntry } from "./entry.ts";
import { faultOf } from "./fault.ts";

type Level = "info" | "warning" | "error";

/**
 * A line of the log, as JSON. It has no address as typed, no query, no person, nothing that was entered and no message of an
 * error: whoever reads logs learns nothing about anybody.
 */
export function logLine(entry: LogEntry, at: Date): string {
  const { kind, ...rest } = entry;
  const told = "error" in rest ? { ...rest, error: faultOf(rest.error) } : rest;
  return JSON.stringify({ time: at.toISOString(), level: levelOf(entry), event: kind, ...told });
}

function levelOf(entry: LogEntry): Level {
  switch (entry.kind) {
    case "request":
      return entry.status >= 500 ? "warning" : "info";
    case "readiness":
      return entry.failing.length === 0 ? "info" : "error";
    case "bug":
    case "end":
      return "error";
    case "start":
    case "stop":
      return "info";
  }
}
