import { join } from "node:path";
import { sheet } from "../../output/standing-files.ts";
import { type Random, random } from "../../random.ts";
import type { HertfordshireFounding } from "../founding.ts";
import type { FileToLoad } from "../load-files.ts";
import { ownTable } from "../own-table.ts";
import type { Component, ListedPractice } from "../practices.ts";
import { BEFORE, PCT, YEAR } from "../walk-through.ts";
import type { Baseline } from "./baseline.ts";

const ENVELOPE_COLUMNS = [
  "pct",
  "year",
  "line",
  "label",
  "service",
  "amount",
  "method",
  "activities",
  "component",
  "level",
  "purpose",
] as const;
const BEFORE_COLUMNS = ["practice", "year", "line", "label", "service", "devolved", "blocked_back"] as const;

/** Growth on hospital care with room for care that the baseline lacks; on prescribing; on what is stated a head. */
const GROWTH = { hospital: 1.034, prescribing: 1.015, perHead: 1.021 };
/** How far shares by need have drifted: the shape of a gamma; about 5%. */
const DRIFT = 400;

/** What money is stated from: practices, what their patients had, and their prescriptions in pounds. */
export interface Ground {
  readonly practices: readonly ListedPractice[];
  readonly baselines: ReadonlyMap<string, Baseline>;
  readonly spend: ReadonlyMap<string, number>;
}

interface Line {
  readonly line: string;
  readonly label: string;
  readonly service: string;
  readonly method: string;
  readonly activities: string;
  readonly component: string;
  readonly level: string;
  readonly purpose: string;
  /** Pounds a head in the budget year, for lines that do not follow from what was used. */
  readonly perHead: number;
}

/** States the PCT's envelope by line, in whole thousands. The amounts are made up (hertfordshire-2013 ¶money-3). */
export function writeEnvelope({ folder }: HertfordshireFounding, ground: Ground): FileToLoad {
  const { practices, baselines, spend } = ground;
  const followed: Readonly<Record<string, number>> = {
    acute: (total([...baselines.values()].map(({ budget }) => budget)) / 100) * GROWTH.hospital,
    prescribing: total([...spend.values()]) * GROWTH.prescribing,
  };
  const rows = lines().map(({ perHead, ...line }) => ({
    pct: PCT,
    year: YEAR,
    ...line,
    amount: (Math.ceil((followed[line.line] ?? heads(practices) * perHead) / 1_000) * 1_000).toFixed(2),
  }));
  sheet(folder, "envelope.csv", ENVELOPE_COLUMNS, rows);
  return { path: join(folder, "envelope.csv"), batch: "made envelope", madeUp: true };
}

/** States what practices had the year before, by line: what their patients used, or a share by need that has drifted. */
export function writeBudgetsBefore({ folder, seed }: HertfordshireFounding, ground: Ground): FileToLoad {
  const chance = random(seed, "budgets before");
  const rows = lines().flatMap(({ line, label, service, method, component, perHead }) => {
    const amounts = followedBefore(line, ground) ?? drifted(ground, { perHead, method, component }, chance);
    return ground.practices.map(({ code: practice }) => {
      const devolved = (amounts.get(practice) ?? 0).toFixed(2);
      const blocked_back = method === "held" ? devolved : "0.00";
      return { practice, year: BEFORE, line, label, service, devolved, blocked_back };
    });
  });
  sheet(folder, "budgets-before.csv", BEFORE_COLUMNS, rows);
  return { path: join(folder, "budgets-before.csv"), batch: "made budgets before", madeUp: true };
}

/** Pounds by practice for a line that follows what was used or prescribed; nothing for another. */
function followedBefore(line: string, { baselines, spend }: Ground): ReadonlyMap<string, number> | undefined {
  if (line === "acute") return new Map([...baselines].map(([practice, { own }]) => [practice, own / 100]));
  if (line !== "prescribing") return undefined;
  return new Map([...spend].map(([practice, cost]) => [practice, cost / GROWTH.prescribing]));
}

/** Pounds by practice for a line stated a head: all that the PCT had for it, shared by need where the line goes by need. */
function drifted(
  { practices }: Ground,
  { perHead, method, component }: Pick<Line, "perHead" | "method" | "component">,
  chance: Random,
): ReadonlyMap<string, number> {
  const isByNeed = method === "weighted-capitation";
  const weights = practices.map(({ code, list, need }) => {
    const drift = isByNeed ? need[component as Component] * chance.gamma(DRIFT) : 1;
    return [code, list.patients * drift] as const;
  });
  const rate = (heads(practices) * perHead) / GROWTH.perHead / total(weights.map(([, weight]) => weight));
  return new Map(weights.map(([code, weight]) => [code, weight * rate]));
}

function heads(practices: readonly ListedPractice[]): number {
  return total(practices.map(({ list }) => list.patients));
}

function lines(): readonly Line[] {
  return ownTable("envelope.csv").map((cell) => ({
    line: cell("line"),
    label: cell("label"),
    service: cell("service"),
    method: cell("method"),
    activities: cell("activities"),
    component: cell("component"),
    level: cell("level"),
    purpose: cell("purpose"),
    perHead: Number(cell("per_head")),
  }));
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
