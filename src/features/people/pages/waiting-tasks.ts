import type { ListedChange, ListedNotice } from "../notices-store.ts";
import { changePath, noticePath } from "../views/addresses.ts";
import { momentText, NOTICE_WORDS, postDays } from "../views/words.ts";

/** What names people and places in words. */
export interface Naming {
  readonly nameOf: (person: string) => string;
  readonly placeName: (organisation: string) => string;
}

/** Something that waits for another administrator. */
export interface WaitingTask {
  readonly key: string;
  readonly title: string;
  readonly href: string;
  readonly hint: string;
  readonly status: string;
}

/** What somebody asks for themselves, in words. */
export function changeTask(change: ListedChange, { nameOf, placeName }: Naming): WaitingTask {
  const { person, change: id, role, organisation, at } = change;
  return {
    key: `change-${id}`,
    title: `${nameOf(person)} asks to be ${role} at ${placeName(organisation)} ${postDays(change)}`,
    href: changePath(person, id),
    hint: `Asked ${momentText(at)}. It counts once another administrator confirms it.`,
    status: "To confirm",
  };
}

/** What the other administrators are told, in words. */
export function noticeText({ person, about, role, organisation }: ListedNotice, { nameOf, placeName }: Naming): string {
  return `${nameOf(person)} ${NOTICE_WORDS[about](`${role ?? "administrator"} at ${placeName(organisation)}`)}`;
}

/** A notice that nobody has acknowledged. */
export function noticeTask(notice: ListedNotice, naming: Naming): WaitingTask {
  const { person, notice: id, by, at } = notice;
  return {
    key: `notice-${id}`,
    title: noticeText(notice, naming),
    href: noticePath(person, id),
    hint: `Told to another administrator. Done by ${naming.nameOf(by)}, ${momentText(at)}.`,
    status: "To acknowledge",
  };
}
