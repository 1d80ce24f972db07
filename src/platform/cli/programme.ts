import { Argument, Command, Option } from "commander";
import { ANYONE } from "../access/access.ts";
import type { ArgumentSpec, Input, OptionSpec, Verb } from "./verb.ts";

/** A verb that was called, with what was named. */
export interface Call {
  readonly verb: Verb;
  readonly input: Pick<Input, "arguments" | "options">;
  readonly json: boolean;
  /** The id of the person on whose behalf. */
  readonly as: string | undefined;
}

interface Voice {
  readonly programme: string;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

/** The verbs as a tree of commands, a word a level, each with its help; a call is handed to `run`. */
export function buildProgramme(verbs: readonly Verb[], voice: Voice, run: (call: Call) => Promise<void>): Command {
  const top = configured(new Command(voice.programme), voice);
  top.description("Every verb takes --json for a machine and --help for you.");
  const inOrder = verbs.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  top.addHelpText("after", `\nAll verbs:\n${listed(inOrder)}`);
  for (const verb of inOrder) {
    addVerb(groupFor(verb.name.split(" ").slice(0, -1), top, voice), verb, voice, run);
  }
  return top;
}

function listed(verbs: readonly Verb[]): string {
  const widest = Math.max(...verbs.map(({ name }) => name.length), 0);
  return verbs.map(({ name, summary }) => `  ${name.padEnd(widest)}  ${summary}`).join("\n");
}

function configured(command: Command, { print, printError, programme }: Voice): Command {
  return command
    .exitOverride()
    .configureOutput({
      writeOut: print,
      writeErr: printError,
      outputError: (text, write) => write(sentence(text)),
    })
    .showHelpAfterError(`Type ${programme} --help for what can be asked.`)
    .helpCommand(false);
}

/** What the parser says, as a sentence. */
function sentence(text: string): string {
  const said = text.trim().replace(/^error: (.)/, (_whole, letter: string) => letter.toUpperCase());
  return `${said}${/[.?)]$/.test(said) ? "" : "."}\n`;
}

function groupFor(words: readonly string[], top: Command, voice: Voice): Command {
  return words.reduce((at, word) => {
    const there = at.commands.find((command) => command.name() === word);
    if (there !== undefined) return there;
    const group = configured(new Command(word), voice);
    at.addCommand(group);
    return group;
  }, top);
}

function addVerb(group: Command, verb: Verb, voice: Voice, run: (call: Call) => Promise<void>): void {
  const command = configured(new Command(verb.name.split(" ").at(-1) ?? verb.name), voice);
  const needs = verb.permission === ANYONE ? "Anyone may use it." : `Needs the permission ${verb.permission}.`;
  command.summary(verb.summary).description(`${verb.summary}\n\n${needs}`);
  const names = Object.keys(verb.arguments);
  for (const [name, spec] of Object.entries(verb.arguments)) command.addArgument(argumentOf(name, spec));
  for (const [name, spec] of Object.entries(verb.options)) command.addOption(optionOf(name, spec));
  command.option("--json", "print the result as JSON").option("--as <person>", "the id of the person who asks");
  command.action(async () => {
    const { json, as, ...options } = command.opts<{ json?: true; as?: string }>();
    const given = Object.fromEntries(names.map((name, index) => [name, command.processedArgs[index]]));
    const switches = Object.entries(verb.options).filter(([, { value }]) => value === undefined);
    const off = Object.fromEntries(switches.map(([name]) => [name, false]));
    await run({ verb, input: { arguments: given, options: { ...off, ...options } }, json: json ?? false, as });
  });
  group.addCommand(command);
}

function argumentOf(name: string, { about, count = "one" }: ArgumentSpec): Argument {
  const shown = { one: `<${name}>`, optional: `[${name}]`, many: `<${name}...>` }[count];
  return new Argument(shown, about);
}

function optionOf(name: string, { about, value, required, many }: OptionSpec): Option {
  const dashed = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const option = new Option(value === undefined ? `--${dashed}` : `--${dashed} <${value}${many ? "..." : ""}>`, about);
  return required ? option.makeOptionMandatory() : option;
}
