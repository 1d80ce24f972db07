import type { Dataset, Intake, Meaning } from "./dataset.ts";
import type { Field } from "./field.ts";
import type { LineFault } from "./records.ts";

/** A code found in a row, with what it means. */
export interface Finding extends Meaning {
  readonly code: string;
}

const LINES: { readonly [Fault in LineFault]: Omit<Meaning, "weight"> } = {
  "line-fields": {
    what: "The line does not have as many fields as the first one.",
    why: "It cannot be told which value belongs to which column.",
    todo: "Put quotes around values that hold a comma, or add or remove commas.",
  },
  "line-quotes": {
    what: "Quotes on this line are not closed, or something follows them before the next comma.",
    why: "It cannot be told where its fields end.",
    todo: "Put quotes around whole values only, and double each quote within them.",
  },
  "line-characters": {
    what: "The line holds characters that are not text in the file's encoding.",
    why: "Part of it was damaged or is in another encoding.",
    todo: "Save the file as UTF-8 and correct the line.",
  },
  "line-length": {
    what: "The line is longer than a row of this layout can be.",
    why: "Line ends or quotes before it are likely to be missing.",
    todo: "Put each row on a line of its own.",
  },
};

const REPEATED: Meaning = {
  weight: "reject",
  what: "An earlier row has the same key.",
  why: "The same care or line would be counted twice.",
  todo: "Leave out the row that is not true, or give it the key it should have.",
};

/** All that can be found in files of an intake, by code. */
export function findingsOf({ findings }: Dataset, intake: Intake): ReadonlyMap<string, Finding> {
  const all: (readonly [string, Meaning])[] = [
    ...Object.entries(LINES).map(([code, words]) => [code, { weight: "reject", ...words }] as const),
    ...Object.entries(intake.layout.fields).flatMap(([name, field]) => fieldMeanings(name, field)),
    ["repeated", REPEATED],
    ...Object.entries(findings),
  ];
  return new Map(all.map(([code, meaning]) => [code, { code, ...meaning }]));
}

function fieldMeanings(name: string, field: Field): readonly (readonly [string, Meaning])[] {
  const source = field.sources[0]?.[0] ?? name;
  const missing: Meaning = {
    weight: "reject",
    field: name,
    what: `There is no ${source}.`,
    why: "A row cannot be counted without it.",
    todo: `Give ${field.expects}.`,
  };
  const wrong: Meaning = {
    weight: field.wrong,
    field: name,
    what: `This is not ${field.expects}.`,
    why: field.wrong === "reject" ? "The row could be counted wrongly." : "The row is kept without this value.",
    todo: `Give ${field.expects}.`,
  };
  return [
    [missingCode(name), missing],
    [wrongCode(name), wrong],
  ];
}

/** The code of a required field that has no value. */
export function missingCode(field: string): string {
  return `no-${field}`;
}

/** The code of a field whose value cannot be read. */
export function wrongCode(field: string): string {
  return `wrong-${field}`;
}
