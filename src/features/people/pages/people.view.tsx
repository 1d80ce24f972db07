import type { ReactNode } from "react";
import type { Day } from "#kernel/period.ts";
import { type Column, DataTable } from "#platform/web/view/data-table.tsx";
import { EmptyState } from "#platform/web/view/empty-state.tsx";
import { SelectField, SubmitButton, TextField } from "#platform/web/view/form.tsx";
import { Pages } from "#platform/web/view/pages.tsx";
import { TaskList } from "#platform/web/view/task-list.tsx";
import { count as counted } from "#platform/web/words/amounts.ts";
import { STANDING_WORDS } from "../rules/shown-standing.ts";
import type { ListedPerson } from "../store.ts";
import { PEOPLE, personPath } from "../views/addresses.ts";
import { postDays, postStanding } from "../views/words.ts";
import type { WaitingTask } from "./waiting-tasks.ts";

export type { WaitingTask } from "./waiting-tasks.ts";

interface PeopleViewProps {
  readonly people: readonly ListedPerson[];
  readonly count: number;
  readonly page: number;
  readonly pageSize: number;
  readonly query: URLSearchParams;
  readonly today: Day;
  readonly places: readonly { readonly value: string; readonly text: string }[];
  readonly chosenPlace: string;
  readonly roles: readonly string[];
  readonly placeName: (code: string) => string;
  readonly tasks: readonly WaitingTask[];
  readonly mayInvite: boolean;
  /** Said once, after something was done. */
  readonly news: string | undefined;
}

/** What waits, then the people of the places that the reader sees. */
export function PeopleView(props: PeopleViewProps): ReactNode {
  const { people, count, tasks, mayInvite, news } = props;
  return (
    <>
      {news === undefined ? null : (
        <div className="nhsuk-inset-text">
          <p>{news}</p>
        </div>
      )}
      <h1 className="nhsuk-heading-l">People</h1>
      {mayInvite ? (
        <p>
          <a href={`${PEOPLE}/invite`}>Invite somebody</a>
        </p>
      ) : null}
      {tasks.length === 0 ? null : <Waiting tasks={tasks} />}
      <Filter {...props} />
      {count === 0 ? (
        <EmptyState
          title="Nobody to show"
          from="Here are the people of your place and of the places within it, with what they were asked to do and since when."
          who="An administrator of the PCT or the region invites people and gives them posts."
          command="script/chilford people list"
        />
      ) : (
        <People {...props} />
      )}
      {people.length === 0 && count > 0 ? <p>There is nobody on this page of the list.</p> : null}
    </>
  );
}

function Waiting({ tasks }: { readonly tasks: readonly WaitingTask[] }): ReactNode {
  return (
    <section aria-labelledby="waiting">
      <h2 className="nhsuk-heading-m" id="waiting">
        Told to another administrator
      </h2>
      <p>What administrators do about their own posts is never theirs alone. Look at each, and say so.</p>
      <TaskList id="waiting" tasks={tasks.map((task) => ({ ...task, attention: true }))} />
    </section>
  );
}

function Filter({ query, places, chosenPlace, roles }: PeopleViewProps): ReactNode {
  const any = (text: string) => ({ value: "", text });
  return (
    <form method="get" action={PEOPLE} className="app-filter">
      <TextField name="name" label="Part of the name" problems={[]} entered={query.get("name") ?? ""} />
      <SelectField
        name="organisation"
        label="Organisation, with all within it"
        problems={[]}
        entered={chosenPlace}
        options={[any("All that you see"), ...places]}
      />
      <SelectField
        name="role"
        label="Role"
        problems={[]}
        entered={query.get("role") ?? ""}
        options={[any("Any role"), ...roles.map((role) => ({ value: role, text: role }))]}
      />
      <SelectField
        name="standing"
        label="Standing"
        problems={[]}
        entered={query.get("standing") ?? ""}
        options={[any("Any standing"), ...Object.entries(STANDING_WORDS).map(([value, text]) => ({ value, text }))]}
      />
      <SubmitButton>Show</SubmitButton>
    </form>
  );
}

function People({ people, count, page, pageSize, query, today, placeName }: PeopleViewProps): ReactNode {
  const pages = Math.max(1, Math.ceil(count / pageSize));
  const first = (page - 1) * pageSize + 1;
  const columns: readonly [Column<ListedPerson>, ...Column<ListedPerson>[]] = [
    { key: "name", heading: "Name", cell: ({ person, name }) => <a href={personPath(person)}>{name}</a> },
    {
      key: "posts",
      heading: "Posts",
      cell: ({ posts }) => (
        <>
          {posts.map((post) => (
            <div key={post.post}>
              {post.role} at {placeName(post.organisation)}, {postDays(post)}
              {postStanding(post, today) === "over" ? " (over)" : ""}
            </div>
          ))}
        </>
      ),
    },
    { key: "standing", heading: "Standing", cell: ({ standing }) => STANDING_WORDS[standing] },
  ];
  return (
    <>
      {count > pageSize && people.length > 0 ? (
        <p>
          {counted(first)} to {counted(first + people.length - 1)} of {counted(count)} people
        </p>
      ) : null}
      <DataTable
        id="people"
        caption="People"
        columns={columns}
        rows={people}
        rowKey={({ person }) => person}
        counted={["person", "people"]}
        pageSize={pageSize}
      />
      <Pages caption="people" page={page} pages={pages} link={(to) => pageLink(query, to)} />
    </>
  );
}

function pageLink(query: URLSearchParams, page: number): string {
  const next = new URLSearchParams(query);
  next.set("page", String(page));
  return `${PEOPLE}?${next}`;
}
