import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { PROJECT, type Problem, readTree } from "./project.ts";

/** What dependency-cruiser found, and how much of the source it read. */
export interface Cruise {
  readonly problems: readonly (Problem & { readonly rule: string })[];
  readonly read: readonly string[];
  readonly onDisk: readonly string[];
}

interface Report {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string; readonly comment?: string }[] };
  };
}

const MODULE = /^src\/.*\.tsx?$/;

/**
 * Runs dependency-cruiser over the src folder of a project. What it read is returned beside what it found, because it
 * reports success where it can read nothing at all, which is how it answers a compiler that it does not know.
 */
export async function cruise(root: string): Promise<Cruise> {
  const depcruise = join(PROJECT, "node_modules/.bin/depcruise");
  const config = [".dependency-cruiser.cjs", "--output-type", "json"];
  const onDisk = [...readTree(join(root, "src")).keys()].map((path) => `src/${path}`).filter(isModule);
  const { stdout } = await promisify(execFile)(depcruise, ["src", "--config", ...config], {
    cwd: root,
    maxBuffer: 2 ** 28,
  });
  const { modules, summary } = JSON.parse(stdout) as Report;
  const comments = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
  return {
    problems: summary.violations.map(({ from, to, rule: { name } }) => ({
      rule: name,
      at: from,
      what: `imports ${to} (${name}). ${comments.get(name) ?? ""}`,
    })),
    read: modules.map(({ source }) => source).filter(isModule),
    onDisk,
  };
}

const isModule = (path: string): boolean => MODULE.test(path);
