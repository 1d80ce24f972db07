/** The forms of codes in activity files, as the NHS Data Dictionary and the classifications give them. */
export const PRACTICE = { form: "[A-Z][0-9]{5}", example: "E82001" } as const;
export const PROVIDER = { form: "[A-Z0-9]{3,6}", example: "RWH" } as const;
/** HRG4, or version 3.5 with one letter and two digits. */
export const HRG = { form: "[A-Z]{2}[0-9]{2}[A-Z]|[A-Z][0-9]{2}", example: "AA02C" } as const;
export const TREATMENT_FUNCTION = { form: "[0-9]{2}[A-Z0-9]", example: "110" } as const;
/** ICD-10 without its dot, cut to four characters; an X stands for a fourth that is not used. */
export const DIAGNOSIS = {
  form: "[A-Z][0-9]{2}[0-9X]",
  example: "J459",
  without: ".",
  padding: { length: 3, with: "X" },
  cutTo: 4,
} as const;
/** OPCS-4 without its dot. */
export const PROCEDURE = { form: "[A-Z][0-9]{2}[0-9]?", example: "F341", without: "." } as const;
export const DISTRICT = { form: "[A-Z]{1,2}[0-9][A-Z0-9]?", example: "AL7" } as const;
/** What somebody else made to stand for a patient: not ten digits, which could be the NHS number itself. */
export const PSEUDONYM = {
  form: "[A-Z0-9_-]*[A-Z][A-Z0-9_-]*|[0-9]{1,9}|[0-9]{11,40}",
  example: "P7F2A90C, not ten digits",
} as const;
export const FINANCIAL_YEAR = { form: "[0-9]{4}/[0-9]{2}", example: "2008/09" } as const;
/** A financial year, a quarter of one, or a month. */
export const PERIOD = {
  form: "[0-9]{4}/[0-9]{2}( Q[1-4])?|[0-9]{4}-(0[1-9]|1[0-2])",
  example: "2008/09 Q1",
} as const;

/** Values a row can do without: kept and marked where they cannot be read. */
export const MAY_LACK = { required: false, wrong: "flag" } as const;

/** Source: hes-fields ¶admitted-1 to ¶admitted-3. */
export const ADMISSION_METHODS = [
  ...["11", "12", "13", "21", "22", "23", "24", "25", "28", "2A", "2B", "2C", "2D"],
  ...["31", "32", "81", "82", "83"],
] as const;
/** Source: hes-fields ¶admitted-4. */
export const PATIENT_CLASSES = ["1", "2", "3", "4", "5"] as const;
/** Source: hes-fields ¶outpatients-2. */
export const FIRST_ATTENDANCES = ["1", "2", "3", "4"] as const;
/** Source: hes-fields ¶outpatients-1. */
export const ATTENDED = ["2", "3", "4", "5", "6", "7"] as const;
/** One digit or two. Source: hes-fields ¶emergency-1. */
export const DEPARTMENT_TYPES = {
  ...{ "1": "1", "2": "2", "3": "3", "4": "4" },
  ...{ "01": "1", "02": "2", "03": "3", "04": "4" },
} as const;
/** First attendance, planned follow-up, unplanned follow-up. */
export const EMERGENCY_CATEGORIES = ["1", "2", "3"] as const;
