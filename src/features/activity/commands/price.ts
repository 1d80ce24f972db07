import { type Day, firstDayOf, isDay, isFinancialYear } from "#kernel/period.ts";
import type { OptionSpecs, Outcome, Verb } from "#platform/cli/verb.ts";
import { verb } from "#platform/cli/verb.ts";
import { whyText } from "#platform/web/words/why.ts";
import { readPricesHeld } from "../reading/prices-held.ts";
import { priceAttendance } from "../rules/price-attendance.ts";
import { priceEmergency } from "../rules/price-emergency.ts";
import type { Prices } from "../rules/price-list.ts";
import { priceSpell } from "../rules/price-spell.ts";
import type { PricedRow } from "../rules/priced-row.ts";
import type { PricingTerms } from "../rules/pricing-terms.ts";
import { pointText, statusText } from "../views/words.ts";
import type { ActivityWiring } from "../wiring.ts";

type PriceWiring = Pick<ActivityWiring, "engine" | "lake" | "rulebook">;

const LIST = {
  provider: { about: "who gave the care, such as RWH", value: "code", required: true },
  year: { about: "the year whose prices count, such as 2008/09", value: "year", required: true },
  place: { about: "whose rules count; england where left out", value: "place" },
  on: { about: "the day on which the rules are read; the year's first where left out", value: "day" },
} as const satisfies OptionSpecs;

const KINDS = ["elective", "emergency", "maternity", "transfer", "other"];

/** Prices a spell described on the line, and says why. */
export function priceSpellVerb(wiring: PriceWiring): Verb<"anyone"> {
  return verb(
    {
      name: "price spell",
      summary: "Price a hospital spell described on the line, and say why.",
      permission: "anyone",
      options: {
        ...LIST,
        hrg: { about: "its HRG", value: "code" },
        kind: { about: `how the patient was admitted: ${KINDS.join(", ")}`, value: "kind" },
        patientClass: { about: "1 ordinary, 2 day case, 3 or 4 regular attender", value: "class" },
        days: { about: "length of stay; 0 where left out", value: "days" },
      },
    },
    ({ options }) => {
      const { provider, hrg = null, kind = null, patientClass = null, days = "0" } = options;
      if (!/^\d{1,5}$/.test(days)) return refused(`--days is ${days}. Give a whole number.`);
      if (kind !== null && !KINDS.includes(kind)) return refused(`--kind is ${kind}. Give one of ${KINDS.join(", ")}.`);
      const spell = { provider, hrg, admission_kind: kind, patient_class: patientClass, length_of_stay: Number(days) };
      return explained(wiring, options, (prices, terms) => priceSpell(spell, prices, terms));
    },
  );
}

/** Prices an outpatient attendance described on the line, and says why. */
export function priceAttendanceVerb(wiring: PriceWiring): Verb<"anyone"> {
  return verb(
    {
      name: "price attendance",
      summary: "Price an outpatient attendance described on the line, and say why.",
      permission: "anyone",
      options: {
        ...LIST,
        function: { about: "its treatment function", value: "code" },
        hrg: { about: "its HRG, where a procedure was done", value: "code" },
        followUp: { about: "it is a follow-up" },
        telephone: { about: "it was by telephone" },
        multi: { about: "the patient saw several professionals" },
        notSeen: { about: "the patient was not seen" },
      },
    },
    ({ options }) => {
      const {
        provider,
        hrg = null,
        function: treatment_function = null,
        followUp,
        telephone,
        multi,
        notSeen,
      } = options;
      const attendance = {
        ...{ provider, hrg, treatment_function, is_first: !followUp, is_by_telephone: telephone },
        ...{ is_multi_professional: multi, was_seen: !notSeen },
      };
      return explained(wiring, options, (prices, terms) => priceAttendance(attendance, prices, terms));
    },
  );
}

/** Prices an accident and emergency attendance described on the line, and says why. */
export function priceEmergencyVerb(wiring: PriceWiring): Verb<"anyone"> {
  return verb(
    {
      name: "price emergency",
      summary: "Price an A&E attendance described on the line, and say why.",
      permission: "anyone",
      options: {
        ...LIST,
        hrg: { about: "its HRG", value: "code" },
        department: { about: "1 major, 2 single specialty, 3 minor injury unit, 4 walk-in centre", value: "type" },
      },
    },
    ({ options }) => {
      const { provider, hrg = null, department = null } = options;
      const arrival = { provider, hrg, department_type: department };
      return explained(wiring, options, (prices, terms) => priceEmergency(arrival, prices, terms));
    },
  );
}

interface ListAsked {
  readonly year: string;
  readonly place: string | undefined;
  readonly on: string | undefined;
}

async function explained(
  wiring: PriceWiring,
  { year, place = "england", on }: ListAsked,
  price: (prices: Prices, terms: PricingTerms) => PricedRow,
): Promise<Outcome> {
  if (!isFinancialYear(year)) return refused(`--year is ${year}. Give a year like 2008/09.`);
  if (on !== undefined && !isDay(on)) return refused(`--on is ${on}. Give a day like 2008-04-01.`);
  if (!wiring.rulebook.places.some(({ id }) => id === place))
    return refused(`The rulebook has no place called ${place}.`);
  const read: Day = on ?? firstDayOf(year);
  const { prices, terms } = await readPricesHeld(wiring, { year, place, on: read });
  const row = price(prices, terms);
  if (row.kind === "priced") return { text: [pointText(row.pointOfDelivery), whyText(row.price)], data: row };
  const { what, todo } = statusText(row.status);
  return { text: `${pointText(row.pointOfDelivery)}: no price. ${what} ${todo}`.trim(), data: row };
}

function refused(words: string): { readonly refused: readonly [string] } {
  return { refused: [words] };
}
