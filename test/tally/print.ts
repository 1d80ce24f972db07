import { readFileSync } from "node:fs";
import { type Tally, verdict } from "./tally.ts";

const [file = "", lint] = process.argv.slice(2);
const text = readFileSync(file, "utf8");
const { notes, line, good } = verdict(
  text === "" ? undefined : (JSON.parse(text) as Tally),
  lint === "passed" ? "passed" : "failed",
);
process.stdout.write(`\n${[...notes, line].join("\n")}\n`);
process.exitCode = good ? 0 : 1;
