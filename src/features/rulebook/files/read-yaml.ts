import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { type Day, isDay } from "#kernel/period.ts";
import { definitionOf } from "../rules/catalogue.ts";
import { checkedValue, issueInWords } from "../rules/checked-value.ts";
import type { DatedValue } from "../rules/dated-value.ts";
import { isFitting, narrowerForm } from "../rules/narrower.ts";
import { type Place, placeForm } from "../rules/place.ts";
import { type ProblemCode, problem, type RulebookProblem } from "../rules/problem.ts";
import { readCitation, type TextFile } from "../rules/source-document.ts";

const day = z.string().refine((text): text is Day => isDay(text), "is not a day like 2007-04-01") as z.ZodType<Day>;
const citation = z.string().transform((text, context) => {
  const source = readCitation(text);
  if (source !== undefined) return source;
  context.addIssue("is not a citation like 003 ¶2.2.1-6");
  return z.NEVER;
});

/** One value as a rulebook file gives it. Source: settled ¶rules-1. */
const entryForm = z.strictObject({
  rule: z.string(),
  value: z.unknown().optional(),
  from: day,
  until: day.optional(),
  source: citation,
  narrower: narrowerForm.optional(),
  note: z.string().min(1).optional(),
});

/** What a file held that was right, and what was wrong with the rest. */
export interface Reading<T> {
  readonly read: readonly T[];
  readonly problems: readonly RulebookProblem[];
}

interface Yaml {
  readonly data: unknown;
  readonly problems: readonly RulebookProblem[];
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads a folder's `place.yaml`. */
export function readPlace(id: string, { file, text }: TextFile): Reading<Place> {
  const yaml = parsed({ file, text });
  if (yaml.problems.length > 0) return { read: [], problems: yaml.problems };
  const form = placeForm.safeParse(yaml.data);
  if (!form.success) return { read: [], problems: shapeProblems("place-wrong", file, yaml, form.error) };
  const { name, kind, within, organisations = [] } = form.data;
  const place = { id, name, kind, ...(within === undefined ? {} : { within }), organisations, at: { file, line: 1 } };
  return { read: [place], problems: [] };
}

/** Reads a file of values that a place sets. */
export function readValues(place: string, { file, text }: TextFile): Reading<DatedValue> {
  const yaml = parsed({ file, text });
  if (yaml.problems.length > 0) return { read: [], problems: yaml.problems };
  if (!Array.isArray(yaml.data)) {
    return { read: [], problems: [problem("not-a-list", { file, line: 1 }, "the file is not a list of values")] };
  }
  const readings = yaml.data.map((entry, index) => readEntry(place, file, yaml, entry, index));
  return { read: readings.flatMap(({ read }) => read), problems: readings.flatMap(({ problems }) => problems) };
}

function readEntry(place: string, file: string, yaml: Yaml, entry: unknown, index: number): Reading<DatedValue> {
  const at = { file, line: yaml.lineOf([index]) };
  const form = entryForm.safeParse(entry);
  if (!form.success)
    return { read: [], problems: shapeProblems("entry-wrong", file, yaml, form.error, [index], entry) };
  const { rule, value, until, narrower, note, ...rest } = form.data;
  const read = checkedValue(rule, value, narrower !== undefined, at);
  if ("problem" in read) return { read: [], problems: [read.problem] };
  if (until !== undefined && until < rest.from) {
    return { read: [], problems: [problem("dates-wrong", at, `ends on ${until}, before it starts`, rule)] };
  }
  if (narrower !== undefined && !isFitting(narrower, read.rule)) {
    const what = `"${narrower.kind}" does not suit a rule whose value is a ${definitionOf(read.rule).form}`;
    return { read: [], problems: [problem("narrower-wrong", at, what, rule)] };
  }
  const optional = {
    ...(read.value === undefined ? {} : { value: read.value }),
    ...(until === undefined ? {} : { until }),
    ...(narrower === undefined ? {} : { narrower }),
    ...(note === undefined ? {} : { note }),
  };
  return { read: [{ rule: read.rule, place, ...rest, ...optional, at }], problems: [] };
}

function parsed({ file, text }: TextFile): Yaml {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const problems = document.errors.map(({ pos, message }) =>
    problem("yaml-broken", { file, line: counter.linePos(pos[0]).line }, message.split("\n")[0] ?? message),
  );
  const lineOf = (path: readonly PropertyKey[]): number => {
    const node = document.getIn(path, true) as { range?: readonly number[] | null } | undefined;
    const start = node?.range?.[0];
    if (start !== undefined) return counter.linePos(start).line;
    return path.length === 0 ? 1 : lineOf(path.slice(0, -1));
  };
  return { data: problems.length > 0 ? undefined : document.toJS(), problems, lineOf };
}

function shapeProblems(
  code: ProblemCode,
  file: string,
  yaml: Yaml,
  error: z.ZodError,
  path: readonly PropertyKey[] = [],
  entry?: unknown,
): readonly RulebookProblem[] {
  const rule = ruleIn(entry);
  return error.issues.map((issue) => {
    const at = { file, line: yaml.lineOf([...path, ...issue.path]) };
    return problem(code, at, issueInWords(issue), rule);
  });
}

function ruleIn(entry: unknown): string | undefined {
  const rule = typeof entry === "object" && entry !== null && "rule" in entry ? entry.rule : undefined;
  return typeof rule === "string" ? rule : undefined;
}
