/** Invented organisations: a region with two PCTs, three practices and a hospital, one name with signs that HTML minds. */
export const ORGANISATION_LINES = [
  "code,name,kind,opened,closed,successor",
  "9R1,Eastern Region,region,2000-04-01,,",
  "9A1,First PCT,pct,2000-04-01,,",
  "9A2,Second PCT,pct,2000-04-01,,",
  "9L1,North Locality,locality,2000-04-01,,",
  "X81001,Mill <Lane> Surgery,practice,1990-04-01,,",
  "X81002,Church Street,practice,1990-04-01,,",
  "X82001,Old Wharf,practice,1990-04-01,,",
  "RXA,First Hospital,provider,1990-04-01,,",
];

export const MEMBERSHIP_LINES = [
  "member,organisation,kind,from,until",
  "9A1,9R1,region,2000-04-01,",
  "9A2,9R1,region,2000-04-01,",
  "9L1,9A1,pct,2000-04-01,",
  "X81001,9A1,pct,2000-04-01,",
  "X81001,9L1,locality,2000-04-01,",
  "X81002,9A1,pct,2000-04-01,",
  "X82001,9A2,pct,2000-04-01,",
];

/** Invented prices of one year; the hospital's factor is 1.05. */
export function priceLines(year: string, nonElective: number): Readonly<Record<string, readonly string[]>> {
  const admitted = [
    "price_year,hrg,name,day_case,ordinary_elective,elective_trim_days,non_elective,non_elective_trim_days,long_stay_day,short_stay_emergency,outpatient_procedure",
    `${year},AA22C,Stroke,900,1000,10,${nonElective},20,200,400,`,
    `${year},CA14Z,Minor throat,500,600,5,700,14,241,,108`,
  ];
  return {
    admitted,
    outpatient: [
      "price_year,treatment_function,name,first_single,first_multi,follow_up_single,follow_up_multi",
      `${year},100,General surgery,160,200,70,100`,
    ],
    emergency: ["price_year,hrg,name,type_1_2,type_3", `${year},VB01Z,Any investigation,300,60`],
    factors: ["price_year,provider,name,factor", `${year},RXA,First Hospital,1.05`],
  };
}

/** NHS numbers of the range kept for tests. */
const PATIENTS = ["9990000018", "9990000026", "9990000034"];

/** Spells of a month: emergencies with a price, one without an HRG, a day case, and a long stay. */
export function spellLines(month: string): readonly string[] {
  const spell = (
    id: string,
    practice: string,
    [method, patientClass, days, hrg]: readonly [string, string, number, string],
  ) =>
    `${id}-${month},RXA,${practice},${PATIENTS[id.length % 3]},1950-04-02,AL7 1BW,1,${method},${patientClass},${month}-01,${month}-${String(1 + days).padStart(2, "0")},${hrg},300,I639,`;
  return [
    "spell_id,provider,practice,nhs_number,date_of_birth,postcode,sex,admission_method,patient_class,admitted_on,discharged_on,hrg,treatment_function,diagnoses,procedures",
    spell("S1", "X81001", ["21", "1", 5, "AA22C"]),
    spell("S22", "X81001", ["21", "1", 25, "AA22C"]),
    spell("S333", "X81001", ["21", "1", 3, ""]),
    spell("S4", "X81001", ["11", "2", 0, "CA14Z"]),
    spell("S5", "X81002", ["21", "1", 4, "CA14Z"]),
  ];
}

/** Outpatient attendances of a month: a first one, and one whose treatment function has no price. */
export function attendanceLines(month: string): readonly string[] {
  const seen = (id: string, code: string) =>
    `${id}-${month},RXA,X81001,${PATIENTS[0]},1950-04-02,AL7 1BW,1,${month}-07,${code},1,single,5,03,`;
  return [
    "attendance_id,provider,practice,nhs_number,date_of_birth,postcode,sex,attended_on,treatment_function,first_attendance,professionals,attended,referral_source,hrg",
    seen("O1", "100"),
    seen("O2", "999"),
  ];
}
