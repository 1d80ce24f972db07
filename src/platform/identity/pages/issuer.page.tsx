import type { Anyone } from "../../access/access.ts";
import { NotFound } from "../../access/errors.ts";
import { type Content, leaveFor, type Redirect, redirect } from "../../web/outcome.ts";
import { type Page, page } from "../../web/page.ts";
import { leaveForIssuer, type Purpose, returnFromIssuer, returnPath } from "../acts/issuer.ts";
import type { Desk, OpenIssuer } from "../desk.ts";
import { ISSUER_WORDS, type IssuerRefused } from "../words.ts";
import { wanted } from "./gate.ts";
import { RefusedView } from "./refused.view.tsx";

/** Signing in with an issuer: the way there, and the way back. */
export function issuerPages(desk: Desk): readonly Page<Anyone>[] {
  return [
    page("/sign-in/with/:issuer", { permission: "anyone" }, ({ params, query }) =>
      leaving(desk, params.issuer, { to: wanted(query) }),
    ),
    page("/invitations/:token/with/:issuer", { permission: "anyone" }, ({ params }) =>
      leaving(desk, params.issuer, { to: "/", invitation: params.token }),
    ),
    page(
      returnPath(":issuer") as "/sign-in/from/:issuer",
      { permission: "anyone" },
      async ({ params, query, sender }) => {
        const issuer = issuerNamed(desk, params.issuer);
        const came = await returnFromIssuer(desk, issuer, sender, query);
        if ("refused" in came) return refused(issuer, came.refused, came.check);
        return redirect(came.to, { signedInAs: null, cookies: came.cookies });
      },
    ),
  ];
}

async function leaving(desk: Desk, id: string, purpose: Purpose): Promise<Content | Redirect> {
  const issuer = issuerNamed(desk, id);
  const begun = await leaveForIssuer(desk, issuer, purpose);
  return "refused" in begun ? refused(issuer, begun.refused) : leaveFor(begun.to, { cookies: [begun.cookie] });
}

function issuerNamed({ issuers }: Desk, id: string): OpenIssuer {
  const found = issuers.find((issuer) => issuer.id === id);
  if (found === undefined) throw new NotFound("There is no such way to sign in here.");
  return found;
}

function refused({ name }: OpenIssuer, why: IssuerRefused, check = ""): Content {
  return {
    title: "You are not signed in",
    status: 403,
    body: <RefusedView name={name} reason={ISSUER_WORDS[why]} check={check} />,
  };
}
