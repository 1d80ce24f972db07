import { z } from "zod";
import type { Anyone } from "../../access/access.ts";
import { redirect } from "../../web/outcome.ts";
import { form, type Page, page } from "../../web/page.ts";
import { codesLeft } from "../acts/secrets.ts";
import type { Desk } from "../desk.ts";
import { AccountView } from "./account.view.tsx";
import { isRedirect, whole } from "./gate.ts";

/** Seeing to one's own sign-in: where one is signed in, and what one signs in with. */
export function accountPages(desk: Desk): readonly Page<Anyone>[] {
  return [
    page("/account", { permission: "anyone" }, async (visit) => {
      const signIn = await whole(desk, visit);
      if (isRedirect(signIn)) return signIn;
      const { person } = signIn;
      const [signIns, member] = await Promise.all([desk.signIns.of(person), desk.members.member(person)]);
      const codes = member?.hasSecondFactor ? await codesLeft(desk, person) : undefined;
      const issuer = desk.issuers.find(({ id }) => id === signIn.how)?.name;
      const done = visit.query.get("done") ?? undefined;
      return {
        title: "Your account",
        body: <AccountView {...{ signIns, codes, issuer, done }} current={signIn.id} name={visit.person.name} />,
      };
    }),
    form(
      "/account/sign-ins/end",
      { permission: "anyone", reads: z.object({ id: z.string() }) },
      async (visit, { id }) => {
        const signIn = await whole(desk, visit);
        if (isRedirect(signIn)) return signIn;
        const own = (await desk.signIns.of(signIn.person)).find((each) => each.id === id);
        if (own !== undefined) await desk.signIns.end(own.id);
        return own?.id === signIn.id
          ? redirect("/", { signedInAs: null, cookies: [desk.gone] })
          : redirect("/account?done=ended");
      },
    ),
    form("/account/sign-ins/end-others", { permission: "anyone", reads: z.object({}) }, async (visit) => {
      const signIn = await whole(desk, visit);
      if (isRedirect(signIn)) return signIn;
      await desk.signIns.endOthers(signIn.person, signIn.id);
      return redirect("/account?done=ended");
    }),
  ];
}
