import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Tally } from "./tally.ts";

const INSTALLED = fileURLToPath(new URL("../../node_modules", import.meta.url));
const REPORTER = fileURLToPath(new URL("reporter.ts", import.meta.url));
const USES = 'import { beforeAll, describe, expect, it } from "vitest";\n';

const SUITES: Readonly<Record<string, string>> = {
  "mixed.test.ts": `${USES}it("passes", () => {}); it("passes too", () => {}); it("fails", () => expect(1).toBe(2)); it.skip("waits", () => {});`,
  "unloadable.test.ts": 'import "./nowhere.ts";',
  "unprepared.test.ts": `${USES}describe("a suite", () => { beforeAll(() => { throw new Error("no ground") }); it("never runs", () => {}); });`,
  "careless.test.ts": `${USES}it("passes by itself", () => { Promise.reject(new Error("nobody caught me")); });`,
  "vitest.config.ts": `import { tallyReporter } from ${JSON.stringify(REPORTER)};
    export default { test: { reporters: [tallyReporter("tally.json")], cache: false } };`,
};

describe("the tally of a run", () => {
  let folder: string;
  let tally: Tally;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "chilford-tally-"));
    symlinkSync(INSTALLED, join(folder, "node_modules"));
    for (const [name, text] of Object.entries(SUITES)) writeFileSync(join(folder, name), text);
    await new Promise((resolve) => {
      execFile(join(INSTALLED, ".bin/vitest"), ["run"], { cwd: folder }, resolve);
    });
    tally = JSON.parse(readFileSync(join(folder, "tally.json"), "utf8")) as Tally;
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it("counts tests over all files", () => {
    const { passed, failed, skipped } = tally;
    expect({ passed, failed, skipped }).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  it("names a file that does not load, set-up that fails and an error that nobody caught", () => {
    const [unloadable, unprepared, uncaught] = tally.outside.toSorted((a, b) => rank(a) - rank(b));
    expect(tally.outside).toHaveLength(3);
    expect(unloadable).toContain("unloadable.test.ts");
    expect(unprepared).toContain("no ground");
    expect(uncaught).toContain("nobody caught me");
  });
});

function rank(fault: string): number {
  return ["unloadable", "unprepared", "An error"].findIndex((start) => fault.startsWith(start));
}
