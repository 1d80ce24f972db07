import type { Day } from "#kernel/period.ts";
import type { Problem, Problems } from "#platform/web/outcome.ts";
import { readDay } from "#platform/web/words/entered.ts";
import type { PostNamed } from "../asked-post.ts";

/** What was entered, field by field. */
export type Entered = Readonly<Record<string, string | undefined>>;

/** What could be read, or what is wrong with it. */
export type Read<T> = T | Problems;

export function isWrong<T extends object>(read: T | Problems): read is Problems {
  return "problems" in read;
}

/** The first day and the last, if any, as entered. */
export function readDays(entered: Entered): Read<{ readonly from: Day; readonly until?: Day }> {
  const [fromText, untilText] = [textOf(entered, "from"), textOf(entered, "until")];
  const [from, until] = [readDay(fromText), readDay(untilText)];
  const problems = [
    ...(from === undefined ? [{ field: "from", message: dayWords("first", fromText) }] : []),
    ...(untilText !== "" && until === undefined ? [{ field: "until", message: dayWords("last", untilText) }] : []),
  ];
  if (from === undefined || problems.length > 0) return wrong(problems);
  return { from, ...(until && { until }) };
}

/** One day as entered in a field. */
export function readOneDay(entered: Entered, field: string, which: string): Read<{ readonly day: Day }> {
  const text = textOf(entered, field);
  const day = readDay(text);
  return day === undefined ? wrong([{ field, message: dayWords(which, text) }]) : { day };
}

function dayWords(which: string, text: string): string {
  return text === "" ? `Enter the ${which} day, like 1/4/2008` : `${text} is not a day like 1/4/2008`;
}

/** A post as entered: role, organisation and days. */
export function readPost(entered: Entered): Read<PostNamed> {
  const [role, organisation] = [textOf(entered, "role"), textOf(entered, "organisation").toUpperCase()];
  const days = readDays(entered);
  const problems = [
    ...(role === "" ? [{ field: "role", message: "Choose a role" }] : []),
    ...(organisation === "" ? [{ field: "organisation", message: "Enter the code of an organisation, like 5QX" }] : []),
    ...(isWrong(days) ? days.problems : []),
  ];
  return isWrong(days) || problems.length > 0 ? wrong(problems) : { role, organisation, ...days };
}

/** The most letters of a name, and of an e-mail address by the standard for mail. */
const [LONGEST_NAME, LONGEST_EMAIL] = [120, 254];

/** Name and e-mail address as entered. */
export function readDetails(entered: Entered): Read<{ readonly name: string; readonly email: string }> {
  const [name, email] = [textOf(entered, "name").replaceAll(/\s+/g, " "), textOf(entered, "email")];
  const problems = [...nameProblems(name), ...emailProblems(email)];
  return problems.length > 0 ? wrong(problems) : { name, email };
}

function nameProblems(name: string): readonly Problem[] {
  if (name === "") return [{ field: "name", message: "Enter their name" }];
  if (name.length > LONGEST_NAME) return [{ field: "name", message: `Keep the name to ${LONGEST_NAME} letters` }];
  return isPlain(name)
    ? []
    : [{ field: "name", message: "The name has signs in it that cannot be kept. Type it again" }];
}

function emailProblems(email: string): readonly Problem[] {
  const isAddress = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(email) && email.length <= LONGEST_EMAIL;
  if (isAddress && isPlain(email)) return [];
  return [{ field: "email", message: "Enter an e-mail address, like name@practice.nhs.uk" }];
}

/** Without control characters or halves of letters, which the record cannot hold. */
function isPlain(text: string): boolean {
  return text.isWellFormed() && !/\p{Cc}/u.test(text);
}

function textOf(entered: Entered, field: string): string {
  return (entered[field] ?? "").trim();
}

function wrong(problems: readonly Problem[]): Problems {
  const [first = { message: "Fill in the form" }, ...others] = problems;
  return { problems: [first, ...others] };
}
