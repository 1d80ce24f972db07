import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { versionsAreExact } from "../architecture/checks/packages.ts";
import { type Advisories, isSerious, readAdvisories } from "./advisories.ts";
import { type Locked, lockGaps, lockProblems } from "./licences.ts";

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function audited(more: readonly string[]): Promise<Advisories> {
  return new Promise((resolve) => {
    execFile("npm", ["audit", "--json", ...more], { maxBuffer: 64 * 1024 * 1024 }, (_error, printed) =>
      resolve(readAdvisories(printed)),
    );
  });
}

/** Says what was found, and gives what stops a release. */
function told(what: string, found: Advisories): readonly string[] {
  if (found.kind === "unknown") {
    say(`${what}: not known. The registry did not answer: ${found.why}`);
    return [`${what} could not be checked`];
  }
  say(`${what}: ${found.faults.length} packages with known faults`);
  for (const { name, severity, titles } of found.faults) say(`  ${severity}  ${name}  ${titles.join("; ")}`);
  return found.faults.filter(isSerious).map(({ name, severity }) => `${name} has a known fault that is ${severity}`);
}

const read = (path: string): string => readFileSync(path, "utf8");
const { packages = {} } = JSON.parse(read("package-lock.json")) as { readonly packages?: Locked };
const inexact = versionsAreExact(new Map([["package.json", read("package.json")]]));
const licences = lockProblems(packages);
say(`Licences: ${Object.keys(packages).length - 1} packages, ${licences.length} of them not allowed`);
say(`Versions: ${inexact.length} are not exact`);
say("Ages: not checked. The lock file does not hold them; docs/decisions/0010-dependencies.md says what we ask for");
for (const gap of lockGaps(packages)) say(`Checksums: ${gap}`);
const stopping = [
  ...licences,
  ...inexact.map(({ what }) => what),
  ...told("Faults of what runs in the product", await audited(["--omit=dev"])),
  ...told("Faults of all packages", await audited([])),
];
for (const each of stopping) say(`STOPS A RELEASE: ${each}`);
say(stopping.length === 0 ? "Nothing stops a release." : `${stopping.length} things stop a release.`);
process.exitCode = stopping.length === 0 ? 0 : 1;
