import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultOf } from "./fault.ts";
import { logLine } from "./log-line.ts";

const AT = new Date("2008-04-28T09:00:00Z");
const lineOf = (entry: Parameters<typeof logLine>[0]) => JSON.parse(logLine(entry, AT)) as Record<string, unknown>;

describe("a line of the log", () => {
  test("says when, how grave, what, and of a request its pattern, status and time", () => {
    const request = {
      kind: "request",
      id: "r1",
      method: "GET",
      route: "/notes/:place",
      status: 200,
      milliseconds: 7,
    } as const;
    const { kind, ...rest } = request;
    expect(lineOf(request)).toEqual({ time: AT.toISOString(), level: "info", event: "request", ...rest });
    expect(lineOf({ ...request, status: 503 }).level).toBe("warning");
  });

  test("is one line whatever it tells", () => {
    expect(logLine({ kind: "bug", id: "r1", route: "/", error: new Error("two\nlines") }, AT)).not.toContain("\n");
  });

  test("tells how grave the rest is", () => {
    const levels = [
      { kind: "start" },
      { kind: "stop" },
      { kind: "end", error: new Error("x") },
      { kind: "bug", id: "", route: "/", error: 1 },
      { kind: "readiness", failing: ["disk"] },
      { kind: "readiness", failing: [] },
    ] as const;
    expect(levels.map((entry) => lineOf(entry).level)).toEqual(["info", "info", "error", "error", "error", "info"]);
  });
});

describe("an error in the log", () => {
  test("is told by its sort, its code and where it arose", () => {
    const error = Object.assign(new TypeError("no 9434765919"), {
      code: "23505",
      table: "people",
      constraint: "people_pkey",
    });
    const fault = faultOf(error);
    expect(fault).toMatchObject({ name: "TypeError", code: "23505", table: "people", constraint: "people_pkey" });
    expect(fault.at[0]).toMatch(/^src\/platform\/web\/log\/log-line\.test\.ts:\d+:\d+$/);
  });

  test("is told with its cause, and with that one's, but not without end", () => {
    const error = new Error("a", { cause: new RangeError("b") });
    expect(faultOf(error).cause?.name).toBe("RangeError");
    const round = new Error("a");
    round.cause = round;
    expect(JSON.stringify(faultOf(round)).match(/cause/g)).toHaveLength(3);
  });

  test("says nothing of what was thrown where it is no error", () => {
    expect(faultOf("Bearer 123")).toEqual({ name: "thrown string", at: [] });
  });

  test("never tells a word of its message or of what hangs on it, even where that looks like a place in a program", () => {
    const secret = fc.stringMatching(/^[a-z0-9]{8,20}$/).map((text) => `zq${text}`);
    fc.assert(
      fc.property(secret, (word) => {
        const looks = `x\n    at ${word} (file:///srv/src/${word}.ts:1:1)\n    at /src/${word}.ts:1:2\n${word}`;
        const error = Object.assign(new Error(looks, { cause: { word } }), {
          ...{ name: word, code: word, detail: word, where: word, table: `${word} x`, constraint: word.toUpperCase() },
          ...{ query: word, parameters: [word], url: `postgres://a:${word}@b/c` },
        });
        expect(JSON.stringify(faultOf(error))).not.toContain(word);
        expect(JSON.stringify(faultOf(new AggregateError([error], word)))).not.toContain(word);
      }),
      { numRuns: 300 },
    );
  });
});
