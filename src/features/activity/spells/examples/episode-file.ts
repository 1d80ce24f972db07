/** An episode as a file of Hospital Episode Statistics has it; what is left out is empty. */
export interface Episode {
  readonly id: string;
  readonly provider: string;
  readonly patient: string;
  readonly practice: string;
  readonly admitted: string;
  readonly discharged: string;
  readonly order: string;
  readonly status: string;
  readonly began: string;
  readonly ended: string;
  readonly sex: string;
  readonly age: string;
  readonly method: string;
  readonly patientClass: string;
  readonly hrg: string;
  readonly treatmentFunction: string;
  readonly diagnoses: readonly string[];
  readonly procedures: readonly string[];
}

/** An ordinary one: the only episode of an emergency stay of four days. */
export const EPISODE: Episode = {
  ...{ id: "1", provider: "RXA", patient: "P1", practice: "X81001", admitted: "2008-04-02", discharged: "2008-04-06" },
  ...{ order: "1", status: "3", began: "2008-04-02", ended: "2008-04-06", sex: "2", age: "56", method: "21" },
  ...{ patientClass: "1", hrg: "DZ11B", treatmentFunction: "300", diagnoses: ["J189"], procedures: [] },
};

const COLUMNS = {
  id: "EPIKEY",
  provider: "PROCODE3",
  patient: "PSEUDO_HESID",
  practice: "GPPRAC",
  admitted: "ADMIDATE",
  discharged: "DISDATE",
  order: "EPIORDER",
  status: "EPISTAT",
  began: "EPISTART",
  ended: "EPIEND",
  sex: "SEX",
  age: "STARTAGE",
  method: "ADMIMETH",
  patientClass: "CLASSPAT",
  hrg: "SUSHRG",
  treatmentFunction: "TRETSPEF",
} as const;

/** The lines of a file of episodes. */
export function episodeFile(episodes: readonly Episode[]): readonly string[] {
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  const header = [
    ...names.map((name) => COLUMNS[name]),
    ...["01", "02"].flatMap((at) => [`DIAG_4_${at}`, `OPERTN_4_${at}`]),
  ];
  const lines = episodes.map((episode) => [
    ...names.map((name) => episode[name]),
    ...[0, 1].flatMap((at) => [episode.diagnoses[at] ?? "", episode.procedures[at] ?? (at === 0 ? "-" : "")]),
  ]);
  return [header, ...lines].map((cells) => cells.join(","));
}
