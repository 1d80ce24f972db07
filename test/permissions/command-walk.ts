import { access } from "#app/grants.ts";
import { sightOf } from "#app/sight.ts";
import type { Directory } from "#features/organisations/index.ts";
import type { Day } from "#kernel/period.ts";
import type { Person } from "#platform/access/person.ts";
import { runCommandLine } from "#platform/cli/run-command-line.ts";
import type { Verb } from "#platform/cli/verb.ts";
import { TARGETS, type TargetName } from "./county-people.ts";
import { LINES, type Line } from "./lines.ts";
import type { Answer } from "./walk.ts";
import type { World } from "./whose.ts";

/** A verb asked for in the affairs of one place. */
interface Question {
  readonly verb: Verb;
  readonly line: Line;
  readonly target: TargetName;
  readonly argv: readonly string[];
}

/** Every verb for every place there is to ask about; once only where it is about nobody in particular. */
export function linesOf(verbs: readonly Verb[], world: World): readonly Question[] {
  return verbs.flatMap((verb) => {
    const line = LINES[verb.name];
    if (line === undefined) return [];
    const targets = line.about === "nobody" ? (["own"] as const) : (Object.keys(TARGETS) as TargetName[]);
    return targets.map((target) => ({
      ...{ verb, line, target },
      argv: [...verb.name.split(" "), ...whole(verb, line.words(TARGETS[target], world))],
    }));
  });
}

/** The words with something for whatever else the verb asks for; its door does not look at that. */
function whole({ options }: Verb, words: readonly string[]): readonly string[] {
  const asked = Object.entries(options).flatMap(([name, { required }]) =>
    required ? [`--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`] : [],
  );
  return [...words, ...asked.filter((option) => !words.includes(option)).flatMap((option) => [option, "something"])];
}

/** Runs a line as far as its door: whether somebody may use the verb there, without its being done. */
export async function askLine(
  { verb, argv }: Question,
  person: Person,
  { directory, today }: { readonly directory: Directory; readonly today: Day },
): Promise<Answer> {
  const heard: string[] = [];
  const door = { ...verb, run: async () => ({ text: "open", data: null }) };
  const code = await runCommandLine([door as Verb<"anyone">], argv, {
    ...{ programme: "chilford", access, identify: () => person, isTerminal: false },
    sight: async () => sightOf(person, directory, today),
    print: (text) => heard.push(text),
    printError: (text) => heard.push(text),
    now: () => new Date(),
  });
  const said = heard.join("");
  if (code === 2) throw new Error(`${argv.join(" ")} was not understood: ${said}`);
  return said === "open\n" ? "open" : "closed";
}
