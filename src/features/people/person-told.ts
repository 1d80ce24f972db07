import type { Directory } from "#features/organisations/index.ts";
import type { Day } from "#kernel/period.ts";
import type { Person } from "#platform/access/person.ts";
import type { PeopleDesk } from "./desk.ts";
import type { PeoplePermission } from "./grants.ts";
import { changesOf, type ListedChange } from "./notices-store.ts";
import { type ShownStanding, shownStanding } from "./rules/shown-standing.ts";
import { ERASED, type ListedPost, namesOf, personRow, postsOf } from "./store.ts";
import { mayAt, subjectAt } from "./subjects.ts";
import { eventWords, type Telling } from "./views/history-words.ts";

/** A post with what the reader may do about it. */
export interface ToldPost extends ListedPost {
  readonly place: string;
  readonly mayManage: boolean;
}

/** Something asked for that waits, with whether the reader may decide it. */
export interface ToldChange extends ListedChange {
  readonly place: string;
  readonly mayConfirm: boolean;
}

/** Something that happened to a person, in words: what, who did it and by which post and rule. */
export interface ToldEvent {
  readonly seq: number;
  readonly at: string;
  readonly what: string;
  readonly who: string;
  readonly authority?: string;
}

/** A person as somebody may see them: posts, what waits and history at the places whose people they see. */
export interface PersonTold {
  readonly person: string;
  readonly name: string;
  readonly standing: ShownStanding;
  /** For administrators alone. */
  readonly email?: string;
  readonly lapsesAt?: string;
  readonly posts: readonly ToldPost[];
  readonly changes: readonly ToldChange[];
  readonly history: readonly ToldEvent[];
  readonly mayManage: boolean;
  /** Whether the reader manages every place where the person holds a post, so that they may end everything. */
  readonly mayManageAll: boolean;
}

/** Who asks about whom, and when. */
export interface Asking {
  readonly id: string;
  readonly viewer: Person;
  readonly now: Date;
  readonly today: Day;
}

/** What a viewer may know of a person whom they may see. */
export async function personTold(desk: PeopleDesk, asking: Asking): Promise<PersonTold> {
  const { id, now, today } = asking;
  const { reads } = desk.people;
  const directory = await desk.directory();
  const [row, all, changes] = await Promise.all([personRow(reads, id), postsOf(reads, [id]), changesOf(reads, id)]);
  const may = mayOf(desk, directory, asking);
  const posts = all.filter(({ organisation }) => may("people.view", organisation));
  const place = (code: string) => directory.organisation(code).name;
  const running = all.filter(({ until, isWithdrawn }) => !isWithdrawn && (until === undefined || until >= today));
  const mayManage =
    all.length === 0 ? may("people.manage", "") : posts.some((post) => may("people.manage", post.organisation));
  const telling: Telling = {
    post: (post) => posts.find((each) => each.post === post) as ReturnType<Telling["post"]>,
    sees: (code) => may("people.view", code),
    placeName: place,
  };
  return {
    ...{ person: id, name: row.name ?? ERASED, mayManage },
    standing: shownStanding(row.standing, row.lapsesAt, now.toISOString()),
    ...(mayManage && row.email !== null && { email: row.email }),
    ...(row.lapsesAt !== null && { lapsesAt: row.lapsesAt }),
    posts: posts.map((post) => ({
      ...{ ...post, place: place(post.organisation), mayManage: may("people.manage", post.organisation) },
    })),
    changes: changes
      .filter(({ organisation }) => may("people.view", organisation))
      .map((change) => ({
        ...{ ...change, place: place(change.organisation), mayConfirm: may("people.confirm", change.organisation) },
      })),
    history: await historyTold(desk, id, telling),
    mayManageAll: mayManage && running.every(({ organisation }) => may("people.manage", organisation)),
  };
}

function mayOf(desk: PeopleDesk, directory: Directory, { viewer, today }: Asking) {
  return (permission: PeoplePermission, code: string): boolean =>
    mayAt(desk, viewer, permission, subjectAt(directory, code, today));
}

/** What happened to a person, the newest first, as far as the reader may know it. */
async function historyTold({ people }: PeopleDesk, id: string, telling: Telling): Promise<readonly ToldEvent[]> {
  const events = await people.history(id);
  const names = await namesOf(people.reads, [...new Set(events.map(({ actor }) => actor))]);
  return events.flatMap((event) => {
    const what = eventWords(event, telling);
    if (what === undefined) return [];
    const { seq, at, actor, authority } = event;
    return [{ seq, at, what, who: names.get(actor) ?? actor, ...(authority !== undefined && { authority }) }];
  });
}
