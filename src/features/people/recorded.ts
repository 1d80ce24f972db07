import type { Refusal } from "#kernel/decision.ts";
import type { Concern, Described, DescribedText, Recorded, RecordedEvent, Said } from "#platform/record/index.ts";
import { dayText } from "#platform/web/words/dates.ts";
import type { PersonRefusal } from "./decisions.ts";
import { refusalWords } from "./refusals.ts";
import type { AskedChange, Details, PersonEvent } from "./rules/record/person-events.ts";

/** What happens to people and at sign-in, in words; whoever looks after the people of a place sees what concerns it. */
export const recorded: readonly Recorded[] = [
  { streams: "person", title: "People", describe: ofPerson },
  { streams: "sign-in", title: "Sign-in", describe: atSignIn },
];

type Told = Omit<Described, "object">;

function ofPerson(event: RecordedEvent): Described {
  const person = event.stream.split("/")[1] ?? "";
  const object = { name: [{ person }], href: `/people/${person}` };
  if (event.kind === "refused") {
    const { refused } = event.data as { readonly refused: readonly Refusal<PersonRefusal>[] };
    const why = refused.map(refusalWords).join(" ");
    return { object, says: [`Refused (${event.type}): ${why}`], concerns: [{ person }], concernsAsBefore: true };
  }
  return { object, ...told(person, event as unknown as PersonEvent) };
}

const PLAIN: Readonly<Record<string, string>> = {
  "invitation-renewed": "Invited again, or given a new way in.",
  "invitation-withdrawn": "Withdrew the invitation.",
  "invitation-accepted": "Accepted the invitation.",
  "claims-changed": "Took over what their organisation's sign-in says of their posts.",
  "person-left": "Left: every post ended at once.",
  "notice-acknowledged": "Acknowledged what the administrators were told.",
  "details-erased": "Erased the name and e-mail address.",
  "administrators-told": "Told the other administrators.",
};

function told(person: string, event: PersonEvent): Told {
  switch (event.type) {
    case "person-invited": {
      const { posts } = event.data;
      const says = ["Invited ", { person }, " to be ", ...posts.flatMap(postSaid)];
      return { says, concerns: atPlaces(person, posts), texts: textsOf(event.data) };
    }
    case "person-joined": {
      const { claims } = event.data;
      const says = [{ person }, " joined by what their organisation's sign-in says of them."];
      return { says, concerns: atPlaces(person, claims), texts: textsOf(event.data) };
    }
    case "post-given":
      return {
        says: ["Made ", { person }, " ", ...postSaid(event.data.post)],
        concerns: atPlaces(person, [event.data.post]),
      };
    case "change-asked":
    case "change-confirmed":
    case "change-refused":
      return change(person, event.type, event.data.change);
    case "post-dates-changed":
      return asBefore(person, [`Changed the days of a post of `, { person }, `: from ${dayText(event.data.from)}.`]);
    case "post-ended":
      return asBefore(person, ["Ended a post of ", { person }, ` after ${dayText(event.data.last)}.`]);
    default:
      return asBefore(person, [{ person }, `: ${PLAIN[event.type] ?? event.type}`]);
  }
}

const CHANGES = {
  "change-asked": "asked for themselves, which another administrator has to confirm",
  "change-confirmed": "was confirmed in what they asked for themselves",
  "change-refused": "was not confirmed in what they asked for themselves",
} as const;

function change(person: string, type: keyof typeof CHANGES, asked: AskedChange): Told {
  if (asked.kind === "dates") return asBefore(person, [{ person }, ` ${CHANGES[type]}: other days of a post.`]);
  const says = [{ person }, ` ${CHANGES[type]}: to be `, ...postSaid(asked.post)];
  return { says, concerns: atPlaces(person, [asked.post]) };
}

interface Post {
  readonly role: string;
  readonly organisation: string;
}

function postSaid({ role, organisation }: Post): readonly Said[] {
  return [`${role} at `, { organisation }, ". "];
}

function asBefore(person: string, says: readonly Said[]): Told {
  return { says, concerns: [{ person }], concernsAsBefore: true };
}

function atPlaces(person: string, posts: readonly Post[]): readonly Concern[] {
  return [{ person }, ...posts.map(({ organisation }) => ({ organisation, seenBy: "people" }) as const)];
}

function textsOf({ name, email }: Details): readonly DescribedText[] {
  return [name, email].map((hash) => ({ hash, kind: "people-details" }));
}

const SIGN_IN: Readonly<Record<string, string>> = {
  "signed-in": "signed in",
  "signed-out": "signed out",
  "second-factor-set": "set a second factor",
  "recovery-code-used": "used a recovery code",
  "password-changed": "changed their password",
};

/** When somebody signs in is for themselves to see. */
function atSignIn({ stream, type, data }: RecordedEvent): Described {
  const person = stream.split("/")[1] ?? "";
  const { how = "" } = data as { readonly how?: string };
  return {
    says: [{ person }, ` ${SIGN_IN[type] ?? type} (${how}).`],
    object: { name: ["Sign-ins of ", { person }] },
    concerns: [{ person }],
  };
}
