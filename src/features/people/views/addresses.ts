/** The list of people. */
export const PEOPLE = "/people";

/** Where a person is shown, with what was just done said once. */
export function personPath(person: string, done?: string): string {
  return `${PEOPLE}/${encodeURIComponent(person)}${done === undefined ? "" : `?done=${done}`}`;
}

/** Where something is done about a person. */
export function taskPath(person: string, task: string): string {
  return `${personPath(person)}/${task}`;
}

/** Where something is done about a post. */
export function postPath(person: string, post: string, task: string): string {
  return `${personPath(person)}/posts/${encodeURIComponent(post)}/${task}`;
}

/** Where a change that somebody asks for themselves is decided. */
export function changePath(person: string, change: string): string {
  return `${personPath(person)}/changes/${encodeURIComponent(change)}`;
}

/** Where a notice is acknowledged. */
export function noticePath(person: string, notice: string): string {
  return `${personPath(person)}/notices/${encodeURIComponent(notice)}`;
}
