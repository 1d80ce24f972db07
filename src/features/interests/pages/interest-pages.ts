import type { Page } from "#platform/web/page.ts";
import type { InterestPermission } from "../grants.ts";
import type { InterestsWiring } from "../wiring.ts";
import { endInterestPages } from "./end-interest.page.tsx";
import { giftPages } from "./gift.page.tsx";
import { interestPages } from "./interest.page.tsx";
import { myDeclarationsPages } from "./my-declarations.page.tsx";
import { redactPages } from "./redact.page.tsx";
import { registerPages } from "./register.page.tsx";

/** The pages of declarations: one's own, and the published registers. */
export function pages(wiring: InterestsWiring): readonly Page<InterestPermission | "anyone">[] {
  return [
    ...myDeclarationsPages(wiring),
    ...interestPages(wiring),
    ...endInterestPages(wiring),
    ...giftPages(wiring),
    ...registerPages(wiring),
    ...redactPages(wiring),
  ];
}
