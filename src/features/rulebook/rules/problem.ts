/** Where in the rulebook or the sources something is wrong. */
export interface Position {
  readonly file: string;
  readonly line: number;
}

/** Something wrong with the rulebook: where, with which rule, what it is and what to do about it. */
export interface RulebookProblem extends Position {
  readonly code: ProblemCode;
  readonly rule?: string;
  readonly what: string;
  readonly todo: string;
}

/** Every kind of problem with the advice that goes with it. Source: settled ¶rules-1 to ¶rules-6. */
const ADVICE = {
  "yaml-broken": "Correct the YAML; indentation and quotes are the usual causes.",
  "not-yaml": "Rename the file to end in .yaml, or move it out of the rulebook.",
  "not-a-list": "Write the file as a list of values, each starting with `- rule:`.",
  "entry-wrong": "Give rule, value, from and source, and besides only until, narrower and note.",
  "rule-unknown": "Correct the name, or add the rule to the catalogue in src/features/rulebook/rules/catalogue.",
  "value-wrong": "Write a value of the kind this rule takes.",
  "value-missing": "Give a value, or a range for narrower places, or both.",
  "source-missing": "Cite a paragraph that docs/sources/ has, such as `003 ¶2.2.1-6`, or add it there.",
  "dates-wrong": "Let the value end on or after the day it starts.",
  overlap: "End the earlier value on the day before the later one starts.",
  "out-of-range": "Choose a value inside the limit, or change the limit at the wider place with its own source.",
  "narrower-wrong":
    "Use `fixed` for any rule, least and greatest for numbers, one-of for choices, including for lists.",
  "place-missing": "Add place.yaml with name, kind and, unless it is the widest, within.",
  "place-wrong": "Give name and kind, and besides only within and organisations.",
  "place-twice": "Keep place.yaml in one folder; another folder of that name adds values only.",
  "within-unknown": "Name a place that has a folder, or add that folder.",
  "place-cycle": "Let `within` lead to a wider place that is not inside this one.",
  "organisation-twice": "Name each organisation under one place.",
  "document-wrong": "Lay the document out as docs/sources/README.md says.",
  "paragraph-twice": "Give the paragraph a number of its own.",
} as const;

export type ProblemCode = keyof typeof ADVICE;

/** A problem with its advice. */
export function problem(code: ProblemCode, at: Position, what: string, rule?: string): RulebookProblem {
  return { code, file: at.file, line: at.line, ...(rule === undefined ? {} : { rule }), what, todo: ADVICE[code] };
}

/** A problem as one line of text, the place first, as compilers write it. */
export function problemText({ file, line, rule, what, todo }: RulebookProblem): string {
  return `${file}:${line}: ${rule === undefined ? "" : `${rule}: `}${what}. ${todo}`;
}
