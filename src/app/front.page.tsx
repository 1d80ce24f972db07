import type { BudgetBook } from "#features/budgets/index.ts";
import type { Directory } from "#features/organisations/index.ts";
import type { Person } from "#platform/access/person.ts";
import { type Page, page } from "#platform/web/page.ts";
import type { Setting } from "./setting.ts";

interface FrontWiring {
  readonly book: BudgetBook;
  readonly directory: () => Promise<Directory>;
  readonly setting?: Setting;
}

/** The first page: what this is, whose place one is in, and the way on. */
export function frontPage({ directory, setting }: FrontWiring): Page<"anyone"> {
  return page("/", { permission: "anyone" }, async ({ person }) => ({
    title: "Budgets that explain themselves",
    madeUp: setting?.madeUp ?? false,
    body: <Front person={person} directory={await directory()} setting={setting} />,
  }));
}

interface FrontProps {
  readonly person: Person;
  readonly directory: Directory;
  readonly setting: Setting | undefined;
}

function Front({ person, directory, setting }: FrontProps) {
  const places = person.posts.filter(({ organisation }) => organisation !== "");
  return (
    <>
      <h1>Budgets that explain themselves</h1>
      <p className="nhsuk-lede-text">
        General practices are given an indicative budget for their patients' care. Here every figure of it leads to the
        rule that made it, the paragraph the rule rests on, and the care behind it.
      </p>
      {places.length === 0 ? <Visitor setting={setting} /> : null}
      {places.map(({ role, organisation }) => (
        <p key={`${role} ${organisation}`}>
          You are {role} of {directory.organisation(organisation).name}. <a href="/money">See where the money stands</a>
          .
        </p>
      ))}
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          <a href="/money">Money</a>: budgets by region, PCT, group and practice
        </li>
        <li>
          <a href="/rules">Rules</a>: what is in force for a place and a day, and since when
        </li>
        <li>
          <a href="/sources">Sources</a>: the paragraphs that rules rest on
        </li>
        <li>
          <a href="/registers">Registers</a>: interests and gifts, uses of data, changes of rules
        </li>
        {places.length === 0 ? null : (
          <li>
            <a href="/interests">Your interests, gifts and hospitality</a>: what you declared, and what is due
          </li>
        )}
      </ul>
    </>
  );
}

function Visitor({ setting }: { readonly setting: Setting | undefined }) {
  if (setting === undefined) return <p>You see what is open to the public.</p>;
  return (
    <p>
      {setting.name} is an invented county. <a href="/who">Choose one of its people</a> to see what they see: a practice
      manager, a group's chair, the PCT's finance officer or the region.
    </p>
  );
}
