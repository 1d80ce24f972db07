import { ageOn, chosen, code, outward, pseudonym, whole } from "#platform/lake/index.ts";
import { DISTRICT, MAY_LACK } from "./code-forms.ts";

/** `1` male, `2` female; 0 and 9 say that it is not known. */
export function sexField(from: string) {
  return chosen(from, ["1", "2"], { ...MAY_LACK, empties: ["0", "9"] });
}

/**
 * Whom care was for, in plain files: what identifies the person, or what has been derived from it elsewhere. What stands in
 * `patient` is made a pseudonym like an NHS number, so that one written there by mistake does not reach the lake either.
 */
export function personFields(on: string) {
  return {
    patient: pseudonym("nhs_number", { ...MAY_LACK, checked: "modulus 11" }),
    patient_given: pseudonym("patient", { ...MAY_LACK, checked: "not at all" }),
    age: ageOn("date_of_birth", on, MAY_LACK),
    age_given: whole("age", { ...MAY_LACK, most: 120 }),
    area: outward("postcode", MAY_LACK),
    area_given: code("area", DISTRICT, MAY_LACK),
    sex: sexField("sex"),
  };
}
