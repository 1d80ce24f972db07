import type { ReactNode } from "react";
import type { Link } from "#platform/web/outcome.ts";

/** Stands where a look at rows took longer than a person should wait: what to do instead. */
export function TooLongView({ instead }: { readonly instead: readonly Link[] }): ReactNode {
  return (
    <>
      <h1 className="nhsuk-heading-l">This took too long and was stopped</h1>
      <p>
        Rows are looked through when you ask for them, for ten seconds at most, so that nobody else has to wait. Nothing
        is wrong with the figures.
      </p>
      <p>Ask for less, or try again when fewer people use the service:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {instead.map(({ text, href }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
