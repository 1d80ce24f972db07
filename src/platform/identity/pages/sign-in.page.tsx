import { z } from "zod";
import type { Anyone } from "../../access/access.ts";
import { redirect } from "../../web/outcome.ts";
import { form, type Page, page } from "../../web/page.ts";
import { signInByPassword } from "../acts/password.ts";
import type { Desk } from "../desk.ts";
import { endedText, problem, SET_UP, wanted, withTo } from "./gate.ts";
import { SignInView } from "./sign-in.view.tsx";

const reads = z.object({
  email: z.string().min(1, "Enter your e-mail address"),
  password: z.string().min(1, "Enter your password"),
});

/** Signing in: by password, or with an issuer; and signing out. */
export function signInPages(desk: Desk): readonly Page<Anyone>[] {
  const issuers = desk.issuers.map(({ id, name }) => ({ id, name }));
  return [
    page("/sign-in", { permission: "anyone" }, async ({ query, sender, problems, entered }) => {
      const [to, signIn] = [wanted(query), await desk.signIns.current(sender.headers)];
      if (signIn !== undefined && !signIn.isHalf) return redirect(to);
      const ended = endedText(query);
      const shown = ended !== undefined && problems.length === 0 ? [{ message: ended }] : problems;
      return { title: "Sign in", body: <SignInView {...{ to, issuers }} problems={shown} email={entered.email} /> };
    }),
    form("/sign-in", { permission: "anyone", reads }, async ({ query, sender }, given) => {
      const step = await signInByPassword(desk, sender, given);
      if ("refused" in step) return problem(step.refused);
      const next = step.next === "code" ? "/sign-in/code" : SET_UP;
      return redirect(withTo(next, wanted(query)), { signedInAs: null, cookies: step.cookies });
    }),
    form("/sign-out", { permission: "anyone", reads: z.object({}) }, async ({ sender }) => {
      const signIn = await desk.signIns.current(sender.headers);
      if (signIn === undefined) return redirect("/", { signedInAs: null });
      const { id, person, how, isHalf } = signIn;
      await desk.signIns.end(id);
      const by = how === "code" || how === "recovery code" ? "password" : how;
      if (!isHalf) await desk.accounts.noticed({ person, what: "signed-out", how: by, at: desk.now() });
      return redirect("/", { signedInAs: null, cookies: [desk.gone] });
    }),
  ];
}
