import { z } from "zod";
import type { Anyone } from "../../access/access.ts";
import { NotFound } from "../../access/errors.ts";
import { type Problems, redirect } from "../../web/outcome.ts";
import { form, type Page, page } from "../../web/page.ts";
import { acceptWithPassword } from "../acts/invitation.ts";
import type { Desk } from "../desk.ts";
import { WORDS } from "../words.ts";
import { problem, SET_UP } from "./gate.ts";
import { InvitationView } from "./invitation.view.tsx";

/** A password chosen, twice, as every page that asks for a new one reads it. */
export const chosenPassword = {
  password: z.string().min(1, "Choose a password"),
  again: z.string().min(1, "Enter the password again"),
};

/** A chosen password that differs from its repetition; nothing where the two agree. */
export function difference({
  password,
  again,
}: {
  readonly password: string;
  readonly again: string;
}): Problems | undefined {
  return password === again ? undefined : { problems: [{ field: "again", message: WORDS.different }] };
}

/** Taking up an invitation: who invited whom to what, and how to sign in from now on. */
export function invitationPages(desk: Desk): readonly Page<Anyone>[] {
  const issuers = desk.issuers.map(({ id, name }) => ({ id, name }));
  return [
    page("/invitations/:token", { permission: "anyone" }, async ({ params, problems }) => {
      const invitation = await desk.accounts.invitation(params.token);
      if (invitation === undefined)
        throw new NotFound(`${WORDS["invitation gone"]} Ask whoever sent it for a new one.`);
      const title = invitation.renews === undefined ? "You are invited" : "A new way in";
      return { title, body: <InvitationView {...{ title, invitation, issuers, problems }} token={params.token} /> };
    }),
    form(
      "/invitations/:token",
      { permission: "anyone", reads: z.object(chosenPassword) },
      async ({ params, sender }, given) => {
        const unlike = difference(given);
        if (unlike !== undefined) return unlike;
        const step = await acceptWithPassword(desk, sender, params.token, given.password);
        if ("fault" in step) return problem(step.fault, "password");
        if ("refused" in step) return problem(step.refused);
        const next = step.next === "code" ? "/sign-in/code" : SET_UP;
        return redirect(next, { signedInAs: null, cookies: step.cookies });
      },
    ),
  ];
}
