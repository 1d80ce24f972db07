import type { Access, Anyone } from "../../access/access.ts";
import type { Person } from "../../access/person.ts";
import type { Link } from "../outcome.ts";

/** An item of the navigation: what people do. It is shown to those who hold its permission anywhere. */
export interface NavigationItem<Permission extends string = string> {
  /** What pages call it to be marked as part of it. */
  readonly section: string;
  readonly text: string;
  /** Where it leads; for a person without a place of their own in it, nowhere. */
  readonly href: string | ((person: Person) => string | undefined);
  readonly permission: Permission | Anyone;
}

/** What is around every page of the service. */
export interface Layout<Permission extends string = string> {
  readonly service: string;
  readonly home: string;
  readonly navigation: readonly NavigationItem<Permission>[];
  readonly footer: readonly Link[];
  /** The copyright line. */
  readonly owner: string;
  /** Where to say who one is on a sample server. */
  readonly chooseAPerson?: string;
  /** Where to sign in, where that is possible: pages that a visitor may not open lead there, and back again. */
  readonly signIn?: string;
  /** Where somebody who is signed in sees to their own sign-in. */
  readonly account?: string;
  /** The address that a sign-out is sent to. */
  readonly signOut?: string;
}

/** An item as one person sees it. */
export interface NavigationLink extends Link {
  readonly section: string;
}

/** The items that a person may open, each with where it leads for them. */
export function navigationFor<Permission extends string>(
  items: readonly NavigationItem<Permission>[],
  access: Access<Permission>,
  person: Person,
): readonly NavigationLink[] {
  return items.flatMap(({ section, text, href, permission }) => {
    if (permission !== "anyone" && !access.holds(person, permission as Permission)) return [];
    const leads = typeof href === "string" ? href : href(person);
    return leads === undefined ? [] : [{ section, text, href: leads }];
  });
}
