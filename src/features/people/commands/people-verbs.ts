import type { Verb } from "#platform/cli/verb.ts";
import type { PeopleDesk } from "../desk.ts";
import type { PeoplePermission } from "../grants.ts";
import { confirmVerb } from "./confirm.ts";
import { firstAdministratorVerb, inviteVerb } from "./invite.ts";
import { inviteAgainVerb } from "./invite-again.ts";
import { listVerb } from "./list.ts";
import { endVerb, giveVerb, leaveVerb } from "./posts.ts";
import { showVerb } from "./show.ts";

/** The verbs on people: what the pages do, and how a service gets its first administrator. */
export function verbs(desk: PeopleDesk): readonly Verb<PeoplePermission>[] {
  return [
    listVerb(desk),
    showVerb(desk),
    firstAdministratorVerb(desk),
    inviteVerb(desk),
    inviteAgainVerb(desk),
    giveVerb(desk),
    endVerb(desk),
    leaveVerb(desk),
    confirmVerb(desk),
  ];
}
