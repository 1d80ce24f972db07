import type { Anyone } from "../access/access.ts";
import type { Person, Subject } from "../access/person.ts";
import type { Sight } from "../access/sight.ts";
import type { Authorship } from "../record/index.ts";

/** Something named by its place in the line: required, left out at will, or as many as there are. */
export interface ArgumentSpec {
  readonly about: string;
  readonly count?: "one" | "optional" | "many";
}

/** Something named with two dashes; without a value it is a switch. */
export interface OptionSpec {
  readonly about: string;
  /** What its value is called in the help: `year` in `--year <year>`. */
  readonly value?: string;
  readonly required?: true;
  /** Whether several values may follow it. */
  readonly many?: true;
}

export type ArgumentSpecs = Readonly<Record<string, ArgumentSpec>>;
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type ArgumentValue<A extends ArgumentSpec> = A extends { readonly count: "many" }
  ? readonly string[]
  : A extends { readonly count: "optional" }
    ? string | undefined
    : string;

type OptionValue<O extends OptionSpec> = O extends { readonly value: string }
  ? O extends { readonly many: true }
    ? readonly string[] | undefined
    : O extends { readonly required: true }
      ? string
      : string | undefined
  : boolean;

/** What a verb is given: who asks, and what they named, typed by the verb's declaration. */
export interface Input<A extends ArgumentSpecs = ArgumentSpecs, O extends OptionSpecs = OptionSpecs> {
  readonly person: Person;
  /** Whose files the person may be given, whatever they were granted. */
  readonly sight: Sight;
  /** Who acts, when, and by which post and rule, for the record of what they do. */
  readonly by: Required<Authorship>;
  /** Whether the person may do something else too, for verbs that show more to those who may see more. */
  readonly may: (permission: string, subject?: Subject) => boolean;
  readonly arguments: { readonly [K in keyof A]: ArgumentValue<A[K]> };
  readonly options: { readonly [K in keyof O]: OptionValue<O[K]> };
}

/** What a verb may do while it runs. */
export interface Terminal {
  readonly now: () => Date;
  /** Says how far long work is; shown as it goes on a terminal, else now and then. */
  readonly progress: (done: number, all: number, what: string) => void;
}

/** What came of it: text for a person and the same as data; or why it was refused, in sentences that say what to do, with what a machine needs beside them. */
export type Outcome =
  | { readonly text: string | readonly string[]; readonly data: unknown }
  | { readonly refused: readonly [string, ...string[]]; readonly data?: unknown };

type SubjectOf<A extends ArgumentSpecs, O extends OptionSpecs> = (
  input: Pick<Input<A, O>, "arguments" | "options" | "sight" | "person">,
) => Subject | Promise<Subject>;

/** A verb of the command line, declared: its name in words, its help, its permission, what it takes. */
export type VerbSpec<Permission extends string, A extends ArgumentSpecs, O extends OptionSpecs> = {
  readonly name: string;
  readonly summary: string;
  readonly permission: Permission;
  readonly arguments?: A;
  readonly options?: O;
} & (Permission extends Anyone ? { readonly subject?: never } : { readonly subject: SubjectOf<A, O> });

/** A verb ready to run. */
export interface Verb<Permission extends string = string> {
  readonly name: string;
  readonly summary: string;
  readonly permission: Permission;
  readonly arguments: ArgumentSpecs;
  readonly options: OptionSpecs;
  readonly subject: (input: Pick<Input, "arguments" | "options" | "sight" | "person">) => Promise<Subject | undefined>;
  readonly run: (input: Input, terminal: Terminal) => Promise<Outcome>;
}

/** Declares a verb. Without a permission it does not compile. */
export function verb<
  const Permission extends string,
  const A extends ArgumentSpecs = Readonly<Record<never, ArgumentSpec>>,
  const O extends OptionSpecs = Readonly<Record<never, OptionSpec>>,
>(
  spec: VerbSpec<Permission, A, O>,
  run: (input: Input<A, O>, terminal: Terminal) => Outcome | Promise<Outcome>,
): Verb<Permission> {
  const { name, summary, permission } = spec;
  return {
    name,
    summary,
    permission,
    arguments: spec.arguments ?? {},
    options: spec.options ?? {},
    subject: async (input) => spec.subject?.(input as unknown as Input<A, O>),
    run: async (input, terminal) => run(input as unknown as Input<A, O>, terminal),
  };
}
