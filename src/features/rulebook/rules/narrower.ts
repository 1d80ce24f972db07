import { z } from "zod";
import { definitionOf, type RuleName } from "./catalogue.ts";
import { type Form, inWords, percent } from "./definition.ts";

/** What a narrower place may do with a rule. Source: settled ¶rules-3. */
export type Narrower =
  | { readonly kind: "fixed" }
  | { readonly kind: "range"; readonly least?: number | undefined; readonly greatest?: number | undefined }
  | { readonly kind: "one of"; readonly values: readonly unknown[] }
  | { readonly kind: "including"; readonly items: readonly unknown[] };

const range = z
  .strictObject({ least: z.int().optional(), greatest: z.int().optional() })
  .refine(({ least, greatest }) => least !== undefined || greatest !== undefined, "gives neither least nor greatest")
  .refine(({ least, greatest }) => (least ?? -Infinity) <= (greatest ?? Infinity), "has its least above its greatest");

/** `narrower` as a value in YAML gives it. */
export const narrowerForm: z.ZodType<Narrower> = z.union([
  z.literal("fixed").transform(() => ({ kind: "fixed" }) as const),
  z
    .strictObject({ "one-of": z.array(z.unknown()).min(1) })
    .transform((given) => ({ kind: "one of", values: given["one-of"] }) as const),
  z
    .strictObject({ including: z.array(z.unknown()).min(1) })
    .transform(({ including }) => ({ kind: "including", items: including }) as const),
  range.transform(({ least, greatest }) => ({ kind: "range", least, greatest }) as const),
]);

const KINDS_OF_FORM: Readonly<Record<Form, readonly Narrower["kind"][]>> = {
  rate: ["fixed", "range"],
  number: ["fixed", "range"],
  "yes or no": ["fixed"],
  choice: ["fixed", "one of"],
  list: ["fixed", "including"],
  day: ["fixed"],
  table: ["fixed"],
};

/** Whether a rule can be narrowed in this way: a list has no least, a rate no items. */
export function isFitting(narrower: Narrower, rule: RuleName): boolean {
  return KINDS_OF_FORM[definitionOf(rule).form].includes(narrower.kind);
}

/** Whether a narrower place's value stays inside what the wider place, whose own value is given, allows. */
export function isInside(narrower: Narrower, wider: unknown, value: unknown): boolean {
  switch (narrower.kind) {
    case "fixed":
      return isSame(wider, value);
    case "range":
      return (
        typeof value === "number" &&
        value >= (narrower.least ?? Number.NEGATIVE_INFINITY) &&
        value <= (narrower.greatest ?? Number.POSITIVE_INFINITY)
      );
    case "one of":
      return narrower.values.some((allowed) => isSame(allowed, value));
    case "including":
      return Array.isArray(value) && narrower.items.every((item) => value.includes(item));
  }
}

/** A limit in words, as it follows "narrower places may set": `3% to 5%`. */
export function limitInWords(narrower: Narrower, rule: RuleName): string {
  const shown = (value: number) => (definitionOf(rule).form === "rate" ? percent(value) : String(value));
  switch (narrower.kind) {
    case "fixed":
      return "no other value";
    case "one of":
      return inWords(narrower.values.map(String), "or");
    case "including":
      return `a list that includes ${inWords(narrower.items.map(String))}`;
    case "range":
      if (narrower.least === undefined) return `at most ${shown(narrower.greatest ?? 0)}`;
      if (narrower.greatest === undefined) return `at least ${shown(narrower.least)}`;
      return `${shown(narrower.least)} to ${shown(narrower.greatest)}`;
  }
}

/** Equality of plain data, whatever the order of its keys. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, inOrder(part)]),
  );
}
