import { Button } from "nhsuk-react-components";
import type { ReactNode } from "react";
import { z } from "zod";
import type { Anyone } from "../access/access.ts";
import type { Person } from "../access/person.ts";
import { redirect } from "../web/outcome.ts";
import { form, type Page, page } from "../web/page.ts";
import { Form, ProblemSummary } from "../web/view/form.tsx";

/** An invented person whom one can choose to be, with what they may see in a sentence. */
export interface InventedPerson extends Person {
  readonly sees: string;
  /** Where they begin; the front page unless stated. */
  readonly begins?: string;
}

/** Who is who on a sample server: pages to choose, and the person behind an id. */
export interface ChosenIdentity {
  readonly pages: readonly Page<Anyone>[];
  readonly identify: (asked: { readonly chosen: string | undefined }) => Person | undefined;
}

interface ChooseAPerson {
  /** Says that all data is made up. On a server with real data nobody may simply say who they are. */
  readonly sample: true;
  readonly people: readonly InventedPerson[];
}

/** Lets a visitor choose to be one of a few invented people. Throws unless it is said that the data is a sample. */
export function chooseAPerson({ sample, people }: ChooseAPerson): ChosenIdentity {
  if (sample !== true) throw new Error("Choosing who one is takes the place of signing in only on a sample server");
  const find = (id: string | undefined) => people.find((person) => person.id === id);
  const reads = z.object({ person: z.string().refine((id) => find(id) !== undefined, "Choose one of the people") });
  const choose = page("/who", { permission: "anyone" }, ({ person, problems }) => ({
    title: "Choose who you are",
    madeUp: true,
    body: (
      <>
        <ProblemSummary problems={problems.map(({ message }) => ({ message }))} />
        <ChooseView people={people} current={person.id} />
      </>
    ),
  }));
  const chosen = form("/who", { permission: "anyone", reads }, (_visit, { person }) =>
    redirect(find(person)?.begins ?? "/", { signedInAs: person }),
  );
  const out = form("/sign-out", { permission: "anyone", reads: z.object({}) }, () =>
    redirect("/who", { signedInAs: null }),
  );
  return { pages: [choose, chosen, out], identify: ({ chosen: id }) => find(id) };
}

function ChooseView({ people, current }: { readonly people: readonly InventedPerson[]; readonly current: string }) {
  return (
    <>
      <h1>Choose who you are</h1>
      <p>
        This is a sample with invented people, so there is no password. What each of them may see is checked as it would
        be for real.
      </p>
      <Form action="/who">
        <ul className="app-people">
          {people.map((person) => (
            <Choice key={person.id} person={person} current={person.id === current} />
          ))}
        </ul>
      </Form>
    </>
  );
}

function postText({ role, organisation }: InventedPerson["posts"][number]): string {
  return organisation === "" ? role : `${role} at ${organisation}`;
}

function Choice({ person, current }: { readonly person: InventedPerson; readonly current: boolean }): ReactNode {
  const { id, name, posts, sees } = person;
  return (
    <li className="nhsuk-card">
      <div className="nhsuk-card__content">
        <h2 className="nhsuk-heading-s">
          {[name, ...posts.map(postText)].join(", ")}
          {current ? " (who you are now)" : ""}
        </h2>
        <p>{sees}</p>
        <Button small secondary name="person" value={id}>
          Go on as {name}
        </Button>
      </div>
    </li>
  );
}
