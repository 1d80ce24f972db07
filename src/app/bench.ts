import { readOptions, USAGE } from "./bench/options.ts";
import { runBench, TooLittleDisk } from "./bench/run-bench.ts";

/** Measures, or is the process that one stage of measuring runs in. */
async function main(words: readonly string[]): Promise<number> {
  if (words[0] === "stage") {
    const { runStage } = await import("./bench/stage-process.ts");
    await runStage();
    return 0;
  }
  if (words.includes("--help") || words.length === 0) {
    process.stdout.write(`${USAGE}\n`);
    return words.length === 0 ? 2 : 0;
  }
  const options = readOptions(words);
  if (typeof options === "string") {
    process.stderr.write(`${options}\n\n${USAGE}\n`);
    return 2;
  }
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  await runBench(options, {
    print: (text) => process.stdout.write(text),
    tell: (line) => process.stderr.write(`${line}\n`),
    signal: stop.signal,
  });
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isTold = error instanceof TooLittleDisk || (error instanceof Error && error.name === "AbortError");
    process.stderr.write(`${isTold || !(error instanceof Error) ? String(error) : error.stack}\n`);
    process.exitCode = 1;
  },
);
