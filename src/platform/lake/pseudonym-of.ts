import { createHash } from "node:crypto";
import { PSEUDONYM_LENGTH } from "./secret-field.ts";

/**
 * The pseudonym of one identifier, as loading makes it of a whole column; nothing where its ten digits do not check out.
 * Whoever calls it holds what leads back to a person: it is kept in no log, address or title.
 */
export function pseudonymOf(key: string, identifier: string): string | undefined {
  const bare = identifier.replaceAll(/[ -]/g, "");
  if (!isCheckedBy11(bare)) return undefined;
  return createHash("sha256").update(`${key}${bare}`).digest("hex").slice(0, PSEUDONYM_LENGTH);
}

/** Whether the last of ten digits checks the others by modulus 11; ten like digits identify nobody. */
function isCheckedBy11(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * (10 - at), 0);
  return sum % 11 === 0;
}
