import { quoted, text as textColumn } from "#platform/engine/index.ts";
import { type Field, type FieldOptions, type From, fieldOf } from "./field.ts";

/** The form of a code as a regular expression, what is done to a text before it is compared, and an example for people. */
export interface CodeForm {
  readonly form: string;
  readonly example: string;
  /** Characters left out wherever they occur, such as the dot of a diagnosis. */
  readonly without?: string;
  /** Put after a code of a certain length, such as an X for an unused character. */
  readonly padding?: { readonly length: number; readonly with: string };
  /** Longer codes are cut to so many characters before they are compared. */
  readonly cutTo?: number;
}

/** A code by its form, in capitals. */
export function code(from: From, of: CodeForm, options: FieldOptions = {}): Field<string> {
  return fieldOf([from], textColumn, options, {
    expects: `a code of the form ${of.example}`,
    steps: ([v = ""]) => [tidied(v, of)],
    value: ([v]) => `CASE WHEN regexp_full_match(${v}, ${quoted(of.form)}) THEN ${v} END`,
  });
}

/** Codes in one column, joined by spaces or commas, or in a column each; held joined by spaces, in their order. */
export function codes(
  from: From | { readonly each: readonly string[] },
  of: CodeForm,
  options: FieldOptions = {},
): Field<string> {
  const form = quoted(of.form);
  const none = ["", ...(options.empties ?? [])].map(quoted).join(", ");
  return fieldOf(isEach(from) ? from.each : [from], textColumn, options, {
    expects: `a list of codes of the form ${of.example}`,
    steps: (texts) => {
      const joined = texts.length === 1 ? texts[0] : `concat_ws(' ', ${texts.join(", ")})`;
      const parts = `list_filter(regexp_split_to_array(${joined}, '[ ,;\\t]+'), p -> p NOT IN (${none}))`;
      return [`list_transform(${parts}, p -> ${tidied("p", of)})`];
    },
    value: ([all]) => `nullif(array_to_string(list_filter(${all}, p -> regexp_full_match(p, ${form})), ' '), '')`,
    unfit: ([all]) => `len(list_filter(${all}, p -> NOT regexp_full_match(p, ${form}))) > 0`,
  });
}

function isEach(from: From | { readonly each: readonly string[] }): from is { readonly each: readonly string[] } {
  return typeof from === "object" && "each" in from;
}

function tidied(v: string, { without = "", padding, cutTo }: CodeForm): string {
  const bare = [...without].reduce((sql, character) => `replace(${sql}, ${quoted(character)}, '')`, `upper(${v})`);
  const cut = cutTo === undefined ? bare : `left(${bare}, ${cutTo})`;
  if (padding === undefined) return cut;
  return `CASE WHEN length(${cut}) = ${padding.length} THEN concat(${cut}, ${quoted(padding.with)}) ELSE ${cut} END`;
}
