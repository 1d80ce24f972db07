import { NotFound } from "#platform/access/errors.ts";
import type { PeopleDesk } from "../desk.ts";
import { type ListedPost, postsOf } from "../store.ts";

/** The post that an address names, and what it is called. */
export async function shownPost(
  desk: PeopleDesk,
  { person, post: id }: { readonly person: string; readonly post: string },
): Promise<{ readonly post: ListedPost; readonly words: string }> {
  const post = (await postsOf(desk.people.reads, [person])).find((each) => each.post === id);
  if (post === undefined) throw new NotFound("They hold no such post.");
  const { name } = (await desk.directory()).organisation(post.organisation);
  return { post, words: `${post.role} at ${name}` };
}
