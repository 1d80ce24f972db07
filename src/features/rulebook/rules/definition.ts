import { z } from "zod";
import { type BasisPoints, basisPoints } from "#kernel/money.ts";
import { type Day, isDay, isMonth } from "#kernel/period.ts";

/** The shape a rule's value has. It decides how a narrower place may be held: a range for numbers, items for lists. */
export type Form = "rate" | "number" | "yes or no" | "choice" | "list" | "day" | "table";

/** What the product knows of a rule apart from its values: its words, the shape of its value, and how that reads. */
export interface RuleDefinition<T> {
  readonly title: string;
  readonly form: Form;
  readonly schema: z.ZodType<T>;
  /** The value as one sentence, to stand beside the figures it made. Source: settled ¶rules-1. */
  readonly says: (value: T) => string;
}

type Words<T> = Pick<RuleDefinition<T>, "title" | "says">;

const RATE = z.int().transform((value): BasisPoints => basisPoints(value));

/** A rate in basis points. */
export function rate(title: string, says: (value: BasisPoints) => string): RuleDefinition<BasisPoints> {
  return { title, form: "rate", schema: RATE, says };
}

/** A whole number, from a least one up. */
export function wholeNumber(title: string, least: number, says: (value: number) => string): RuleDefinition<number> {
  return { title, form: "number", schema: z.int().min(least), says };
}

export function yesOrNo(title: string, whenYes: string, whenNo: string): RuleDefinition<boolean> {
  return { title, form: "yes or no", schema: z.boolean(), says: (value) => (value ? whenYes : whenNo) };
}

/** One of some words, each with the sentence it stands for. */
export function choice<const C extends string>(title: string, says: Readonly<Record<C, string>>): RuleDefinition<C> {
  const words = Object.keys(says) as [C, ...C[]];
  return { title, form: "choice", schema: z.enum(words) as unknown as z.ZodType<C>, says: (value) => says[value] };
}

/** Some of a set of words, each at most once, in an order that may matter. */
export function listOf<const C extends string>(
  words: readonly [C, ...C[]],
  { title, says }: Words<readonly C[]>,
): RuleDefinition<readonly C[]> {
  const schema = z.array(z.enum(words)).refine(isWithoutRepeats, "names something twice") as unknown as z.ZodType<
    readonly C[]
  >;
  return { title, form: "list", schema, says };
}

/** A day in the calendar. */
export function dayOf(title: string, says: (value: Day) => string): RuleDefinition<Day> {
  const schema = z.string().refine(isDay, "is not a day like 2007-04-01") as unknown as z.ZodType<Day>;
  return { title, form: "day", schema, says };
}

/** A value with parts of its own; a narrower place takes it whole or sets its own. */
export function table<T>(schema: z.ZodType<T>, { title, says }: Words<T>): RuleDefinition<T> {
  return { title, form: "table", schema, says };
}

/** A rate as people read it: 1,000 basis points is 10%, 250 is 2.5%. */
export function percent(value: number): string {
  return `${value / 100}%`;
}

/** Words whose spoken form is not just theirs without hyphens. */
const SPOKEN: Readonly<Record<string, string>> = {
  "freed-up-resources": "freed-up resources",
  held: "held by the PCT",
  "long-stay-days": "long-stay days",
  pct: "PCT",
  lmc: "LMC",
  pec: "PEC",
  board: "Board",
};

/** A word of a rule's value as people say it: `mental health` for `mental-health`. */
export function spoken(word: string): string {
  return SPOKEN[word] ?? word.replaceAll("-", " ");
}

/** Words in a row as people read them: `a, b and c`. */
export function inWords(items: readonly string[], last = "and"): string {
  const words = items.map(spoken);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** A day or month as people say it, 1 April 2007 or April 2007; a year stays as it is. */
export function spokenPeriod(period: string): string {
  if (!isDay(period) && !isMonth(period)) return period;
  const [year, month, day] = period.split("-").map(Number);
  const named = `${MONTHS[(month ?? 1) - 1]} ${year}`;
  return day === undefined ? named : `${day} ${named}`;
}

/** Words with a capital first letter, to begin a sentence. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function isWithoutRepeats(items: readonly string[]): boolean {
  return new Set(items).size === items.length;
}
