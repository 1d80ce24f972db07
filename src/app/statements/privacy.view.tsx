import { SummaryList } from "nhsuk-react-components";
import type { ReactNode } from "react";
import type { RetentionPeriod } from "./retention-periods.ts";
import { type BodyProps, bodyName, HowToReachUs } from "./who-runs-it.tsx";

interface PrivacyProps extends BodyProps {
  readonly isMadeUp: boolean;
  readonly periods: readonly RetentionPeriod[];
}

/** What the service knows of the people who use it and of patients, why, for how long, and what they may ask. */
export function PrivacyView({ isMadeUp, periods, ...body }: PrivacyProps): ReactNode {
  return (
    <>
      <h1 className="nhsuk-heading-l">Privacy notice</h1>
      <p className="nhsuk-lede-text">
        This is what the service knows of you and of patients, why, for how long, and what you may ask.
      </p>
      {isMadeUp ? (
        <p>
          <strong>This is a sample service.</strong> Its practices, people and patients are invented, and nobody signs
          in. What follows is true of a service over real data.
        </p>
      ) : null}
      <h2>Who is responsible</h2>
      <p>
        The controller of personal data here is {bodyName(body)}. The software, Chilford, sends nothing to those who
        made it.
      </p>
      <AboutYou />
      <Patients />
      <h2>Cookies</h2>
      <p>
        There are no cookies but those that hold your session and your sign-in. They are needed for the service to work,
        say nothing of you by themselves, cannot be read by scripts, and go when you close the browser. Nothing is
        counted about visitors, and pages load nothing from other sites.
      </p>
      <h2>How long it is kept</h2>
      <SummaryList>
        {periods.map(({ what, period }) => (
          <SummaryList.Row key={what}>
            <SummaryList.Key>{what}</SummaryList.Key>
            <SummaryList.Value>{period}</SummaryList.Value>
          </SummaryList.Row>
        ))}
        <SummaryList.Row>
          <SummaryList.Key>A sign-in with its address and browser</SummaryList.Key>
          <SummaryList.Value>until it ends: half an hour without use, twelve hours at most</SummaryList.Value>
        </SummaryList.Row>
        <SummaryList.Row>
          <SummaryList.Key>A file that was handed in and not published</SummaryList.Key>
          <SummaryList.Value>until it is published or dropped, and a day otherwise</SummaryList.Value>
        </SummaryList.Row>
        <SummaryList.Row>
          <SummaryList.Key>What was done, by whom and when</SummaryList.Key>
          <SummaryList.Value>as long as the service, without the words that were erased</SummaryList.Value>
        </SummaryList.Row>
      </SummaryList>
      <p>
        These periods are rules, with their source: see <a href="/rules">rules in force</a>. Somebody has to carry the
        erasing out: it does not happen by itself. Backups hold what was erased after they were made until they are
        destroyed or brought up to date.
      </p>
      <Rights {...body} />
    </>
  );
}

function AboutYou(): ReactNode {
  return (
    <>
      <h2>What is known of you, if you use the service</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          your name, your e-mail address, your posts, and since when you hold them: to know what you may see and do
        </li>
        <li>
          if you sign in with a password: a one-way hash of it, and the secret of your second factor, encrypted. If you
          sign in with an issuer, such as NHS Care Identity: the number by which it knows you, and nothing of its tokens
        </li>
        <li>the address and browser of each sign-in that is under way, which you see and can end at your account</li>
        <li>
          what you decided, declared, loaded, looked up and were refused, on the record with your identity, the day and
          by which post: public bodies must be able to show who decided what
        </li>
        <li>what you declare of your interests and gifts, part of which is published if you take decisions</li>
      </ul>
      <p>
        The logs of the server hold no name, no address of yours, nothing that you typed and no page's full address:
        only which sort of page was asked for, when, and how long it took.
      </p>
    </>
  );
}

function Patients(): ReactNode {
  return (
    <>
      <h2>What is known of patients</h2>
      <p>
        Budgets follow from the care that patients had. Where files of care name a patient by NHS number, date of birth
        and postcode, these are replaced as the file is read: by a pseudonym made with a key that is kept apart, the
        age, and the first part of the postcode. They are not kept and not recorded. A file that was handed in and waits
        to be published still has them; nobody but who sent it can open it.
      </p>
      <p>
        Rows under pseudonyms are still data about people. Only those whose work needs them see them; a practice sees
        its own patients, and what others see and what is published has small numbers suppressed. Leading a row back to
        a patient is possible for the patient's own practice only, and each time is on the record.
      </p>
    </>
  );
}

function Rights(body: BodyProps): ReactNode {
  return (
    <>
      <h2>What you may ask</h2>
      <p>
        You may ask to see what is held about you, to have it put right, to have its use limited, and, where no law asks
        for it to be kept, to have it erased. What was erased is gone from the service; the record goes on saying that
        there was something, who wrote it and when.
      </p>
      <HowToReachUs {...body} />
      <p>You may also complain to the Information Commissioner's Office.</p>
    </>
  );
}
