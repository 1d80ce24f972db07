import { ageOn, chosen, code, outward, pseudonym, whole } from "#platform/lake/index.ts";
import { NO_DAY } from "./care-day.ts";
import { DISTRICT, MAY_LACK, PSEUDONYM } from "./code-forms.ts";

/** `1` male, `2` female; 0 and 9 say that it is not known. */
export function sexField(from: string) {
  return chosen(from, ["1", "2"], { ...MAY_LACK, empties: ["0", "9"] });
}

/** Whom care was for, in plain files: what identifies the person, or in its place what somebody derived from it. */
export function personFields(on: string) {
  return {
    patient: pseudonym("nhs_number", { ...MAY_LACK, checked: "modulus 11" }),
    patient_given: code("patient", PSEUDONYM, MAY_LACK),
    age: ageOn("date_of_birth", on, { ...MAY_LACK, empties: NO_DAY }),
    age_given: whole("age", { ...MAY_LACK, most: 120 }),
    area: outward("postcode", MAY_LACK),
    area_given: code("area", DISTRICT, MAY_LACK),
    sex: sexField("sex"),
  };
}
