import { type Day, day } from "#kernel/period.ts";

/** Somebody of Fenmere as the record is to have them; nobody of these names is real. */
export interface CountyPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly at: string;
  /** Who invites them: an administrator of their PCT, or whoever runs the machine. */
  readonly by: string;
  readonly invited: Day;
  /** The day on which they come; without it they have not come yet. */
  readonly comes?: Day;
  /** The day on which they leave. */
  readonly leaves?: Day;
}

const [NORTH, SOUTH, MACHINE] = ["bettina-bittern", "della-dunlin", "operator"];

/** Administrators, people of practices, groups and PCTs; two who have not come yet, and one who has left. */
export const COUNTY_PEOPLE: readonly CountyPerson[] = [
  person("Bettina Bittern", "administrator", "5ZN", MACHINE, "2008-02-04", "2008-02-05"),
  person("Gus Goldeneye", "administrator", "5ZN", MACHINE, "2008-02-04", "2008-02-06"),
  person("Della Dunlin", "administrator", "5ZS", MACHINE, "2008-02-04", "2008-02-05"),
  person("Piet Pintail", "administrator", "QZ1", MACHINE, "2008-02-04", "2008-02-08"),
  person("Wilma Wigeon", "practice manager", "X81003", NORTH, "2008-02-11", "2008-02-12"),
  person("Tilda Teal", "practice manager", "X81008", NORTH, "2008-02-11", "2008-02-14"),
  person("Ruben Ruff", "practice manager", "X82001", SOUTH, "2008-02-11", "2008-02-11"),
  person("Ottoline Ouzel", "GP lead", "5ZN01", NORTH, "2008-02-18", "2008-02-20"),
  person("Simon Siskin", "PCT named support lead", "5ZN01", NORTH, "2008-02-18", "2008-02-19"),
  person("Fergus Firecrest", "PCT information", "5ZN", NORTH, "2008-02-18", "2008-02-18"),
  person("Nora Nightjar", "committee chair", "5ZN", NORTH, "2008-03-03", "2008-03-10"),
  { ...person("Lars Linnet", "lay member", "5ZN", NORTH, "2008-03-03", "2008-03-03"), leaves: day("2008-04-18") },
  person("Perdita Plover", "PCT director", "5ZS", SOUTH, "2008-03-03", "2008-03-05"),
  person("Corin Corncrake", "LMC", "5ZS", SOUTH, "2008-04-30"),
  person("Dora Dabchick", "GP lead", "X82003", SOUTH, "2008-03-31"),
];

function person(name: string, role: string, at: string, by = "operator", invited = "", comes?: string): CountyPerson {
  const id = name.toLowerCase().replaceAll(" ", "-");
  return { id, name, role, at, by, invited: day(invited), ...(comes !== undefined && { comes: day(comes) }) };
}
