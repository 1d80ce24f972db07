import type { Directory } from "#features/organisations/index.ts";
import {
  listsOn,
  needEntries,
  needIndices,
  prescribingUnits,
  type RegisteredList,
  registeredLists,
} from "#features/populations/index.ts";
import { applied, type Rulebook } from "#features/rulebook/index.ts";
import { type Day, firstDayOf } from "#kernel/period.ts";
import type { Engine } from "#platform/engine/index.ts";
import type { Lake } from "#platform/lake/index.ts";
import { AS_AT, PCT, PLACE, YEAR } from "./walk-through.ts";

/** The components of need by which care and money are made. */
const COMPONENTS = ["acute", "community", "mental-health"] as const;
export type Component = (typeof COMPONENTS)[number];

/** A practice of the PCT that has registered patients, as public files have it. */
export interface ListedPractice {
  readonly code: string;
  /** The former PCT it belonged to; nothing for one that opened later. */
  readonly locality: string | undefined;
  readonly list: RegisteredList;
  /** Its list in prescribing units, in millionths. */
  readonly units: number;
  /** Need relative to its list, in millionths, with the fallbacks of the rulebook. */
  readonly need: Readonly<Record<Component, number>>;
}

interface Sources {
  readonly engine: Engine;
  readonly lake: Lake;
  readonly rulebook: Rulebook;
  readonly directory: () => Promise<Directory>;
}

/** Practices of the PCT on the day with registered patients, by code: the same that its budgets will be for. */
export async function listedPractices(sources: Sources): Promise<readonly ListedPractice[]> {
  const { rulebook } = sources;
  const on = firstDayOf(YEAR);
  const directory = await sources.directory();
  const lists = await listsOf(sources, (rulebook.find(PLACE, "stand-in.lists", on)?.value[AS_AT] ?? AS_AT) as Day);
  const codes = directory.membersOf(PCT, AS_AT).filter((code) => lists.has(code) && directory.isOpen(code, AS_AT));
  const localityOf = (code: string) => directory.parentOf(code, "locality", AS_AT);
  const indices = await indicesOf(sources, codes, localityOf);
  const units = unitsOf(rulebook, lists, on);
  return codes.map((code) => ({
    code,
    locality: localityOf(code),
    list: lists.get(code) as RegisteredList,
    units: units.get(code)?.value ?? 0,
    need: indices(code),
  }));
}

async function listsOf({ engine, lake }: Sources, asAt: Day): Promise<ReadonlyMap<string, RegisteredList>> {
  const files = { lists: await lake.files({ dataset: "registered-list", sight: [PCT] }) };
  const rows = await engine.query(registeredLists, { files, values: { earliest: asAt, latest: asAt } });
  return listsOn(
    rows.map(({ as_at, age_band, ...row }) => ({ ...row, asAt: as_at as Day, ageBand: age_band })),
    asAt,
  );
}

async function indicesOf(
  { engine, lake, rulebook }: Sources,
  codes: readonly string[],
  localityOf: (code: string) => string | undefined,
): Promise<(code: string) => ListedPractice["need"]> {
  const on = firstDayOf(YEAR);
  const year = rulebook.find(PLACE, "stand-in.need", on)?.value[YEAR] ?? YEAR;
  const rows = await engine.query(needEntries, {
    files: { need: await lake.files({ dataset: "need", sight: [PCT] }) },
    values: { year },
  });
  const entries = rows.map(({ population_millionths, weighted_population_millionths, ...row }) => ({
    ...row,
    population: population_millionths,
    weighted: weighted_population_millionths,
  }));
  const order = rulebook.inForce(PLACE, "need.fallback-order", on);
  const found = COMPONENTS.map(
    (component) => [component, needIndices(codes, { entries, component, order, localityOf })] as const,
  );
  return (code) =>
    Object.fromEntries(
      found.map(([component, indices]) => [component, indices.get(code)?.value ?? 0]),
    ) as ListedPractice["need"];
}

function unitsOf(rulebook: Rulebook, lists: ReadonlyMap<string, RegisteredList>, on: Day) {
  const cited = rulebook.inForce(PLACE, "prescribing.weights", on);
  const weights = Object.entries(cited.value.weights).flatMap(([ageBand, { men, women }]) => [
    { sex: "1", ageBand, weight: men },
    { sex: "2", ageBand, weight: women },
  ]);
  return prescribingUnits(lists, weights, applied(cited));
}
