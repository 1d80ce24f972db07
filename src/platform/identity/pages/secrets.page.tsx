import { z } from "zod";
import type { Anyone } from "../../access/access.ts";
import { type Redirect, redirect } from "../../web/outcome.ts";
import { form, type Page, page, type Visit } from "../../web/page.ts";
import { changePassword, newCodes, renewCodes, renewFactor } from "../acts/secrets.ts";
import type { Desk } from "../desk.ts";
import type { SignIn } from "../sign-ins.ts";
import { isRedirect, problem, SET_UP, wanted, whole } from "./gate.ts";
import { chosenPassword, difference } from "./invitation.page.tsx";
import { AgainView, CodesView, PasswordView } from "./secrets.view.tsx";

const current = { current: z.string().min(1, "Enter the password you have now") };

/** Changing what one signs in with; each asks for the password once more. */
export function secretPages(desk: Desk): readonly Page<Anyone>[] {
  return [...passwordPages(desk), ...codesPages(desk), ...factorPages(desk)];
}

function passwordPages(desk: Desk): readonly Page<Anyone>[] {
  const reads = z.object({ ...current, ...chosenPassword });
  return [
    page("/account/password", { permission: "anyone" }, async (visit) => {
      const found = await withPassword(desk, visit);
      if (isRedirect(found)) return found;
      const { email = "" } = (await desk.members.member(found.person)) ?? {};
      return { title: "Change your password", trail, body: <PasswordView email={email} problems={visit.problems} /> };
    }),
    form("/account/password", { permission: "anyone", reads }, async (visit, given) => {
      const found = await withPassword(desk, visit);
      if (isRedirect(found)) return found;
      const unlike = difference(given);
      if (unlike !== undefined) return unlike;
      const wish = { current: given.current, wanted: given.password };
      const step = await changePassword(desk, visit.sender, found, wish);
      if ("fault" in step) return problem(step.fault, "password");
      if ("refused" in step) return problem(step.refused, "current");
      return redirect("/account?done=password", { signedInAs: null, cookies: step.cookies });
    }),
  ];
}

function codesPages(desk: Desk): readonly Page<Anyone>[] {
  const path = "/account/recovery-codes";
  return [
    page(path, { permission: "anyone" }, async (visit) => {
      const found = await withPassword(desk, visit);
      if (isRedirect(found)) return found;
      const codes = await newCodes(desk, found.person);
      if (codes !== undefined) {
        return { title: "Your recovery codes", body: <CodesView codes={codes} to={wanted(visit.query)} /> };
      }
      const title = "Make new recovery codes";
      return { title, trail, body: <AgainView {...{ title, path }} about={ABOUT_CODES} problems={visit.problems} /> };
    }),
    form(path, { permission: "anyone", reads: z.object(current) }, async (visit, given) => {
      const found = await withPassword(desk, visit);
      if (isRedirect(found)) return found;
      const step = await renewCodes(desk, visit.sender, found, given.current);
      return "refused" in step ? problem(step.refused, "current") : redirect(path, { cookies: step.cookies });
    }),
  ];
}

function factorPages(desk: Desk): readonly Page<Anyone>[] {
  const path = "/account/second-factor";
  return [
    page(path, { permission: "anyone" }, async (visit) => {
      const found = await withPassword(desk, visit);
      if (isRedirect(found)) return found;
      const title = "Set up another authenticator";
      return { title, trail, body: <AgainView {...{ title, path }} about={ABOUT_FACTOR} problems={visit.problems} /> };
    }),
    form(path, { permission: "anyone", reads: z.object(current) }, async (visit, given) => {
      const found = await withPassword(desk, visit);
      if (isRedirect(found)) return found;
      const step = await renewFactor(desk, visit.sender, found, given.current);
      if ("refused" in step) return problem(step.refused, "current");
      return redirect(SET_UP, { signedInAs: null, cookies: step.cookies });
    }),
  ];
}

const trail = [{ text: "Your account", href: "/account" }];
const ABOUT_CODES =
  "Recovery codes are shown once, when they are made. With new ones, those you kept before are worthless.";
const ABOUT_FACTOR =
  "The authenticator you have now is worthless from here on, and so are its recovery codes. Until another is set up, nothing else opens.";

/** The sign-in of somebody who has a password here; others have nothing to change here. */
async function withPassword(desk: Desk, visit: Visit): Promise<SignIn | Redirect> {
  const signIn = await whole(desk, visit);
  if (isRedirect(signIn)) return signIn;
  const member = await desk.members.member(signIn.person);
  return member?.hasPassword && member.hasSecondFactor ? signIn : redirect("/account");
}
