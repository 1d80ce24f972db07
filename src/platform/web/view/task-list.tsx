import type { ReactNode } from "react";

/** Something that waits to be done. */
export interface Task {
  readonly key: string;
  readonly title: string;
  readonly href?: string;
  /** What it is about, how old it is, by when it must be done. */
  readonly hint?: string;
  readonly status: string;
  /** Stands out, since somebody has to act. */
  readonly attention?: boolean;
}

/** What waits, with its state and age. The id tells several lists on a page apart. */
export function TaskList({ id, tasks }: { readonly id: string; readonly tasks: readonly Task[] }): ReactNode {
  return (
    <ul className="nhsuk-task-list">
      {tasks.map((task) => (
        <TaskItem key={task.key} id={`${id}-${task.key}`} task={task} />
      ))}
    </ul>
  );
}

function TaskItem({ id, task }: { readonly id: string; readonly task: Task }): ReactNode {
  const { href, title, hint, status, attention } = task;
  const described = [hint === undefined ? "" : `${id}-hint`, `${id}-status`].join(" ").trim();
  return (
    <li className={`nhsuk-task-list__item${href === undefined ? "" : " nhsuk-task-list__item--with-link"}`}>
      <div className="nhsuk-task-list__name-and-hint">
        {href === undefined ? (
          <div>{title}</div>
        ) : (
          <a className="nhsuk-link nhsuk-task-list__link" href={href} aria-describedby={described}>
            {title}
          </a>
        )}
        {hint === undefined ? null : (
          <div className="nhsuk-task-list__hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
      </div>
      <div className="nhsuk-task-list__status" id={`${id}-status`}>
        {attention ? <strong className="nhsuk-tag nhsuk-tag--orange">{status}</strong> : status}
      </div>
    </li>
  );
}
