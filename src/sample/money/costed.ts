import type { Month } from "#kernel/period.ts";
import { listSize } from "../population/lists.ts";
import type { Roll } from "../population/roll.ts";
import { random } from "../random.ts";
import type { Setting } from "../setting/fenmere.ts";

export const COSTED_COLUMNS = [
  "practice",
  "month",
  "service_line",
  "provider",
  "description",
  "quantity",
  "cost",
] as const;
export type CostedRow = Readonly<Record<(typeof COSTED_COLUMNS)[number], string | number>>;

interface Service {
  readonly line: "community" | "mental-health" | "high-cost";
  readonly description: string;
  /** Units for a thousand people a year, and pounds a unit. Made up. */
  readonly units: number;
  readonly price: number;
  /** The shape of the gamma by which one unit's price differs from the next; large where there is a fixed price. */
  readonly evenness: number;
}

const SERVICES: readonly Service[] = [
  { line: "community", description: "District nursing contacts", units: 610, price: 27.4, evenness: 5_000 },
  { line: "community", description: "Health visiting contacts", units: 280, price: 31.2, evenness: 5_000 },
  { line: "community", description: "Community therapy contacts", units: 190, price: 38.5, evenness: 5_000 },
  { line: "community", description: "Foot care contacts", units: 95, price: 24.1, evenness: 5_000 },
  { line: "mental-health", description: "Community mental health contacts", units: 260, price: 98.6, evenness: 5_000 },
  { line: "mental-health", description: "Mental health bed days", units: 118, price: 196, evenness: 5_000 },
  { line: "high-cost", description: "Critical care days", units: 6.1, price: 1_120, evenness: 9 },
  { line: "high-cost", description: "High-cost drugs and devices", units: 8.4, price: 940, evenness: 3 },
];

/** Lines outside the tariff that the provider has costed itself, by practice and month. */
export function costedMaker(setting: Setting, seed: number): (month: Month, roll: Roll) => readonly CostedRow[] {
  const chance = random(seed, "costed");
  const community = setting.providers.find(({ kind }) => kind === "community")?.code ?? "";
  const teaching = setting.providers.find(({ kind }) => kind === "teaching")?.code ?? "";
  return (month, roll) =>
    setting.practices.flatMap(({ code, need }, at) =>
      SERVICES.flatMap(({ line, description, units, price, evenness }) => {
        const quantity = chance.poisson((units * need * listSize(roll, at)) / 12_000);
        if (quantity === 0) return [];
        const cost = (quantity * price * chance.gamma(evenness * quantity)).toFixed(2);
        const provider = line === "high-cost" ? teaching : community;
        return [{ practice: code, month, service_line: line, provider, description, quantity, cost }];
      }),
    );
}
