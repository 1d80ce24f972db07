import { CommanderError } from "commander";
import type { Access } from "../access/access.ts";
import { NotAllowed, NotFound } from "../access/errors.ts";
import type { Person } from "../access/person.ts";
import type { RefusedAttempt } from "../access/refused-attempt.ts";
import { OPEN_DATA, type Sight } from "../access/sight.ts";
import { authorityOf } from "../access/verdict.ts";
import { buildProgramme, type Call } from "./programme.ts";
import { createProgress } from "./progress.ts";
import type { Input, Outcome, Verb } from "./verb.ts";

/** What became of a line: done; refused or failed; not understood. */
export type ExitCode = 0 | 1 | 2;

/** All that the command line needs; what it says goes through nothing else. */
export interface Effects<Permission extends string = string> {
  readonly programme: string;
  readonly access: Access<Permission>;
  /** Who runs it: the person named with `--as`, or whoever it is without; nothing where there is no such person. */
  readonly identify: (id: string | undefined) => Person | undefined | Promise<Person | undefined>;
  /** Whose files a person may be given, worked out once a line; nobody's unless stated. */
  readonly sight?: (person: Person) => Sight | Promise<Sight>;
  /** Text for standard output and standard error, line ends included. */
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Whether somebody watches standard error. */
  readonly isTerminal: boolean;
  readonly now: () => Date;
  /** Told of a verb that somebody asked for and may not use. */
  readonly refused?: (attempt: RefusedAttempt) => Promise<void>;
}

/** Runs one line against the verbs and says by its exit code what became of it. Bugs are thrown, for the app to report. */
export async function runCommandLine<Permission extends string>(
  verbs: readonly Verb<NoInfer<Permission> | "anyone">[],
  argv: readonly string[],
  effects: Effects<Permission>,
): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const run = async (call: Call) => {
    exit = await answered(call, effects);
  };
  try {
    await buildProgramme(verbs, effects, run).parseAsync([...argv], { from: "user" });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

async function answered<P extends string>(call: Call, effects: Effects<P>): Promise<ExitCode> {
  const progress = createProgress(effects);
  const outcome = await outcomeOf(call, effects, progress.progress);
  progress.end();
  return said(outcome, call.json, effects);
}

async function outcomeOf<P extends string>(
  { verb, input, as }: Call,
  effects: Effects<P>,
  progress: (done: number, all: number, what: string) => void,
): Promise<Outcome> {
  const person = await effects.identify(as);
  if (person === undefined) return { refused: [unknownPerson(as)] };
  try {
    const sight = (await effects.sight?.(person)) ?? OPEN_DATA;
    const subject = await verb.subject({ ...input, sight, person });
    const verdict = effects.access.may(person, verb.permission as P, subject);
    if (!verdict.allowed) {
      const { permission, rule } = verdict;
      await effects.refused?.({ person, permission, rule, at: effects.now(), ...(subject && { subject }) });
      throw new NotAllowed(verdict);
    }
    const by = { actor: person.id, at: effects.now(), authority: authorityOf(verdict) };
    const may: Input["may"] = (wanted, of) => effects.access.may(person, wanted as P, of).allowed;
    return await verb.run({ ...input, person, sight, by, may }, { now: effects.now, progress });
  } catch (error) {
    if (error instanceof NotFound) return { refused: [error.message] };
    if (error instanceof NotAllowed) return { refused: [notAllowedText(error)] };
    throw error;
  }
}

function said(outcome: Outcome, json: boolean, { print, printError }: Pick<Effects, "print" | "printError">): ExitCode {
  const isRefused = "refused" in outcome;
  if (json) print(`${JSON.stringify(isRefused ? outcome : outcome.data, null, 2)}\n`);
  else if (isRefused) printError(lines(outcome.refused));
  else print(lines([outcome.text].flat()));
  return isRefused ? 1 : 0;
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}

function unknownPerson(as: string | undefined): string {
  return as === undefined
    ? "It is not known who you are. Say so with --as, followed by a person's id."
    : `There is nobody with the id ${as}. Check the id that follows --as.`;
}

function notAllowedText({ verdict }: NotAllowed): string {
  const holders = verdict.heldBy.length === 0 ? "Nobody holds it yet." : `It is held by: ${verdict.heldBy.join(", ")}.`;
  return `You may not do this: it needs the permission ${verdict.permission}. ${verdict.rule} ${holders}`;
}
