import type { Episode } from "./episode-file.ts";

/** An episode with the line it is on, as plain words take it. */
interface Placed extends Episode {
  readonly line: number;
}

/** What becomes of episodes, told without SQL. */
export interface NaiveSpells {
  readonly spells: readonly Readonly<Record<string, unknown>>[];
  /** How many rows are rejected for what, and marked with what. */
  readonly found: Readonly<Record<string, number>>;
  readonly rejected: number;
}

const isDay = (text: string) => text !== "" && !text.startsWith("180");
const known = (text: string) => (text === "" || text === "&" || text === "99" || text === "98" ? undefined : text);

type Find = (code: string, of: Placed) => void;

/** Puts spells together one after the other. `practices` are those somebody knows. */
export function naiveSpells(episodes: readonly Episode[], practices: ReadonlySet<string>): NaiveSpells {
  const found: Record<string, number> = {};
  const marks = new Map<number, readonly string[]>();
  const find: Find = (code, { line }) => {
    found[code] = (found[code] ?? 0) + 1;
    marks.set(line, [...(marks.get(line) ?? []), code]);
  };
  const spells = [...groupsOf(episodes, find).values()].flatMap((group) => {
    const ordered = group.toSorted(byPlace);
    findIn(ordered, (_, at) => oddities(ordered, at), find);
    const codes = new Set(ordered.flatMap(({ line }) => marks.get(line) ?? []));
    const spell = { ...spellOf(ordered), flags: [...codes].toSorted().join(" ") };
    const reasons = reasonsAgainst(spell, ordered, practices);
    findIn(ordered, () => reasons, find);
    return reasons.length === 0 ? [spell] : [];
  });
  const kept = spells.reduce((sum, { episodes: count }) => sum + Number(count), 0);
  return { spells, found, rejected: episodes.length - kept };
}

function findIn(ordered: readonly Placed[], codes: (of: Placed, at: number) => readonly string[], find: Find): void {
  for (const [at, episode] of ordered.entries()) for (const code of codes(episode, at)) find(code, episode);
}

/** Episodes by provider, patient and day of admission, each once. */
function groupsOf(episodes: readonly Episode[], find: Find): ReadonlyMap<string, readonly Placed[]> {
  const seen = new Set<string>();
  const groups = new Map<string, readonly Placed[]>();
  for (const [at, episode] of episodes.entries()) {
    const placed = { ...episode, line: at + 2 };
    const key = `${episode.provider} ${episode.patient} ${episode.admitted}`;
    if (!isDay(episode.admitted)) find("no-admitted_on", placed);
    else if (seen.has(episode.id)) find("episode-repeated", placed);
    else groups.set(key, [...(groups.get(key) ?? []), placed]);
    if (isDay(episode.admitted)) seen.add(episode.id);
  }
  return groups;
}

function byPlace(a: Placed, b: Placed): number {
  const key = ({ order, began, ended, line }: Placed) =>
    [
      known(order)?.padStart(3, "0") ?? "100",
      isDay(began) ? began : "2999-12-31",
      isDay(ended) ? ended : "2999-12-31",
      String(line).padStart(9, "0"),
    ].join(" ");
  return key(a) < key(b) ? -1 : 1;
}

function placeIn(order: string): number {
  return Number(known(order) ?? Number.NaN);
}

/** What is odd about an episode among the others of its spell. */
function oddities(ordered: readonly Placed[], at: number): readonly string[] {
  const { order = "", status = "", discharged = "" } = ordered[at] ?? {};
  const [place, placeBefore] = [placeIn(order), placeIn(ordered[at - 1]?.order ?? "")];
  const isLast = at === ordered.length - 1;
  const cases: readonly (readonly [boolean, string])[] = [
    [Number.isNaN(place), "episode-order-not-known"],
    [at === 0 && place > 1, "first-episode-missing"],
    [place > placeBefore + 1, "episode-missing"],
    [place === placeBefore, "episode-order-repeated"],
    [status !== "3", "episode-unfinished"],
    [isLast && !isDay(discharged) && ordered.some((other) => isDay(other.discharged)), "discharge-not-on-last"],
  ];
  return cases.filter(([isSo]) => isSo).map(([, code]) => code);
}

function spellOf(ordered: readonly Placed[]) {
  const days = ({ began, ended }: Placed) =>
    isDay(began) && isDay(ended) && began <= ended ? Date.parse(ended) - Date.parse(began) : -1;
  const longest = ordered.toSorted((a, b) => days(b) - days(a));
  const firstOf = (of: readonly Placed[], value: (episode: Placed) => string) =>
    of.map((episode) => known(value(episode))).find((each) => each !== undefined) ?? null;
  const listOf = (value: (episode: Placed) => readonly string[]) =>
    longest.map((episode) => value(episode).join(" ")).find((each) => each !== "") ?? null;
  return {
    spell_id: ordered[0]?.id,
    source_row: ordered[0]?.line,
    episodes: ordered.length,
    practice: firstOf(ordered, ({ practice }) => practice),
    admitted_on: ordered[0]?.admitted,
    discharged_on: ordered.map(({ discharged }) => discharged).findLast(isDay) ?? null,
    admission_method: firstOf(ordered, ({ method }) => method),
    patient_class: firstOf(ordered, ({ patientClass }) => patientClass),
    hrg: firstOf(longest, ({ hrg }) => hrg),
    treatment_function: firstOf(longest, ({ treatmentFunction }) => treatmentFunction),
    diagnoses: listOf(({ diagnoses }) => diagnoses),
    procedures: listOf(({ procedures }) => procedures),
  };
}

function reasonsAgainst(
  spell: Readonly<Record<string, unknown>>,
  ordered: readonly Placed[],
  practices: ReadonlySet<string>,
): readonly string[] {
  const { practice, discharged_on: discharged } = spell;
  return [
    ...(practices.has(String(practice)) ? [] : ["unknown-practice"]),
    ...(discharged === null ? ["no-discharge"] : []),
    ...(discharged !== null && String(discharged) < (ordered[0]?.admitted ?? "") ? ["discharge-before-admission"] : []),
  ];
}
