import type { ReactNode } from "react";
import type { Problem } from "#platform/web/outcome.ts";
import { DataTable } from "#platform/web/view/data-table.tsx";
import { Form, ProblemSummary, SubmitButton } from "#platform/web/view/form.tsx";
import { dayText } from "#platform/web/words/dates.ts";
import type { Entry, Registered } from "../register.ts";
import type { Gift, Interest } from "../rules/interest.ts";
import { ANSWER_WORDS, GIFT_WORDS, KIND_WORDS } from "./words.ts";

interface MyDeclarationsProps {
  readonly me: Registered;
  readonly interests: readonly Entry<Interest>[];
  readonly gifts: readonly Entry<Gift>[];
  readonly isPublished: boolean;
  readonly done: string | undefined;
  readonly problems: readonly Problem[];
}

/** What somebody declared, what is due, and the ways to declare more. */
export function MyDeclarationsView({
  me,
  interests,
  gifts,
  isPublished,
  done,
  problems,
}: MyDeclarationsProps): ReactNode {
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1>Your interests, gifts and hospitality</h1>
      {done === undefined ? null : <p className="nhsuk-inset-text">{done}</p>}
      <p>{standing(me)}</p>
      <p>
        {isPublished
          ? "Your role takes decisions, so what you declare is published in the register of your place, by name and role."
          : "Your role is not among those whose declarations are published. Directors and administrators of your place see them."}
      </p>
      <ul className="nhsuk-list">
        <li>
          <a href="/interests/declare">Declare an interest</a>
        </li>
        <li>
          <a href="/interests/gift">Declare a gift or hospitality</a>
        </li>
        <li>
          <a href="/interests/register">See the published registers</a>
        </li>
      </ul>
      {interests.length === 0 ? null : <Interests interests={interests} />}
      {gifts.length === 0 ? null : <Gifts gifts={gifts} />}
      <Confirmation hasDeclared={interests.length + gifts.length > 0} />
    </>
  );
}

function standing({ confirmed, dueSince }: Registered): string {
  if (confirmed === undefined) return "You have not confirmed your declarations yet. It is due now.";
  const said = confirmed.nothing ? "You said that you had nothing to declare" : "You confirmed your declarations";
  const due = dueSince === undefined ? "Nothing is due." : `It is due again since ${dayText(dueSince)}.`;
  return `${said} on ${dayText(confirmed.on)}. ${due}`;
}

function Interests({ interests }: Pick<MyDeclarationsProps, "interests">): ReactNode {
  return (
    <DataTable
      id="interests"
      caption="Interests you declared"
      rows={interests}
      rowKey={({ declaration }) => declaration.id}
      counted={["interest", "interests"]}
      columns={[
        { key: "party", heading: "In", cell: ({ words }) => words.party },
        { key: "kind", heading: "Kind", cell: ({ declaration }) => KIND_WORDS[declaration.kind] },
        { key: "what", heading: "What it is", cell: ({ words }) => words.what },
        { key: "from", heading: "From", cell: ({ declaration }) => dayText(declaration.from) },
        {
          key: "until",
          heading: "Until",
          cell: ({ declaration: { until } }) => (until === undefined ? "Stands" : dayText(until)),
        },
        {
          key: "do",
          heading: "Change it",
          cell: ({ declaration, words }) => <Changes id={declaration.id} of={words.party ?? ""} />,
        },
      ]}
    />
  );
}

function Changes({ id, of }: { readonly id: string; readonly of: string }): ReactNode {
  const hidden = <span className="nhsuk-u-visually-hidden"> the interest in {of}</span>;
  return (
    <>
      <a href={`/interests/${id}/amend`}>Amend{hidden}</a> or <a href={`/interests/${id}/end`}>end{hidden}</a>
    </>
  );
}

function Gifts({ gifts }: Pick<MyDeclarationsProps, "gifts">): ReactNode {
  return (
    <DataTable
      id="gifts"
      caption="Gifts and hospitality you declared"
      rows={gifts}
      rowKey={({ declaration }) => declaration.id}
      counted={["gift or offer", "gifts and offers"]}
      columns={[
        { key: "what", heading: "What", cell: ({ words }) => words.what },
        { key: "kind", heading: "Kind", cell: ({ declaration }) => GIFT_WORDS[declaration.kind] },
        { key: "giver", heading: "From", cell: ({ words }) => words.giver },
        { key: "answer", heading: "Answer", cell: ({ declaration }) => ANSWER_WORDS[declaration.answer] },
        { key: "on", heading: "Day", cell: ({ declaration }) => dayText(declaration.on) },
      ]}
    />
  );
}

function Confirmation({ hasDeclared }: { readonly hasDeclared: boolean }): ReactNode {
  return (
    <>
      <h2>Confirm</h2>
      {hasDeclared ? (
        <Form action="/interests">
          <input type="hidden" name="nothing" value="no" />
          <SubmitButton>What is declared above is right and complete</SubmitButton>
        </Form>
      ) : (
        <Form action="/interests">
          <input type="hidden" name="nothing" value="yes" />
          <SubmitButton>I have nothing to declare</SubmitButton>
        </Form>
      )}
    </>
  );
}
