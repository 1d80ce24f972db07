import { Breadcrumb, Footer, SkipLink } from "nhsuk-react-components";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Person } from "../../access/person.ts";
import type { Assets } from "../assets/assets.ts";
import type { Content } from "../outcome.ts";
import { FormToken } from "../view/form.tsx";
import type { Layout, NavigationLink } from "./layout.ts";
import { leadingTo, PageHeader } from "./page-header.tsx";

export interface DocumentProps {
  readonly content: Content;
  readonly layout: Pick<
    Layout,
    "service" | "home" | "footer" | "owner" | "chooseAPerson" | "signIn" | "account" | "signOut"
  >;
  readonly navigation: readonly NavigationLink[];
  readonly assets: Assets;
  /** Nobody, where no session says who it is. */
  readonly person: Person | undefined;
  readonly formToken: string;
}

/** A whole page as HTML text. */
export function documentText(document: DocumentProps): string {
  return `<!DOCTYPE html>\n${renderToStaticMarkup(<Document {...document} />)}`;
}

function Document({ content, layout, navigation, assets, person, formToken }: DocumentProps): ReactNode {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <title>{`${content.title} - ${layout.service}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#005eb8" />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        {assets.stylesheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <script type="module" src={assets.script} />
      </head>
      <body>
        <FormToken.Provider value={formToken}>
          <SkipLink href="#maincontent">Skip to main content</SkipLink>
          <PageHeader layout={layout} navigation={navigation} person={person} section={content.section} />
          <div className="nhsuk-width-container">
            <Trail content={content} />
            <PlaceBar content={content} />
            <main className="nhsuk-main-wrapper" id="maincontent">
              {content.body}
              <Recorded content={content} navigation={navigation} />
            </main>
          </div>
          <PageFooter layout={layout} />
        </FormToken.Provider>
      </body>
    </html>
  );
}

function Trail({ content }: { readonly content: Content }): ReactNode {
  const { trail = [] } = content;
  const last = trail.at(-1);
  if (last === undefined) return null;
  return (
    <Breadcrumb>
      {trail.map(({ text, href }) => (
        <Breadcrumb.Item key={href} href={href}>
          {text}
        </Breadcrumb.Item>
      ))}
      <Breadcrumb.Back {...leadingTo(last.href)}>{last.text}</Breadcrumb.Back>
    </Breadcrumb>
  );
}

const MADE_UP = "No real patient, practice or budget is behind them.";

function PlaceBar({ content: { place, madeUp } }: { readonly content: Content }): ReactNode {
  if (place === undefined && !madeUp) return null;
  return (
    <section className="app-place" aria-label="Where you are">
      {place === undefined ? null : (
        <p>
          <span className="app-place__name">{place.name}</span>{" "}
          {place.detail === undefined ? null : <span className="app-place__detail">{place.detail}</span>}
        </p>
      )}
      {madeUp ? (
        <p className="app-made-up">
          <strong>Sample figures, made up.</strong> {madeUp === true ? MADE_UP : madeUp}
        </p>
      ) : null}
    </section>
  );
}

/** Leads from an object to what was done about it; only those who may open the record have it in their navigation. */
function Recorded({ content, navigation }: Pick<DocumentProps, "content" | "navigation">): ReactNode {
  const record = navigation.find(({ section }) => section === "record");
  if (content.recordedAs === undefined || record === undefined) return null;
  return (
    <p className="nhsuk-u-margin-top-6">
      <a href={`${record.href}?${new URLSearchParams({ object: content.recordedAs })}`}>
        Who did what about this, and when
      </a>
    </p>
  );
}

function PageFooter({ layout }: Pick<DocumentProps, "layout">): ReactNode {
  return (
    <Footer>
      <Footer.Meta>
        {layout.footer.map(({ text, href }) => (
          <Footer.ListItem key={href} href={href}>
            {text}
          </Footer.ListItem>
        ))}
        <Footer.Copyright>{layout.owner}</Footer.Copyright>
      </Footer.Meta>
    </Footer>
  );
}
