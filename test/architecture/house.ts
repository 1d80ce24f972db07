import { CHECKS } from "./checks/index.ts";
import { PROJECT, readTree } from "./project.ts";

const tree = readTree(PROJECT);
const problems = Object.values(CHECKS).flatMap((check) => check(tree));
for (const { at, what } of problems) process.stdout.write(`${at}  ${what}\n`);
process.stdout.write(`${Object.keys(CHECKS).length} rules over ${tree.size} files: ${problems.length} problems.\n`);
process.exitCode = problems.length === 0 && tree.size > 0 ? 0 : 1;
