import { peopleAccounts, personOn, ROLES } from "#features/people/index.ts";
import { dayInLondon } from "#kernel/period.ts";
import type { Person } from "#platform/access/person.ts";
import { type Identity, IssuersUnusable, isPrivate, openIdentity, readIssuers } from "#platform/identity/index.ts";
import { CannotStart } from "./cannot-start.ts";
import type { Service } from "./service.ts";

/** Sign-in over real data, and the person behind it. */
export interface OpenSignIn extends Pick<Identity, "pages"> {
  /** Who sends a request, with the posts they hold today: those of the issuer's claims alone, where there are any. */
  person(headers: Headers): Promise<Person | undefined>;
}

interface SignInOptions {
  readonly secret: string;
  readonly now: () => Date;
}

/** Opens sign-in for a server. Throws CannotStart where its settings do not fit. */
export async function openSignIn(service: Service, { secret, now }: SignInOptions): Promise<OpenSignIn> {
  const { configuration, databaseUrl: url, people: book, record, directory } = service;
  const { host, port, address = `http://${host}:${port}`, issuers } = configuration;
  if (!isPrivate(address)) {
    throw new CannotStart(
      `${address} is no https address, and passwords would go to it in the open. Put a proxy that speaks HTTPS in front, and give its address as CHILFORD_ADDRESS.`,
    );
  }
  const accounts = peopleAccounts({ book, record, directory, now });
  const trusted = issuers === undefined ? [] : issuersIn(issuers);
  const identity = await openIdentity({ url, address, secret, accounts, issuers: trusted, now });
  service.attach(identity);
  const person = async (headers: Headers) => {
    const signedIn = await identity.identify(headers);
    if (signedIn === undefined) return undefined;
    const found = await personOn(book.reads, signedIn.person, dayInLondon(now()));
    return found && { ...found, posts: signedIn.claimed ?? found.posts };
  };
  return { pages: identity.pages, person };
}

function issuersIn(path: string) {
  try {
    return readIssuers(path, ROLES);
  } catch (error) {
    if (error instanceof IssuersUnusable) throw new CannotStart(error.message);
    throw error;
  }
}
