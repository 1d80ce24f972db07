import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";
import type { Tally } from "./tally.ts";

/** Writes the tally of a run to a file when it ends; what a person reads is left to the reporter beside it. */
export function tallyReporter(file: string): Reporter {
  return {
    onTestRunEnd: (modules, unhandled) => {
      const uncaught = unhandled.map((error) => `An error that no test caught: ${error.message}`);
      writeFileSync(file, JSON.stringify(tally(modules, uncaught)));
    },
  };
}

function tally(modules: readonly TestModule[], uncaught: readonly string[]): Tally {
  const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
  const count = (...wanted: readonly string[]): number => states.filter((state) => wanted.includes(state)).length;
  return {
    passed: count("passed"),
    failed: count("failed"),
    skipped: count("skipped", "pending"),
    outside: [...modules.flatMap(faultsOf), ...uncaught],
  };
}

function faultsOf(module: TestModule): readonly string[] {
  const suites = [...module.children.allSuites()].map((suite) => ({ name: suite.fullName, errors: suite.errors() }));
  return [{ name: "the file", errors: module.errors() }, ...suites].flatMap(({ name, errors }) =>
    errors.map((error) => `${module.relativeModuleId}, ${name}: ${error.message}`),
  );
}
