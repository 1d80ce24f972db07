/** The age bands of registered lists, youngest first. */
export const BANDS = ["0-4", "5-14", "15-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75+"] as const;

/** The age at which each band starts. */
export const BAND_STARTS = [0, 5, 15, 25, 35, 45, 55, 65, 75] as const;

/** The place of an age among the bands. */
export function bandOf(age: number): number {
  return age < 5 ? 0 : Math.min(8, Math.floor((age + 5) / 10));
}

/** Figures by age band, youngest first. */
export type ByBand = readonly [number, number, number, number, number, number, number, number, number];

/** How much likelier each age is among those who need a kind of care. All made up. */
const AGES = {
  all: [1, 1, 1, 1, 1, 1, 1, 1, 1],
  infant: [10, 1.2, 0, 0, 0, 0, 0, 0, 0],
  child: [5, 4, 0.3, 0, 0, 0, 0, 0, 0],
  young: [0.1, 0.5, 2.2, 2.2, 1.8, 1, 0.6, 0.3, 0.2],
  childbearing: [0, 0.02, 1.8, 3, 1.3, 0.03, 0, 0, 0],
  adult: [0, 0.1, 0.9, 1.1, 1.3, 1.4, 1.3, 1, 0.7],
  middle: [0, 0.05, 0.4, 0.8, 1.4, 1.9, 2, 1.5, 0.8],
  older: [0, 0, 0.1, 0.2, 0.5, 1, 1.8, 2.8, 3],
  old: [0, 0, 0.02, 0.05, 0.1, 0.3, 0.9, 2.6, 6],
} as const satisfies Readonly<Record<string, ByBand>>;

/** A profile of ages by its name in the tables; throws a RangeError for a name that is none. */
export function agesOf(name: string): ByBand {
  const ages = (AGES as Readonly<Record<string, ByBand>>)[name];
  if (ages === undefined) throw new RangeError(`${name} is no profile of ages`);
  return ages;
}
