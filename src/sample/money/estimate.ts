import type { AttendanceRow } from "../activity/attendances.ts";
import type { EmergencyRow } from "../activity/emergencies.ts";
import type { SpellRow } from "../activity/spell.ts";
import { dayNumber } from "../calendar.ts";
import type { PriceList } from "./price-list.ts";

/** What hospital care will cost about, for stating an envelope that fits it. Nothing else rests on it. */
export interface Estimate {
  spell(row: SpellRow): void;
  attendance(row: AttendanceRow): void;
  emergency(row: EmergencyRow): void;
  /** Pounds by practice for the twelve months behind a year's budgets, at that year's prices. */
  behind(year: string): ReadonlyMap<string, number>;
}

type Prices = ReadonlyMap<string, Readonly<Record<string, string | number>>>;
interface Lists {
  readonly admitted: Prices;
  readonly outpatient: Prices;
  readonly emergency: Prices;
  readonly factors: ReadonlyMap<string, number>;
}

/**
 * The year whose budgets rest on a month: October to March count two years on, April to September one. Source: 003 ¶A1-5.
 */
export function budgetYearOf(month: string): string {
  const start = Number(month.slice(0, 4)) + (month.slice(5, 7) >= "10" ? 2 : 1);
  return `${start}/${String((start + 1) % 100).padStart(2, "0")}`;
}

export function estimateAt(lists: readonly PriceList[]): Estimate {
  const byYear = new Map(lists.map((list) => [list.year, listsOf(list)]));
  const totals = new Map<string, Map<string, number>>();
  const add = (day: string, provider: string, practice: string, priceIn: (lists: Lists) => number) => {
    const year = budgetYearOf(day);
    const own = byYear.get(year);
    if (own === undefined) return;
    const total = totals.get(year) ?? new Map<string, number>();
    totals.set(year, total);
    total.set(practice, (total.get(practice) ?? 0) + priceIn(own) * (own.factors.get(provider) ?? 1));
  };
  return {
    spell: (row) => add(row.discharged_on, row.provider, row.practice, ({ admitted }) => spellPrice(row, admitted)),
    attendance: (row) => {
      if (row.attended !== "5" && row.attended !== "6") return;
      add(row.attended_on, row.provider, row.practice, (own) => attendancePrice(row, own));
    },
    emergency: (row) =>
      add(row.arrived_on, row.provider, row.practice, ({ emergency }) => {
        if (row.department_type === "4") return 0;
        return Number(emergency.get(row.hrg)?.[row.department_type === "3" ? "type_3" : "type_1_2"] ?? 0);
      }),
    behind: (year) => totals.get(year) ?? new Map(),
  };
}

function listsOf({ admitted, outpatient, emergency, marketForces }: PriceList): Lists {
  return {
    admitted: new Map(admitted.map((price) => [String(price.hrg), price])),
    outpatient: new Map(outpatient.map((price) => [String(price.treatment_function), price])),
    emergency: new Map(emergency.map((price) => [String(price.hrg), price])),
    factors: new Map(marketForces.map(({ provider, factor }) => [String(provider), Number(factor)])),
  };
}

function spellPrice(row: SpellRow, admitted: Prices): number {
  const price = admitted.get(row.hrg);
  if (price === undefined) return 0;
  const days = dayNumber(row.discharged_on) - dayNumber(row.admitted_on);
  const isElective = row.admission_method.startsWith("1");
  if (isElective && row.patient_class === "2") return Number(price.day_case);
  if (row.admission_method.startsWith("2") && days < 2 && price.short_stay_emergency !== "") {
    return Number(price.short_stay_emergency);
  }
  const trim = Number(price[isElective ? "elective_trim_days" : "non_elective_trim_days"]);
  const excess = Math.max(0, days - trim) * Number(price.long_stay_day);
  return Number(price[isElective ? "ordinary_elective" : "non_elective"]) + excess;
}

function attendancePrice(row: AttendanceRow, { admitted, outpatient }: Lists): number {
  const procedure = Number(admitted.get(row.hrg)?.outpatient_procedure ?? 0);
  if (procedure > 0) return procedure;
  const visit = row.first_attendance === "1" ? "first" : row.first_attendance === "2" ? "follow_up" : "none";
  return Number(outpatient.get(row.treatment_function)?.[`${visit}_${row.professionals}`] ?? 0);
}
