import type { ReactNode } from "react";
import type { Day } from "#kernel/period.ts";
import type { Link } from "#platform/web/outcome.ts";
import { type Column, DataTable } from "#platform/web/view/data-table.tsx";
import { TaskList } from "#platform/web/view/task-list.tsx";
import type { PersonTold, ToldEvent, ToldPost } from "../person-told.ts";
import { STANDING_WORDS } from "../rules/shown-standing.ts";
import { changePath, postPath, taskPath } from "../views/addresses.ts";
import { momentText, postDays, postStanding } from "../views/words.ts";

interface PersonViewProps {
  readonly told: PersonTold;
  readonly today: Day;
  /** Whether the reader is this person. */
  readonly isOwn: boolean;
  /** Said once, after something was done. */
  readonly news: string | undefined;
}

/** A person as the reader may see them. */
export function PersonView({ told, today, isOwn, news }: PersonViewProps): ReactNode {
  return (
    <>
      {news === undefined ? null : (
        <div className="nhsuk-inset-text">
          <p>{news}</p>
        </div>
      )}
      <h1 className="nhsuk-heading-l">{told.name}</h1>
      <p className="nhsuk-lede-text">{standingText(told)}</p>
      {told.email === undefined ? null : <p>E-mail: {told.email}</p>}
      <Tasks told={told} />
      <Changes told={told} isOwn={isOwn} />
      <Posts told={told} today={today} />
      <History history={told.history} />
    </>
  );
}

function standingText({ standing, lapsesAt }: PersonTold): string {
  const words = STANDING_WORDS[standing];
  if (lapsesAt === undefined) return `${words}.`;
  return standing === "active"
    ? `${words}. A new way in is open until ${momentText(lapsesAt)}.`
    : `${words}: ${standing === "lapsed" ? "it lapsed" : "it lapses"} ${momentText(lapsesAt)}.`;
}

function Tasks({ told }: { readonly told: PersonTold }): ReactNode {
  const links = tasksOf(told);
  if (links.length === 0) return null;
  return (
    <ul className="nhsuk-list">
      {links.map(({ text, href }) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}

/** What an administrator may do about a person who stands where they stand. */
function tasksOf({ person, standing, mayManage, mayManageAll }: PersonTold): readonly Link[] {
  if (!mayManage) return [];
  const to = (text: string, task: string): Link => ({ text, href: taskPath(person, task) });
  const [give, withdraw] = [to("Give a post", "give"), to("Withdraw the invitation", "withdraw")];
  switch (standing) {
    case "active":
      return [
        give,
        ...(mayManageAll ? [to("Give a new way in", "renew"), to("End everything: they leave", "leave")] : []),
      ];
    case "invited":
    case "lapsed":
      return [give, ...(mayManageAll ? [to("Send the invitation again", "invite-again"), withdraw] : [])];
    case "left":
    case "withdrawn":
      return [to("Invite them back", "come-back")];
  }
}

function Changes({ told, isOwn }: Pick<PersonViewProps, "told" | "isOwn">): ReactNode {
  if (told.changes.length === 0) return null;
  const tasks = told.changes.map((change) => ({
    key: change.change,
    title: `${change.role} at ${change.place} ${postDays(change)}`,
    hint: `Asked ${momentText(change.at)}`,
    status: isOwn ? "Waits for another administrator" : "To confirm",
    ...(change.mayConfirm && { href: changePath(told.person, change.change) }),
  }));
  return (
    <section aria-labelledby="asked">
      <h2 className="nhsuk-heading-m" id="asked">
        Asked for, and not counting yet
      </h2>
      <TaskList id="asked" tasks={tasks} />
    </section>
  );
}

function Posts({ told, today }: Pick<PersonViewProps, "told" | "today">): ReactNode {
  const columns: readonly [Column<ToldPost>, ...Column<ToldPost>[]] = [
    { key: "role", heading: "Role", cell: ({ role }) => role },
    { key: "place", heading: "At", cell: ({ place, organisation }) => `${place} (${organisation})` },
    { key: "days", heading: "Days", cell: postDays },
    { key: "standing", heading: "Today", cell: (post) => todayText(post, told, today) },
    { key: "tasks", heading: "Change", cell: (post) => <PostTasks told={told} post={post} today={today} /> },
  ];
  if (told.posts.length === 0) return <p>They hold no post at a place whose people you see.</p>;
  return (
    <DataTable
      id="posts"
      caption="Posts"
      columns={columns}
      rows={told.posts}
      rowKey={({ post }) => post}
      counted={["post", "posts"]}
    />
  );
}

function todayText(post: ToldPost, { standing }: PersonTold, today: Day): string {
  if (post.isWithdrawn) return "withdrawn";
  if (post.isClaimed) return "by their organisation's sign-in";
  const stands = postStanding(post, today);
  return stands === "counts" && standing !== "active" ? "once they accept" : stands;
}

interface PostTasksProps {
  readonly told: PersonTold;
  readonly post: ToldPost;
  readonly today: Day;
}

function PostTasks({ told: { person }, post, today }: PostTasksProps): ReactNode {
  if (!post.mayManage || post.isClaimed || postStanding(post, today) === "over") return null;
  const what = (
    <span className="nhsuk-u-visually-hidden">
      {" "}
      of {post.role} at {post.place}
    </span>
  );
  return (
    <>
      <a href={postPath(person, post.post, "dates")}>Days{what}</a>,{" "}
      <a href={postPath(person, post.post, "end")}>end{what}</a>
    </>
  );
}

function History({ history }: { readonly history: readonly ToldEvent[] }): ReactNode {
  const columns: readonly [Column<ToldEvent>, ...Column<ToldEvent>[]] = [
    { key: "at", heading: "When", cell: ({ at }) => momentText(at) },
    { key: "what", heading: "What", cell: ({ what }) => what },
    { key: "who", heading: "By", cell: ({ who }) => who },
    { key: "authority", heading: "On what authority", cell: ({ authority }) => authority ?? "" },
  ];
  return (
    <DataTable
      id="history"
      caption="What happened, the newest first"
      columns={columns}
      rows={history}
      rowKey={({ seq }) => String(seq)}
      counted={["event", "events"]}
    />
  );
}
