import {
  grants as interestGrants,
  pages as interestPages,
  interestsReadModel,
  openInterestBook,
} from "#features/interests/index.ts";
import { directoryOf, type Membership } from "#features/organisations/index.ts";
import { openPeopleBook, peopleReadModel } from "#features/people/index.ts";
import { loadRulebook, loadSources } from "#features/rulebook/index.ts";
import { accept, refuse } from "#kernel/decision.ts";
import { day } from "#kernel/period.ts";
import { createAccess } from "#platform/access/access.ts";
import type { Person } from "#platform/access/person.ts";
import type { Record } from "#platform/record/index.ts";
import { testRecord } from "#platform/record/testing.ts";
import { type VisitedWeb, visitedWeb } from "#platform/web/testing.ts";
import { peopleInPosts } from "../../people-in-posts.ts";
import { registerPages } from "../../registers/registers-pages.tsx";
import { descriptions } from "../descriptions.ts";
import { recordGrants } from "../grants.ts";
import { recordedReadModel } from "../read-model.ts";
import { recordPages } from "../record-pages.ts";
import { refusedAttempts } from "../refused-attempts.ts";
import type { RecordWiring } from "../wiring.ts";

const belongs = (
  member: string,
  organisation: string,
  kind: Membership["kind"],
  from = "2006-10-01",
  until?: string,
) => ({
  ...{ member, organisation, kind },
  from: day(from),
  ...(until !== undefined && { until: day(until) }),
});

/** Two invented PCTs of one region; a practice that went from the one to the other. */
const DIRECTORY = directoryOf({
  organisations: [
    { code: "Q99", name: "The Fens", kind: "region" },
    { code: "5QX", name: "West Fen PCT", kind: "pct" },
    { code: "5QY", name: "East Fen PCT", kind: "pct" },
    { code: "G01", name: "Ash Group", kind: "group" },
    { code: "X81001", name: "Ash Surgery", kind: "practice" },
    { code: "X81002", name: "Beech Surgery", kind: "practice" },
    { code: "X82001", name: "Elm Surgery", kind: "practice" },
    { code: "X83001", name: "Moved Surgery", kind: "practice" },
  ],
  memberships: [
    belongs("5QX", "Q99", "region"),
    belongs("5QY", "Q99", "region"),
    belongs("G01", "5QX", "pct"),
    belongs("X81001", "5QX", "pct"),
    belongs("X81001", "G01", "group"),
    belongs("X81002", "5QX", "pct"),
    belongs("X82001", "5QY", "pct"),
    belongs("X83001", "5QY", "pct", "2006-10-01", "2008-03-31"),
    belongs("X83001", "5QX", "pct", "2008-04-01"),
  ],
  participation: [],
});

const somebody = (id: string, role: string, organisation: string): Person => ({
  ...{ id, name: `Sam ${id}` },
  posts: [{ role, organisation }],
});

const PEOPLE: readonly Person[] = [
  somebody("finance", "PCT finance", "5QX"),
  somebody("finance-elsewhere", "PCT finance", "5QY"),
  somebody("manager", "practice manager", "X81001"),
  somebody("peer", "practice manager", "X81002"),
  somebody("chair", "locality chair", "G01"),
  somebody("region", "region", "Q99"),
  somebody("administrator", "administrator", "5QX"),
  somebody("administrator-elsewhere", "administrator", "5QY"),
  somebody("lay", "lay member", "5QX"),
  somebody("keeper", "operator", ""),
];

export const EXAMPLE_NOW = new Date("2008-05-06T09:00:00Z");

/** A record of two PCTs with something of every sort on it, and the pages over it. */
export interface ExampleRecord {
  readonly record: Record;
  readonly wiring: RecordWiring & {
    readonly interests: ReturnType<typeof openInterestBook>;
    readonly people: ReturnType<typeof openPeopleBook>;
  };
  readonly web: VisitedWeb;
  put(stream: string, type: string, data: object, at?: string, actor?: string): Promise<void>;
  refuse(stream: string, command: string, code: string, at?: string, actor?: string): Promise<void>;
}

/** Opens it; what is on it is invented. */
export async function openExampleRecord(): Promise<ExampleRecord> {
  const record = await testRecord([interestsReadModel, peopleReadModel, recordedReadModel(descriptions, "1")]);
  let made = 0;
  const newId = () => `id-${made++}`;
  const people = openPeopleBook({ record, newId, newToken: newId, onLeft: async () => undefined });
  const grants = [...interestGrants, ...recordGrants];
  const wiring = {
    ...{ record, descriptions, people, newId },
    interests: openInterestBook(record),
    access: createAccess(grants, "public"),
    peopleInPosts: peopleInPosts(people, PEOPLE),
    directory: async () => DIRECTORY,
    rulebook: loadRulebook(["rulebook"], loadSources("docs/sources")),
    now: () => EXAMPLE_NOW,
    version: "1",
    madeUp: "The Fens are made up.",
  };
  const web = await visitedWeb({
    grants,
    pages: [...recordPages(wiring), ...registerPages(wiring), ...interestPages(wiring)],
    people: PEOPLE,
    now: wiring.now,
    refused: refusedAttempts(record),
  });
  const by = (actor: string, at: string) => ({ actor, at: new Date(at), authority: `${actor}'s post: a rule.` });
  const put: ExampleRecord["put"] = async (stream, type, data, at = "2008-04-28T09:00:00Z", actor = "finance") => {
    await record.perform({ stream, command: type, ...by(actor, at), decide: () => accept({ stream, type, data }) });
  };
  const refused: ExampleRecord["refuse"] = async (
    stream,
    command,
    code,
    at = "2008-04-28T09:00:00Z",
    actor = "finance",
  ) => {
    await record.perform({
      stream,
      command,
      ...by(actor, at),
      decide: () => refuse(code, { facts: { draft: "second" } }),
    });
  };
  return { record, wiring, web, put, refuse: refused };
}

/** Takes both PCTs through a year of budgets, in events. */
export async function fillRecord({ put, refuse: refused }: ExampleRecord): Promise<void> {
  for (const [pct, actor] of [
    ["5QX", "finance"],
    ["5QY", "finance-elsewhere"],
  ] as const) {
    const stream = `budget/${pct}/2008-09`;
    const own = (type: string, data: object, at: string) => put(stream, type, data, at, actor);
    await own("envelope-stated", { on: "2008-03-03", envelope: { lines: [] }, confirmed: [] }, "2008-03-03T09:00:00Z");
    const policy = {
      setOn: "2008-03-17",
      agreedWithLmcOn: "2008-03-17",
      agreedWithPecOn: "2008-03-17",
      largestShift: 100,
    };
    await own("fair-share-policy-set", policy, "2008-03-17T09:00:00Z");
    await own("draft-made", { id: `draft-${pct}` }, "2008-04-02T09:00:00Z");
    await refused(stream, "issue-draft", "draft-unknown", "2008-04-03T09:00:00Z", actor);
    const issued = { draft: `draft-${pct}`, version: 1, on: "2008-04-16", inForceFrom: "2008-04-01", resultHash: "x" };
    await own("draft-issued", issued, "2008-04-16T09:00:00Z");
  }
  const review = (practice: string, pct: string, at: string, actor: string) =>
    put(
      `budget/${pct}/2008-09`,
      "utilisation-review-recorded",
      { practice, reviewedOn: at.slice(0, 10), outcome: "explained-by-need", decidedShift: 0, measures: [], spoke: [] },
      at,
      actor,
    );
  await review("X81001", "5QX", "2008-04-21T09:00:00Z", "finance");
  await review("X83001", "5QY", "2008-03-20T09:00:00Z", "finance-elsewhere");
}
