import type { Verdict } from "../../access/verdict.ts";
import type { Content, Problem } from "../outcome.ts";
import { ProblemSummary } from "../view/form.tsx";

/** The page for an address that leads nowhere, or for a thing that is not there. */
export function notFoundContent(message: string): Content {
  return {
    title: "Page not found",
    body: (
      <>
        <h1>Page not found</h1>
        <p>{message}</p>
        <p>Check the address, or go back to the page you came from.</p>
      </>
    ),
  };
}

/** The page for what a person may not open: which permission is missing, and whom to ask. */
export function notAllowedContent({ permission, rule, heldBy }: Verdict, chooseAPerson: string | undefined): Content {
  const holders = heldBy.length === 0 ? "Nobody holds it yet." : `It is held by: ${heldBy.join(", ")}.`;
  return {
    title: "You may not open this page",
    body: (
      <>
        <h1>You may not open this page</h1>
        <p>
          It needs the permission <strong>{permission}</strong>. {rule}
        </p>
        <p>{holders} Ask one of them to show you what you need, or to have the permission given to your role.</p>
        {chooseAPerson === undefined ? null : (
          <p>
            <a href={chooseAPerson}>Say who you are</a> if that has changed.
          </p>
        )}
      </>
    ),
  };
}

/** The page for a form that did not come from a page of ours, or not in the session it was made for. */
export function refusedFormContent(reason: string): Content {
  return {
    title: "The form was not taken",
    body: (
      <>
        <h1>The form was not taken</h1>
        <p>{reason} Nothing has been changed.</p>
        <p>Go back, load the page again and send the form once more.</p>
      </>
    ),
  };
}

/** The page for a form with problems that has no page of its own to be shown on again. */
export function problemsContent(problems: readonly Problem[]): Content {
  return {
    title: "Problem with what was entered",
    body: (
      <>
        <ProblemSummary problems={problems.map(({ message }) => ({ message }))} />
        <h1>The form was not taken</h1>
        <p>Nothing has been changed. Go back and put it right.</p>
      </>
    ),
  };
}

/** The page for what was not begun because too much is being done already. */
export function busyContent(): Content {
  return {
    title: "The service is busy",
    body: (
      <>
        <h1>The service is busy</h1>
        <p>Too many things are being worked out at once, so this was not begun. Nothing has been changed.</p>
        <p>Try again in a moment.</p>
      </>
    ),
  };
}

/** The page for what was given up because it took too long; something that was sent may still have been carried out. */
export function tooLongContent(isSent: boolean): Content {
  return {
    title: "It took too long",
    body: (
      <>
        <h1>It took too long</h1>
        <p>The service stopped waiting for the answer, so that others are not kept waiting too.</p>
        <p>
          {isSent
            ? "What you sent may still be carried out: look whether it was before you send it again."
            : "Try again in a moment, or ask for less: one practice, one month."}
        </p>
      </>
    ),
  };
}

/** The page for a fault of ours: nothing of its cause, but what to quote to have it found. */
export function bugContent(requestId: string): Content {
  return {
    title: "Something went wrong",
    body: (
      <>
        <h1>Something went wrong</h1>
        <p>This is a fault in the service, not in what you did. What you entered may not have been saved.</p>
        <p>
          Try again. If it goes wrong again, tell whoever runs the service and quote <strong>{requestId}</strong>.
        </p>
      </>
    ),
  };
}
