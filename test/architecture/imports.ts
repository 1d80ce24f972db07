import { cruise } from "./cruise.ts";
import { PROJECT } from "./project.ts";

const { problems, read, onDisk } = await cruise(PROJECT);
const unread = onDisk.filter((path) => !read.includes(path));
for (const { at, what } of problems) process.stdout.write(`${at}  ${what}\n`);
for (const path of unread) process.stdout.write(`${path}  was not read by dependency-cruiser\n`);
process.stdout.write(`${read.length} of ${onDisk.length} modules read: ${problems.length} problems.\n`);
process.exitCode = problems.length === 0 && unread.length === 0 && read.length > 0 ? 0 : 1;
