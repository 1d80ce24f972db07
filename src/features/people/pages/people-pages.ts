import type { Page } from "#platform/web/page.ts";
import type { PeopleDesk } from "../desk.ts";
import type { PeoplePermission } from "../grants.ts";
import { endingPages } from "./ending.page.tsx";
import { invitePages } from "./invite.page.tsx";
import { leavingPages } from "./leaving.page.tsx";
import { peoplePage } from "./people.page.tsx";
import { personPage } from "./person.page.tsx";
import { postPages } from "./post.page.tsx";
import { waitingPages } from "./waiting.page.tsx";
import { wayInPages } from "./way-in.page.tsx";

/** The pages on people: who belongs where, and what administrators do about it. */
export function pages(desk: PeopleDesk): readonly Page<PeoplePermission>[] {
  return [
    peoplePage(desk),
    personPage(desk),
    ...invitePages(desk),
    ...wayInPages(desk),
    ...postPages(desk),
    ...endingPages(desk),
    ...leavingPages(desk),
    ...waitingPages(desk),
  ];
}
