import type { ReactNode } from "react";
import type { Link } from "../outcome.ts";

interface EmptyStateProps {
  /** What will be here. */
  readonly title: string;
  /** Where it comes from. */
  readonly from: string;
  /** Who can make it so. */
  readonly who: string;
  /** The way to do it, for those who may. */
  readonly action?: Link;
  /** The same on the command line. */
  readonly command?: string;
}

/** Stands where there is nothing yet, and teaches: what will be here, where it comes from, who can make it so. */
export function EmptyState({ title, from, who, action, command }: EmptyStateProps): ReactNode {
  return (
    <div className="app-empty">
      <h2 className="nhsuk-heading-s">{title}</h2>
      <p>{from}</p>
      <p>{who}</p>
      {command === undefined ? null : (
        <p>
          On the command line: <code className="nhsuk-code">{command}</code>
        </p>
      )}
      {action === undefined ? null : (
        <p>
          <a href={action.href}>{action.text}</a>
        </p>
      )}
    </div>
  );
}
