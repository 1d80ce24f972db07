import { z } from "zod";
import type { Anyone } from "../../access/access.ts";
import { redirect } from "../../web/outcome.ts";
import { form, type Page, page } from "../../web/page.ts";
import { challenged, type Factor, signInByFactor } from "../acts/second-factor.ts";
import type { Desk } from "../desk.ts";
import { CodeView } from "./code.view.tsx";
import { problem, startAgain, wanted, withTo } from "./gate.ts";

/** The second half of signing in: a code, or a recovery code where the second factor is lost. */
export function codePages(desk: Desk): readonly Page<Anyone>[] {
  return [...pagesFor(desk, "code", "/sign-in/code"), ...pagesFor(desk, "recovery code", "/sign-in/recovery-code")];
}

function pagesFor(desk: Desk, factor: Factor, path: string): readonly Page<Anyone>[] {
  const reads = z.object({ code: z.string().trim().min(1, `Enter the ${factor}`).max(40, `Enter the ${factor}`) });
  const title = factor === "code" ? "Enter the code" : "Enter a recovery code";
  return [
    page(path, { permission: "anyone" }, async ({ query, sender, problems }) => {
      const to = wanted(query);
      if ((await challenged(desk, sender.headers)) === undefined) return redirect(withTo("/sign-in", to));
      return { title, body: <CodeView factor={factor} action={withTo(path, to)} to={to} problems={problems} /> };
    }),
    form(path, { permission: "anyone", reads }, async ({ query, sender }, { code }) => {
      const to = wanted(query);
      const step = await signInByFactor(desk, sender, factor, code);
      if (!("refused" in step)) return redirect(to, { signedInAs: null, cookies: step.cookies });
      return startAgain(step.refused, to) ?? problem(step.refused, "code");
    }),
  ];
}
