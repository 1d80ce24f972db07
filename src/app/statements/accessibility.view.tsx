import type { ReactNode } from "react";
import { type BodyProps, bodyName, HowToReachUs } from "./who-runs-it.tsx";

/** How far everybody can use the service, what was tested to say so, and what is known not to work. */
export function AccessibilityView(body: BodyProps): ReactNode {
  return (
    <>
      <h1 className="nhsuk-heading-l">Accessibility statement</h1>
      <p className="nhsuk-lede-text">
        This statement is about the service that {bodyName(body)} runs with Chilford. It says what was tested, and how.
      </p>
      <h2>What you should be able to do</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>do everything with a keyboard alone, and everything without scripts</li>
        <li>zoom in, and use a phone, without losing anything but the side-by-side view of wide tables</li>
        <li>have every page read to you: headings, tables with their headers, forms with their labels and faults</li>
        <li>read in a table what a chart shows: it stands beneath it</li>
        <li>change the colours of your browser: nothing is told by colour alone</li>
      </ul>
      <h2>How far it meets the guidelines</h2>
      <p>
        It is meant to meet the Web Content Accessibility Guidelines, version 2.2, at level AA. It is built from the NHS
        design system. <strong>Nobody has audited it</strong>, so we can say only that no failure is known beside those
        below.
      </p>
      <h2>What was tested</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          With every version, axe (an automatic check, for the rules of version 2.2 at level A and AA) looks through the
          pages on the way from the front page by a practice's budget and "why?" to the care behind a figure, those of
          signing in, this statement and the privacy notice. It finds nothing wrong. Automatic checks find a part of
          what can be wrong.
        </li>
        <li>The same way is walked with and without scripts and on the screen of a phone.</li>
        <li>Making and issuing a budget is walked without scripts.</li>
        <li>The way from the front page to a practice's budget is walked with the keyboard alone.</li>
      </ul>
      <h2>What was not tested</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>People with impairments have not tried it.</li>
        <li>No screen reader, speech input or switch has been tried.</li>
        <li>Browsers other than Chromium have not been tried.</li>
        <li>Pages other than those named above were looked at by those who made them, and by no automatic check.</li>
      </ul>
      <h2>What is known not to work well</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>Wide tables have to be moved sideways on a narrow screen.</li>
        <li>
          The second factor of signing in with a password needs an authenticator. Its secret is shown as text too, so
          that no camera is needed, but each code is right for half a minute only.
        </li>
        <li>
          A sign-in ends after half an hour without use. What was typed into a form by then and not sent is lost, and no
          warning comes before.
        </li>
        <li>Downloaded files are CSV: plain tables without marks of their own.</li>
      </ul>
      <h2>Tell us of a barrier, or ask for another form</h2>
      <p>If something keeps you out, or you need figures in another form, tell us. Say which page it is.</p>
      <HowToReachUs {...body} />
      <p>
        Public bodies must meet the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility
        Regulations 2018. If you are not happy with the answer, contact the Equality Advisory and Support Service.
      </p>
    </>
  );
}
