import { z } from "zod";
import type { Anyone } from "../../access/access.ts";
import { redirect } from "../../web/outcome.ts";
import { form, type Page, page } from "../../web/page.ts";
import { confirmSetUp } from "../acts/second-factor.ts";
import type { Desk } from "../desk.ts";
import { problem, SET_UP, wanted, withTo } from "./gate.ts";
import { SetUpView } from "./set-up.view.tsx";

const reads = z.object({ code: z.string().trim().min(1, "Enter the code").max(40, "Enter the code") });

/** Setting up the second factor, before which a password opens nothing else. */
export function setUpPages(desk: Desk): readonly Page<Anyone>[] {
  return [
    page(SET_UP, { permission: "anyone" }, async ({ query, sender, problems }) => {
      const to = wanted(query);
      const signIn = await desk.signIns.current(sender.headers);
      const uri = signIn?.isHalf ? await desk.once.read(`set-up ${signIn.person}`) : undefined;
      if (uri === undefined) return redirect(withTo("/sign-in", to));
      return {
        title: "Set up your second factor",
        body: <SetUpView {...{ uri, problems }} action={withTo(SET_UP, to)} />,
      };
    }),
    form(SET_UP, { permission: "anyone", reads }, async ({ query, sender }, { code }) => {
      const to = wanted(query);
      const signIn = await desk.signIns.current(sender.headers);
      if (!signIn?.isHalf) return redirect(withTo("/sign-in", to));
      const step = await confirmSetUp(desk, sender, signIn, code);
      if ("refused" in step) return problem(step.refused, "code");
      return redirect(withTo("/account/recovery-codes", to), { signedInAs: null, cookies: step.cookies });
    }),
  ];
}
