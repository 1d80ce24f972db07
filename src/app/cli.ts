import { randomBytes } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { dayInLondon } from "#kernel/period.ts";
import { runCommandLine } from "#platform/cli/run-command-line.ts";
import { clockOf } from "./clock.ts";
import { readConfiguration } from "./configuration.ts";
import { access } from "./grants.ts";
import { verbsAlone } from "./operations/index.ts";
import { operatorOf, withBars } from "./people.ts";
import { refusedAttempts } from "./record/refused-attempts.ts";
import { errorText, openService } from "./service.ts";
import { readSetting } from "./setting.ts";
import { sightOf } from "./sight.ts";
import { verbsOver } from "./verbs.ts";

/** Runs one line: by itself where it needs no data, else over the product as a visitor of the running server. */
async function main(argv: readonly string[]): Promise<number> {
  const configuration = readConfiguration(process.env);
  const alone = verbsAlone();
  if (alone.some(({ name }) => name === argv.slice(0, 2).join(" "))) {
    const identify = (id: string | undefined) =>
      id === undefined ? operatorOf(configuration.operator, undefined) : undefined;
    return runCommandLine(alone, argv, { ...TERMINAL, identify, now: () => new Date() });
  }
  const setting = readSetting(configuration.data);
  const now = clockOf(setting);
  const service = await openService(configuration, { mode: "visitor", reading: foldersNamed(argv), now });
  try {
    const people = setting?.people ?? [];
    return await runCommandLine(
      verbsOver(service, setting, { now, newId: () => randomBytes(16).toString("hex") }),
      argv,
      {
        ...TERMINAL,
        identify: async (id) => {
          if (id === undefined) return operatorOf(configuration.operator, await service.directory());
          const person = people.find((each) => each.id === id);
          return person && withBars(service, person, now());
        },
        refused: refusedAttempts(service.record),
        sight: async (person) => sightOf(person, await service.directory(), dayInLondon(now())),
        now,
      },
    );
  } finally {
    await service.close();
  }
}

const TERMINAL = {
  programme: "chilford",
  access,
  print: (text: string) => process.stdout.write(text),
  printError: (text: string) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
};

/** The folders of files that the line names: the engine may read no others outside the data folder. */
function foldersNamed(argv: readonly string[]): readonly string[] {
  const files = argv.map((word) => resolve(word)).filter((path) => existsSync(path) && statSync(path).isFile());
  return [...new Set(files.map((path) => dirname(path)))];
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${errorText(error)}\n`);
    process.exitCode = 1;
  },
);
