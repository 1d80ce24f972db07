import type { Directory } from "#features/organisations/index.ts";
import { dayInLondon } from "#kernel/period.ts";
import type { Person } from "#platform/access/person.ts";
import { type Page, page } from "#platform/web/page.ts";
import type { PeopleDesk } from "../desk.ts";
import type { PeoplePermission } from "../grants.ts";
import { openChanges, openNotices, placesWaiting } from "../notices-store.ts";
import { GIVEN_ROLES, isRole } from "../rules/role-words.ts";
import { isShownStanding } from "../rules/shown-standing.ts";
import { listPeople, namesOf, type PeopleFilter } from "../store.ts";
import { mayAt, ownPlaces, placesSeen, reached, subjectAt } from "../subjects.ts";
import { PEOPLE } from "../views/addresses.ts";
import { PeopleView, type WaitingTask } from "./people.view.tsx";
import { changeTask, noticeTask } from "./waiting-tasks.ts";

/** How many people a page of the list shows. */
const PAGE_SIZE = 50;

const NEWS: Readonly<Record<string, string>> = {
  answered: "Your answer is on the record.",
  seen: "That you have seen it is on the record.",
};

/** The people of the places that the reader may see, and what waits for administrators. */
export function peoplePage(desk: PeopleDesk): Page<PeoplePermission> {
  const subject = (_params: unknown, _query: unknown, _sight: unknown, person: Person) => ownPlaces(person);
  return page(PEOPLE, { permission: "people.view", subject }, async ({ person, query, now }) => {
    const today = dayInLondon(now);
    const directory = await desk.directory();
    const seen = await placesSeen(desk, person, today);
    const asked = askedFilter(query);
    const place = query.get("organisation") ?? "";
    const places =
      place === "" ? seen : seen.filter((code) => subjectAt(directory, code, today).within.includes(place));
    const from = (asked.page - 1) * PAGE_SIZE;
    const filter = { ...asked.filter, places, now: now.toISOString(), from, limit: PAGE_SIZE };
    const { people, count } = await listPeople(desk.people.reads, filter);
    return {
      title: "People",
      section: "people",
      ...(desk.madeUp !== false && { madeUp: desk.madeUp }),
      body: (
        <PeopleView
          {...{ people, count, query, today, pageSize: PAGE_SIZE, page: asked.page, chosenPlace: place }}
          placeName={(code) => directory.organisation(code).name}
          places={placeOptions(directory, seen, person)}
          roles={GIVEN_ROLES}
          tasks={await waiting(desk, directory, person, now)}
          news={NEWS[query.get("done") ?? ""]}
          mayInvite={mayAt(desk, person, "people.manage", ownPlaces(person))}
        />
      ),
    };
  });
}

type Asked = Pick<PeopleFilter, "role" | "standing" | "search">;

/** What the query asks for; what it does not understand is as if not asked. */
function askedFilter(query: URLSearchParams): { readonly filter: Asked; readonly page: number } {
  const [role, standing] = [query.get("role") ?? "", query.get("standing") ?? ""];
  const search = (query.get("name") ?? "").replaceAll("\0", "").trim();
  const asked = Number(query.get("page") ?? 1);
  const filter = {
    ...(isRole(role) && { role }),
    ...(isShownStanding(standing) && { standing }),
    ...(search !== "" && { search }),
  };
  return { filter, page: Number.isSafeInteger(asked) && asked > 0 && asked < 1_000_000 ? asked : 1 };
}

/** Places to choose from: those with people, and what is above them as far as the reader sees it. */
function placeOptions(directory: Directory, seen: readonly string[], { posts }: Person) {
  const own = posts.map(({ organisation }) => organisation).filter((code) => directory.organisations.has(code));
  return [...new Set([...own, ...seen])]
    .map((code) => ({ value: code, text: `${directory.organisation(code).name} (${code})` }))
    .toSorted((a, b) => a.text.localeCompare(b.text, "en-GB"));
}

/** What waits for another administrator's word or to be acknowledged, for those who may. */
async function waiting(
  desk: PeopleDesk,
  directory: Directory,
  person: Person,
  now: Date,
): Promise<readonly WaitingTask[]> {
  const { reads } = desk.people;
  const places = reached(desk, person, "people.confirm", await placesWaiting(reads), directory, dayInLondon(now));
  const [changes, notices] = await Promise.all([openChanges(reads, places), openNotices(reads, places)]);
  const others = notices.filter((notice) => notice.by !== person.id && notice.person !== person.id);
  const ids = [...changes, ...others].flatMap((each) => ("by" in each ? [each.person, each.by] : [each.person]));
  const names = await namesOf(reads, [...new Set(ids)]);
  const telling = {
    nameOf: (id: string) => names.get(id) ?? id,
    placeName: (code: string) => directory.organisation(code).name,
  };
  const asked = changes.filter((change) => change.person !== person.id);
  return [...asked.map((each) => changeTask(each, telling)), ...others.map((each) => noticeTask(each, telling))];
}
