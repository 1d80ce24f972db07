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

/**
 * Codes in one column, joined by spaces or commas, or in a column each; held joined by spaces, in their order. A text whose
 * codes are all in order is told as a whole; only where one is not is it taken apart, which takes several times as long.
 */
export function codes(
  from: From | { readonly each: readonly string[] },
  of: CodeForm,
  options: FieldOptions = {},
): Field<string> {
  const [form, many] = [quoted(of.form), quoted(`(${of.form})( (${of.form}))*`)];
  const none = ["", ...(options.empties ?? [])].map(quoted).join(", ");
  const apart = (joined: string): string => {
    const parts = `list_filter(regexp_split_to_array(${joined}, '[ ,;\\t]+'), p -> p NOT IN (${none}))`;
    return `list_transform(${parts}, p -> ${tidied("p", of)})`;
  };
  return fieldOf(isEach(from) ? from.each : [from], textColumn, options, {
    expects: `a list of codes of the form ${of.example}`,
    steps: (texts) => {
      const joined = texts.length === 1 ? (texts[0] ?? "") : `concat_ws(' ', ${texts.join(", ")})`;
      return [joined, tidiedAll(joined, of)];
    },
    value: ([joined = "", all]) =>
      `CASE WHEN regexp_full_match(${all}, ${many}) THEN ${all}
       ELSE nullif(array_to_string(list_filter(${apart(joined)}, p -> regexp_full_match(p, ${form})), ' '), '') END`,
    unfit: ([joined = "", all]) =>
      `CASE WHEN regexp_full_match(${all}, ${many}) THEN false
       ELSE len(list_filter(${apart(joined)}, p -> NOT regexp_full_match(p, ${form}))) > 0 END`,
  });
}

function isEach(from: From | { readonly each: readonly string[] }): from is { readonly each: readonly string[] } {
  return typeof from === "object" && "each" in from;
}

function tidied(v: string, of: CodeForm): string {
  const { padding, cutTo } = of;
  const cut = cutTo === undefined ? bareOf(v, of) : `left(${bareOf(v, of)}, ${cutTo})`;
  if (padding === undefined) return cut;
  return `CASE WHEN length(${cut}) = ${padding.length} THEN concat(${cut}, ${quoted(padding.with)}) ELSE ${cut} END`;
}

/** The same for all codes of a text at once, where nothing but letters, digits and single spaces is in it. */
function tidiedAll(v: string, of: CodeForm): string {
  const { padding, cutTo } = of;
  const bare = bareOf(v, of);
  const cut =
    cutTo === undefined ? bare : `regexp_replace(${bare}, ${quoted(`\\b([A-Z0-9]{${cutTo}})[A-Z0-9]+`)}, '\\1', 'g')`;
  if (padding === undefined) return cut;
  const short = quoted(`\\b([A-Z0-9]{${padding.length}})\\b`);
  return `regexp_replace(${cut}, ${short}, ${quoted(`\\1${padding.with}`)}, 'g')`;
}

function bareOf(v: string, { without = "" }: CodeForm): string {
  return [...without].reduce((sql, character) => `replace(${sql}, ${quoted(character)}, '')`, `upper(${v})`);
}
