import { Header } from "nhsuk-react-components";
import type { ReactNode } from "react";
import type { Person } from "../../access/person.ts";
import { TOKEN_FIELD, useFormToken } from "../view/form.tsx";
import type { Layout, NavigationLink } from "./layout.ts";

interface PageHeaderProps {
  readonly layout: Pick<Layout, "service" | "home" | "chooseAPerson" | "signIn" | "account" | "signOut">;
  readonly navigation: readonly NavigationLink[];
  readonly person: Person | undefined;
  readonly section: string | undefined;
}

/** The service's name, who you are, and what you may do. */
export function PageHeader({ layout, navigation, person, section }: PageHeaderProps): ReactNode {
  return (
    <Header service={{ text: layout.service, href: layout.home }}>
      <Header.Account>
        <AccountItems layout={layout} person={person} />
      </Header.Account>
      {navigation.length === 0 ? null : (
        <Header.Navigation>
          {navigation.map((item) => (
            <Header.NavigationItem key={item.section} {...leadingTo(item.href)} active={item.section === section}>
              {item.text}
            </Header.NavigationItem>
          ))}
        </Header.Navigation>
      )}
    </Header>
  );
}

function AccountItems({ layout, person }: Pick<PageHeaderProps, "layout" | "person">): ReactNode {
  const { chooseAPerson, signIn, account, signOut } = layout;
  const token = useFormToken();
  return (
    <>
      {person === undefined ? null : (
        <Header.AccountItem icon {...(account === undefined ? {} : { href: account })}>
          {whoText(person)}
        </Header.AccountItem>
      )}
      {person !== undefined || signIn === undefined ? null : (
        <Header.AccountItem href={signIn}>Sign in</Header.AccountItem>
      )}
      {chooseAPerson === undefined ? null : (
        <Header.AccountItem href={chooseAPerson}>
          {person === undefined ? "Say who you are" : "Change"}
        </Header.AccountItem>
      )}
      {person === undefined || signOut === undefined ? null : (
        <Header.AccountItem
          as="button"
          formProps={{ method: "post", action: signOut }}
          name={TOKEN_FIELD}
          value={token}
        >
          Sign out
        </Header.AccountItem>
      )}
    </>
  );
}

/** A person with what they are: `Sam Example, PCT finance`. */
export function whoText({ name, posts }: Person): string {
  return [name, ...new Set(posts.map(({ role }) => role))].join(", ");
}

/** Where a link of the component library leads; spread, since its types lose `href` without those of a browser. */
export function leadingTo(href: string): { readonly href: string } {
  return { href };
}
