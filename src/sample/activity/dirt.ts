import type { Month } from "#kernel/period.ts";
import { type DayNumber, dayNumber, dayText } from "../calendar.ts";
import { checkDigit } from "../population/identifiers.ts";
import type { Random } from "../random.ts";
import { isOpen, type Practice } from "../setting/fenmere.ts";

type Cells = Readonly<Record<string, string>>;

/** What may be wrong with a row. */
export type Fault =
  | "unknown-practice"
  | "closed-practice"
  | "unknown-provider"
  | "null-date"
  | "impossible-date"
  | "discharge-before-admission"
  | "duplicate"
  | "overlap"
  | "missing-hrg"
  | "unknown-hrg"
  | "malformed-hrg"
  | "malformed-diagnosis"
  | "malformed-procedure"
  | "unknown-function"
  | "invalid-nhs-number"
  | "born-after-event"
  | "age-out-of-range"
  | "sex-out-of-range"
  | "code-out-of-range";

/** Which columns of a kind of row are what, so that every kind can be spoilt alike. */
export interface Spoilable {
  readonly id: string;
  /** The day that decides the month. */
  readonly day: string;
  /** The day on which a stay began, where it has one. */
  readonly start?: string;
  /** A column whose codes are few, with a code that is not among them. */
  readonly code: readonly [column: string, wrong: string];
  readonly faults: readonly Fault[];
}

/** Where rows come from, as far as spoiling them needs to know. */
export interface Origins {
  readonly practices: readonly Practice[];
  readonly providers: readonly { readonly code: string }[];
}

/** A row with one thing wrong, and where; `extra` rows stand beside the sound one instead of replacing it. */
export interface Spoilt<Row> {
  readonly row: Row;
  readonly fault: Fault;
  readonly field: string;
  readonly isExtra: boolean;
}

/** The share of rows that are spoilt: four in a thousand. */
export const DIRT_SHARE = 0.004;

const EVERYWHERE = [
  "unknown-practice",
  "closed-practice",
  "unknown-provider",
  "null-date",
  "impossible-date",
  "duplicate",
  "invalid-nhs-number",
  "born-after-event",
  "age-out-of-range",
  "sex-out-of-range",
  "code-out-of-range",
] as const;

export const SPELL_DIRT: Spoilable = {
  id: "spell_id",
  day: "discharged_on",
  start: "admitted_on",
  code: ["admission_method", "99"],
  faults: [
    ...EVERYWHERE,
    "discharge-before-admission",
    // Only stays of some days can be overlapped, so that most attempts come to nothing.
    "overlap",
    "overlap",
    "overlap",
    "overlap",
    "missing-hrg",
    "unknown-hrg",
    "malformed-hrg",
    "malformed-diagnosis",
    "malformed-procedure",
    "unknown-function",
  ],
};
export const ATTENDANCE_DIRT: Spoilable = {
  id: "attendance_id",
  day: "attended_on",
  code: ["first_attendance", "9"],
  faults: [...EVERYWHERE, "unknown-function"],
};
export const EMERGENCY_DIRT: Spoilable = {
  id: "attendance_id",
  day: "arrived_on",
  code: ["department_type", "9"],
  faults: [...EVERYWHERE, "missing-hrg", "unknown-hrg"],
};

/** Spoils a row in one way drawn from those its kind allows; nothing where that way needs what the row does not have. */
export function spoil<Row extends Cells>(
  row: Row,
  kind: Spoilable,
  setting: Origins,
  random: Random,
): Spoilt<Row> | undefined {
  const fault = kind.faults[random.below(kind.faults.length)] as Fault;
  const changed = change(fault, row, kind, setting, random);
  if (changed === undefined) return undefined;
  const field = Object.keys(changed)[0] ?? kind.id;
  return { row: { ...row, ...changed }, fault, field, isExtra: fault === "duplicate" || fault === "overlap" };
}

/** The cells that a fault changes, the faulty one first. */
function change(fault: Fault, row: Cells, kind: Spoilable, setting: Origins, random: Random): Cells | undefined {
  const day = row[kind.day] ?? "";
  const simple = SIMPLE[fault];
  if (simple !== undefined) return simple;
  switch (fault) {
    case "closed-practice":
      return closedOn(day, setting);
    case "null-date":
      return { [kind.start ?? kind.day]: random.chance(0.5) ? "1800-01-01" : "1801-01-01" };
    case "impossible-date":
      return { [kind.day]: `${day.slice(0, 8)}32` };
    case "discharge-before-admission":
      return { [kind.start ?? ""]: dayText(dayNumber(day) + 1 + random.below(5)) };
    case "overlap":
      return overlapping(row, kind, setting, random);
    case "invalid-nhs-number":
      return { nhs_number: wrongDigit(row.nhs_number ?? "") };
    case "born-after-event":
      return { date_of_birth: dayText(dayNumber(day) + 1 + random.below(300)) };
    case "code-out-of-range":
      return { [kind.code[0]]: kind.code[1] };
    default:
      return {};
  }
}

/** Faults that put the same wrong value in any row. The codes have the right form, but nobody gave them out. */
const SIMPLE: { readonly [F in Fault]?: Cells } = {
  "unknown-practice": { practice: "X89999" },
  "unknown-provider": { provider: "RZ9" },
  "missing-hrg": { hrg: "" },
  "unknown-hrg": { hrg: "QX99Z" },
  "malformed-hrg": { hrg: "D1" },
  "malformed-diagnosis": { diagnoses: "7X" },
  "malformed-procedure": { procedures: "99" },
  "unknown-function": { treatment_function: "999" },
  "age-out-of-range": { date_of_birth: "1870-05-17" },
  "sex-out-of-range": { sex: "7" },
};

function closedOn(day: string, { practices }: Origins): Cells | undefined {
  const closed = practices.find((practice) => practice.closed !== undefined && !isOpen(practice, day));
  return closed && { practice: closed.code };
}

/** A second spell at another hospital that starts and ends while the first goes on. */
function overlapping(row: Cells, kind: Spoilable, setting: Origins, random: Random): Cells | undefined {
  const [start, end] = [dayNumber(row[kind.start ?? ""] ?? ""), dayNumber(row[kind.day] ?? "")];
  const inside: DayNumber = start + 1 + random.below(Math.max(end - start - 1, 1));
  if (end - start < 3 || !sameMonth(end, inside)) return undefined;
  const other = setting.providers.find(({ code }) => code !== row.provider)?.code ?? "";
  return { [kind.start ?? ""]: dayText(inside), provider: other, [kind.id]: `${row[kind.id]}B` };
}

function sameMonth(a: DayNumber, b: DayNumber): boolean {
  return (dayText(a).slice(0, 7) as Month) === dayText(b).slice(0, 7);
}

function wrongDigit(number: string): string {
  return `${number.slice(0, 9)}${((checkDigit(number.slice(0, 9)) ?? 0) + 1) % 10}`;
}
