import type { Problem, Problems } from "#platform/web/outcome.ts";
import { readDay, readPounds, textOf } from "#platform/web/words/entered.ts";
import type { Account, Balance, Movement } from "../rules/ledger.ts";
import { KIND_WORDS } from "./words.ts";

type Entered = Readonly<Record<string, string>>;
type Holder = Account["holder"];

/** How many entries the form has room for. */
export const ENTRIES = 4;

/** The field of an entry: whose account, which line, how much. */
export function entryField(number: number, part: "holder" | "line" | "amount"): string {
  return `entry-${number}-${part}`;
}

/** A holder as a form and a command line name it: `practice/X81003`. */
export function holderValue({ kind, code }: Holder): string {
  return `${kind}/${code}`;
}

/** Reads such a holder; nothing where it is none. */
export function readHolder(text: string): Holder | undefined {
  const [, kind, code] = /^(practice|group|pct|wider)\/([A-Z0-9]+)$/i.exec(text.trim()) ?? [];
  if (kind === undefined || code === undefined) return undefined;
  return { kind: kind.toLowerCase() as Holder["kind"], code: code.toUpperCase() };
}

/** A movement's name as files and command lines can have it. */
export const MOVEMENT_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The movement that a form describes, or what has to be put right in it. Whether it may be is for the ledger to say. */
export function askedMovement(entered: Entered, room: number = ENTRIES): Movement | Problems {
  const [id, on, kind] = [textOf(entered, "id"), readDay(textOf(entered, "on")), textOf(entered, "kind")];
  const entries = Array.from({ length: room }, (_, index) => entryIn(index + 1, entered));
  const [first, ...others] = [
    ...(MOVEMENT_NAME.test(id)
      ? []
      : [{ field: "id", message: "Choose a name of lower-case letters, digits and hyphens" }]),
    ...(on ? [] : [{ field: "on", message: "Enter the day on which it takes effect, like 1/7/2008" }]),
    ...(isKind(kind) ? [] : [{ field: "kind", message: "Choose what kind of movement it is" }]),
    ...entries.filter(isProblem),
  ];
  if (first !== undefined || on === undefined || !isKind(kind)) {
    return { problems: [first ?? { message: "Fill in the form" }, ...others] };
  }
  const source = textOf(entered, "source");
  return {
    id,
    on,
    kind,
    authority: { body: textOf(entered, "body"), reference: textOf(entered, "reference") },
    ...(source !== "" && { source }),
    entries: entries.filter((each): each is Balance => each !== undefined && !isProblem(each)),
  };
}

/** Whether a text names a kind of movement. */
export function isKind(text: string): text is Movement["kind"] {
  return Object.hasOwn(KIND_WORDS, text);
}

function isProblem(each: Balance | Problem | undefined): each is Problem {
  return each !== undefined && "message" in each;
}

/** An entry of the form; nothing where it has no amount. */
function entryIn(number: number, entered: Entered): Balance | Problem | undefined {
  const text = textOf(entered, entryField(number, "amount"));
  if (text === "") return undefined;
  const amount = readPounds(text);
  const holder = readHolder(textOf(entered, entryField(number, "holder")));
  const line = textOf(entered, entryField(number, "line"));
  if (amount === undefined) {
    return { field: entryField(number, "amount"), message: `${text} is not an amount like -1,250.00` };
  }
  if (holder === undefined)
    return { field: entryField(number, "holder"), message: `Choose whose account entry ${number} is` };
  if (line === "") return { field: entryField(number, "line"), message: `Choose the line of entry ${number}` };
  return { holder, line, amount };
}
