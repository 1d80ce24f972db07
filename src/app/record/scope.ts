import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { Directory } from "#features/organisations/index.ts";
import type { Day } from "#kernel/period.ts";
import type { Access } from "#platform/access/access.ts";
import type { Person } from "#platform/access/person.ts";
import type { RecordedTables } from "./tables.ts";

type Codes = "everywhere" | readonly string[];

/** What of the record somebody may see: whose events, by who of the organisation's sees them. Source: settled ¶record-1. */
export interface Scope {
  readonly person: string;
  readonly members: Codes;
  readonly own: Codes;
  readonly inside: Codes;
  readonly people: Codes;
}

interface ScopeAsked {
  readonly access: Pick<Access, "reach">;
  readonly person: Person;
  readonly directory: Directory;
  readonly on: Day;
}

/**
 * The scope of a person on a day. A region's takes in its PCTs, a group's its practices; a PCT's takes in nothing below it,
 * since what is a PCT's names it: a practice that came from another PCT brings nothing of that one's along.
 */
export function scopeOf({ access, person, directory, on }: ScopeAsked): Scope {
  const reach = (permission: string): Codes => access.reach(person, permission).of;
  const own = wider(reach("record.view"), (code) => below(directory, code, on));
  return {
    person: person.id,
    own,
    members: wider(own, (code) => [...directory.within(code, on), ""]),
    inside: reach("record.inside"),
    people: wider(reach("record.people"), (code) => everyPlaceIn(directory, code, on)),
  };
}

function wider(codes: Codes, more: (code: string) => readonly string[]): Codes {
  if (codes === "everywhere") return codes;
  return [...new Set(codes.flatMap((code) => [code, ...more(code)]))].toSorted();
}

/** The PCTs of a region, and the practices of a group or locality. */
function below(directory: Directory, code: string, on: Day): readonly string[] {
  const kind = directory.organisations.get(code)?.kind;
  const wanted = kind === "region" ? "pct" : kind === "group" || kind === "locality" ? "practice" : undefined;
  if (wanted === undefined) return [];
  return directory.membersOf(code, on).filter((member) => directory.organisations.get(member)?.kind === wanted);
}

function everyPlaceIn(directory: Directory, code: string, on: Day): readonly string[] {
  return [...directory.organisations.keys()].filter((each) => directory.within(each, on).includes(code));
}

type OfRecorded = ExpressionBuilder<RecordedTables, "recorded">;

/** The condition under which an event of the record is in a scope; for the query, so that nothing else is ever read. */
export function isInScope(eb: OfRecorded, scope: Scope): Expression<SqlBool> {
  if (seesAll(scope)) return eb.val(true);
  return eb.exists(
    eb
      .selectFrom("recorded_subjects as subject")
      .select("subject.seq")
      .whereRef("subject.seq", "=", "recorded.seq")
      .where((subject) =>
        subject.or(
          seersOf(scope).map(([seenBy, codes]) =>
            subject.and([
              subject("subject.seen_by", "=", seenBy),
              ...(codes === "everywhere" ? [] : [subject("subject.organisation", "in", [...codes])]),
            ]),
          ),
        ),
      ),
  );
}

function seersOf({ person, members, own, inside, people }: Scope): readonly (readonly [string, Codes])[] {
  const all = [
    ["person", [person]],
    ["members", members],
    ["own", own],
    ["inside", inside],
    ["people", people],
  ] as const;
  return all.filter(([, codes]) => codes.length > 0);
}

function seesAll({ own, inside, people }: Scope): boolean {
  return [own, inside, people].every((codes) => codes === "everywhere");
}
