import { text as textColumn, whole as wholeColumn } from "#platform/engine/index.ts";
import { daySql, type Field, type FieldOptions, type From, fieldOf } from "./field.ts";

/** The parameter of staging that holds the key of pseudonyms. */
export const KEY = "pseudonym_key";

const DIGITS = 10;
/** 96 bits: that two people of a whole country share one is less likely than one in ten million million. */
export const PSEUDONYM_LENGTH = 24;

/**
 * A pseudonym for an identifier: the start of the hash of key and identifier, so that it can be made again only with
 * the key. Identifiers of ten digits whose last one checks the others by modulus 11 are normalised and checked first.
 */
export function pseudonym(
  from: From,
  options: FieldOptions & { readonly checked: "modulus 11" | "not at all" },
): Field<string> {
  // Joined with `||`, which gives nothing for nobody; concat would give everybody without identifier one and the same.
  const hashed = (v?: string): string => `substr(sha256($${KEY} || ${v}), 1, ${PSEUDONYM_LENGTH})`;
  if (options.checked === "not at all") {
    return fieldOf([from], textColumn, options, { secret: true, expects: "an identifier", value: ([v]) => hashed(v) });
  }
  return fieldOf([from], textColumn, options, {
    secret: true,
    expects: "ten digits of which the last checks the others",
    steps: ([v]) => {
      const bare = `CASE WHEN strlen(${v}) = ${DIGITS} THEN ${v} ELSE replace(replace(${v}, ' ', ''), '-', '') END`;
      return [bare, `TRY_CAST(${bare} AS BIGINT)`];
    },
    value: ([bare = "", number = ""]) => `CASE WHEN ${checksOut(bare, number)} THEN ${hashed(bare)} END`,
  });
}

/**
 * Ten times the first digit, nine times the second and so on must divide by 11; ten like digits identify nobody. A digit is
 * what is left of the number cut before it less ten times the number cut after it, so that each place costs one division.
 */
function checksOut(bare: string, number: string): string {
  const cuts = Array.from(
    { length: DIGITS - 1 },
    (_, at) => `- ${9 * (at + 1) - 1} * (${number} // ${10 ** (at + 1)})`,
  );
  return `strlen(${bare}) = ${DIGITS} AND ascii(${bare}) BETWEEN 48 AND 57 AND ${number} >= 0
    AND ${number} % 1111111111 <> 0 AND (${number} ${cuts.join(" ")}) % 11 = 0`;
}

/** The days of 131 years: nobody has lived longer. Days are soon subtracted; years take the calendar. */
const DAYS_OF_A_LIFE = 47_847;

/** Whole years from a day of birth to a day in the same row; the day of birth itself is not kept. */
export function ageOn(birth: From, on: From, options: FieldOptions = {}): Field<number> {
  return fieldOf([birth, on], wholeColumn, options, {
    secret: true,
    expects: "a day of birth before the day of care and at most 130 years back",
    steps: ([b = "", o = ""]) => [daySql(b), daySql(o)],
    value: ([b, o]) => `CASE WHEN ${o} - ${b} BETWEEN 0 AND ${DAYS_OF_A_LIFE} THEN date_sub('year', ${b}, ${o}) END`,
    // A day of care that cannot be read is a fault of its own: with it, nothing is known of the days between.
    unfit: ([b, o]) => `${b} IS NULL OR ${o} - ${b} NOT BETWEEN 0 AND ${DAYS_OF_A_LIFE}`,
  });
}

/** The outward half of a postcode, its district; the rest is not kept. */
export function outward(from: From, options: FieldOptions = {}): Field<string> {
  const form = "'^([A-Z]{1,2}[0-9][A-Z0-9]?) *[0-9][A-Z]{2}$'";
  return fieldOf([from], textColumn, options, {
    secret: true,
    expects: "a postcode such as AL7 1BW",
    steps: ([v]) => [`regexp_extract(upper(${v}), ${form}, 1)`],
    value: ([district]) => `nullif(${district}, '')`,
  });
}
