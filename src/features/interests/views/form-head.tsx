import type { ReactNode } from "react";
import type { Problem } from "#platform/web/outcome.ts";
import { ProblemSummary } from "#platform/web/view/form.tsx";

interface FormHeadProps {
  readonly caption: string;
  readonly title: string;
  readonly problems: readonly Problem[];
  readonly children?: ReactNode;
}

/** The head of a page with a form: what has to be put right first, then what the form does. */
export function FormHead({ caption, title, problems, children }: FormHeadProps): ReactNode {
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{caption}</span>
        {title}
      </h1>
      {children}
    </>
  );
}
