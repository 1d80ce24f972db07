import { random } from "../random.ts";
import { localityOf, type Practice, type Setting } from "../setting/fenmere.ts";
import { numberIn, tableFile } from "../setting/table-file.ts";

export const ENVELOPE_COLUMNS = [
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
export const BEFORE_COLUMNS = ["practice", "year", "line", "label", "service", "devolved", "blocked_back"] as const;

export type EnvelopeRow = Readonly<Record<(typeof ENVELOPE_COLUMNS)[number], string>>;
export type BeforeRow = Readonly<Record<(typeof BEFORE_COLUMNS)[number], string>>;

/** What a year's money is stated from. Amounts are pounds by practice. */
export interface Ground {
  readonly year: string;
  /** Hospital care in the twelve months behind the year, at its prices. */
  readonly hospital: ReadonlyMap<string, number>;
  /** Prescriptions of the year before. */
  readonly prescribing: ReadonlyMap<string, number>;
  /** The list of each practice as the year begins, in the order of the setting. */
  readonly people: readonly number[];
}

interface Line {
  readonly line: string;
  readonly label: string;
  readonly service: string;
  readonly method: string;
  readonly level: string;
  readonly purpose: string;
  readonly activities: string;
  readonly component: string;
  /** Pounds a head, for lines that do not follow from what was used. */
  readonly perHead: number;
}

/** What lines grow by in each year, as sources/fenmere.md has it under "Money", and in the year before. */
const GROWTH: Readonly<Record<string, { readonly hospital: number; readonly prescribing: number }>> = {
  "2006/07": { hospital: 0.038, prescribing: 0.036 },
  "2007/08": { hospital: 0.041, prescribing: 0.034 },
  "2008/09": { hospital: 0.032, prescribing: 0.029 },
};
/** Room for care that the baseline lacks. */
const HOSPITAL_ROOM = 0.012;
const YEARLY_LEVEL = 1.024;

/** The envelope of each PCT for a year, line by line. Hospital care has a little more than its baseline with growth. */
export function envelopeRows(setting: Setting, ground: Ground): readonly EnvelopeRow[] {
  const { year, hospital, prescribing, people } = ground;
  return setting.pcts.flatMap(({ code: pct }) => {
    const own = setting.practices.flatMap((practice, at) =>
      localityOf(setting, practice).pct === pct ? [{ code: practice.code, people: people[at] ?? 0 }] : [],
    );
    const total = (amounts: ReadonlyMap<string, number>) =>
      own.reduce((sum, { code }) => sum + (amounts.get(code) ?? 0), 0);
    const followed: Readonly<Record<string, number>> = {
      acute: total(hospital) * growthOf(year).hospital,
      prescribing: total(prescribing) * growthOf(year).prescribing,
    };
    const heads = own.reduce((sum, practice) => sum + practice.people, 0);
    return envelopeLines().map(({ perHead, ...line }) => ({
      pct,
      year,
      ...line,
      amount: wholeThousands(followed[line.line] ?? heads * perHead * levelOf(year)),
    }));
  });
}

/**
 * What each practice was given in a year, by line: what its patients were used to, so that some practices lie well
 * outside what their need explains. Lines that are held were shown per head and blocked back whole.
 */
export function beforeRows(setting: Setting, ground: Ground, seed: number): readonly BeforeRow[] {
  const { year, people } = ground;
  const chance = random(seed, `before ${year}`);
  const hospital = withHeirs(setting, ground.hospital, people);
  const prescribing = withHeirs(setting, ground.prescribing, people);
  return setting.practices.flatMap((practice, at) => {
    const heads = people[at] ?? 0;
    if (heads === 0) return [];
    const followed: Readonly<Record<string, number>> = {
      acute: (hospital.get(practice.code) ?? 0) * growthOf(year).hospital,
      prescribing: (prescribing.get(practice.code) ?? 0) * growthOf(year).prescribing,
    };
    return envelopeLines().map(({ line, label, service, method, perHead }) => {
      const weight = method === "weighted-capitation" ? practice.need : 1;
      const amount = (followed[line] ?? heads * perHead * weight * levelOf(year)) * chance.gamma(20_000);
      const devolved = amount.toFixed(2);
      const blocked_back = method === "held" ? devolved : "0.00";
      return { practice: practice.code, year, line, label, service, devolved, blocked_back };
    });
  });
}

/**
 * Amounts of practices that have a list: a merged one's go with its patients, and one that is too new to have a history
 * is given what its need would cost at the rate of all.
 */
function withHeirs(
  { practices }: Setting,
  amounts: ReadonlyMap<string, number>,
  people: readonly number[],
): ReadonlyMap<string, number> {
  const known = practices.filter(
    ({ code, opened }, at) => opened === undefined && amounts.has(code) && (people[at] ?? 0) > 0,
  );
  const needs = ({ code, need }: Practice) => need * (people[practices.findIndex((other) => other.code === code)] ?? 0);
  const sum = (of: (practice: Practice) => number) => known.reduce((total, practice) => total + of(practice), 0);
  const rate = sum(({ code }) => amounts.get(code) ?? 0) / sum(needs);
  const heirs = new Map(amounts);
  for (const [at, practice] of practices.entries()) {
    const heir = practice.successor;
    if (heir !== undefined && people[at] === 0)
      heirs.set(heir, (heirs.get(heir) ?? 0) + (amounts.get(practice.code) ?? 0));
    if (practice.opened !== undefined) heirs.set(practice.code, needs(practice) * rate);
  }
  return heirs;
}

function envelopeLines(): readonly Line[] {
  return tableFile("envelope.csv").map((cell) => ({
    line: cell("line"),
    label: cell("label"),
    service: cell("service"),
    method: cell("method"),
    level: cell("level"),
    purpose: cell("purpose"),
    activities: cell("activities"),
    component: cell("component"),
    perHead: numberIn(cell("per_head")) ?? 0,
  }));
}

function growthOf(year: string): { readonly hospital: number; readonly prescribing: number } {
  const growth = GROWTH[year];
  if (growth === undefined) throw new RangeError(`Nothing says what lines grow by in ${year}`);
  return { hospital: 1 + growth.hospital + HOSPITAL_ROOM, prescribing: 1 + growth.prescribing };
}

function levelOf(year: string): number {
  return YEARLY_LEVEL ** (Number(year.slice(0, 4)) - 2007);
}

/** Envelopes are stated in whole thousands. */
function wholeThousands(amount: number): string {
  return (Math.ceil(amount / 1000) * 1000).toFixed(2);
}
