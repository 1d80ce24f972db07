import type { ReactNode } from "react";
import type { Problem } from "../outcome.ts";
import { ProblemSummary } from "./form.tsx";

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

interface TickProps {
  readonly name: string;
  readonly label: string;
  readonly entered: Readonly<Record<string, string>>;
  readonly problem?: string | undefined;
}

/** One box to tick. Each has a name of its own, so that nothing is lost when the form comes back. */
export function Tick({ name, label, entered, problem }: TickProps): ReactNode {
  const error = problem === undefined ? undefined : `${name}-error`;
  return (
    <div
      className={`nhsuk-form-group${problem === undefined ? " nhsuk-u-margin-bottom-2" : " nhsuk-form-group--error"}`}
    >
      {problem === undefined ? null : (
        <span className="nhsuk-error-message" id={error}>
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {problem}
        </span>
      )}
      <div className="nhsuk-checkboxes">
        <div className="nhsuk-checkboxes__item">
          <input
            className="nhsuk-checkboxes__input"
            id={name}
            name={name}
            type="checkbox"
            value="yes"
            defaultChecked={entered[name] === "yes"}
            aria-describedby={error}
          />
          <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={name}>
            {label}
          </label>
        </div>
      </div>
    </div>
  );
}

/** Fields that belong together. */
export function Fields({
  legend,
  hint,
  children,
}: {
  readonly legend: string;
  readonly hint?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <fieldset className="nhsuk-fieldset nhsuk-u-margin-bottom-4">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{legend}</legend>
      {hint === undefined ? null : <div className="nhsuk-hint">{hint}</div>}
      {children}
    </fieldset>
  );
}

/** A field as wide as what goes into it: a day, a code or an amount takes a third of the page, a line of words two. */
export function Sized({
  width,
  children,
}: {
  readonly width: "one-third" | "two-thirds";
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className="nhsuk-grid-row">
      <div className={`nhsuk-grid-column-${width}`}>{children}</div>
    </div>
  );
}

/** What happens once the form is sent, by when, and who holds it. */
export function Next({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      <p>{children}</p>
    </div>
  );
}
