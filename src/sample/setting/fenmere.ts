import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const organisation = { code: z.string(), name: z.string() };

const practice = z.strictObject({
  ...organisation,
  locality: z.string(),
  group: z.string().optional(),
  people: z.number(),
  growth: z.number(),
  profile: z.enum(["mixed", "town", "rural", "older", "young", "student"]),
  need: z.number(),
  use: z.number(),
  thrift: z.number(),
  opened: z.string().optional(),
  closed: z.string().optional(),
  successor: z.string().optional(),
  /** The day on which it joins its group, where that is not from the beginning. */
  joins: z.string().optional(),
  /** The day on which it leaves its group for another. */
  moves: z.string().optional(),
  to: z.string().optional(),
  in_need_source: z.boolean().default(true),
});

const schema = z.strictObject({
  name: z.string(),
  region: z.strictObject(organisation),
  years: z.array(z.string()),
  rule_year: z.string(),
  price_year: z.string(),
  opened: z.string(),
  pcts: z.array(z.strictObject(organisation)),
  localities: z.array(z.strictObject({ ...organisation, pct: z.string(), hospital: z.string() })),
  groups: z.array(z.strictObject({ ...organisation, pct: z.string() })),
  providers: z.array(
    z.strictObject({
      ...organisation,
      kind: z.enum(["near", "teaching", "planned", "community"]),
      factor: z.number(),
    }),
  ),
  practices: z.array(practice),
});

/** The invented county: who is in it and what happens to its practices. */
export type Setting = z.infer<typeof schema>;
export type Practice = Setting["practices"][number];

/** Reads the county from its own file. Where nothing else is said it is Fenmere, which exists nowhere. */
export function fenmere(): Setting {
  const file = new URL("../tables/fenmere.yaml", import.meta.url);
  return schema.parse(parse(readFileSync(file, "utf8")));
}

/** The locality in which a practice lies. */
export function localityOf(setting: Setting, { locality }: Practice): Setting["localities"][number] {
  const found = setting.localities.find(({ code }) => code === locality);
  if (found === undefined) throw new RangeError(`There is no locality ${locality}`);
  return found;
}

/** Whether a practice is open on a day. */
export function isOpen({ opened, closed }: Practice, day: string): boolean {
  return (opened === undefined || opened <= day) && (closed === undefined || day <= closed);
}
