declare const kind: unique symbol;
type Code<K extends string> = string & { readonly [kind]: K };

/** Any organisation code of the Organisation Data Service: three to six letters and digits. */
export type OrganisationCode = Code<"organisation">;
/** A prescribing practice: a letter and five digits, `E82001`; branch and dummy codes have the same form. */
export type PracticeCode = Code<"practice">;
/** A healthcare resource group: HRG4 `AA02C`, or version 3.5 `A01`. */
export type HrgCode = Code<"HRG">;
/** A treatment function or main specialty: three digits, or the letter forms of local ones such as `17A`. */
export type TreatmentFunctionCode = Code<"treatment function">;
/** An ICD-10 diagnosis without its dot, three characters padded to four with X. */
export type Icd10Code = Code<"ICD-10">;
/** An OPCS-4 procedure without its dot, three or four characters. */
export type Opcs4Code = Code<"OPCS-4">;

/** A code as the product holds it, or why the text is none. */
export type Parsed<T> = { readonly value: T } | { readonly reason: string };

/** Whether a text was a code. */
export function isValue<T>(parsed: Parsed<T>): parsed is { readonly value: T } {
  return "value" in parsed;
}

const tidy = (text: string): string => text.trim().toUpperCase().replaceAll(".", "");

function parser<K extends string>(
  name: string,
  form: RegExp,
  example: string,
  normalise: (text: string) => string = tidy,
): (text: string) => Parsed<Code<K>> {
  return (text) => {
    const code = normalise(text);
    return form.test(code) ? { value: code as Code<K> } : { reason: `${name} has the form ${example}` };
  };
}

export const organisationCode = parser<"organisation">("An organisation code", /^[A-Z0-9]{3,6}$/, "5QV");
export const practiceCode = parser<"practice">("A practice code", /^[A-Z]\d{5}$/, "E82001");
export const hrgCode = parser<"HRG">("An HRG", /^(?:[A-Z]{2}\d{2}[A-Z]|[A-Z]\d{2})$/, "AA02C, or A01 in version 3.5");
export const treatmentFunctionCode = parser<"treatment function">("A treatment function", /^\d{2}[A-Z0-9]$/, "110");
export const icd10Code = parser<"ICD-10">("A diagnosis", /^[A-Z]\d{2}[\dX]$/, "J459 or E86X", paddedDiagnosis);
export const opcs4Code = parser<"OPCS-4">("A procedure", /^[A-Z]\d{2}\d?$/, "F341");

/**
 * A diagnosis cut to four characters, its unused fourth filled with X. Suffixes after the fourth (daggers, asterisks,
 * fifth characters) are dropped, since the classification's fourth character is what sources have in common.
 */
function paddedDiagnosis(text: string): string {
  const code = tidy(text).replace(/[^A-Z\d].*$/, "");
  return code.length === 3 ? `${code}X` : code.slice(0, 4);
}
