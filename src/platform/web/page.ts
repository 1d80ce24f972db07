import type { z } from "zod";
import type { Anyone } from "../access/access.ts";
import type { Person, Subject } from "../access/person.ts";
import type { Sight } from "../access/sight.ts";
import type { Authorship } from "../record/index.ts";
import type { Attachment, Content, Problem, Problems, Redirect } from "./outcome.ts";
import type { Sender } from "./sender.ts";

/** The parameters that a path names: `/practices/:practice` has `practice`. */
export type Params<Path extends string> = Path extends `${infer Start}/${infer Rest}`
  ? Params<Start> & Params<Rest>
  : Path extends `:${infer Name}`
    ? { readonly [K in Name]: string }
    : unknown;

/**
 * Whose affairs a page is about, from its address; throws NotFound where there is no such place in sight. Who asks matters
 * where the page is about their own places, or where even that something exists is not for everybody to know.
 */
type SubjectOf<Path extends string> = (
  params: Params<Path>,
  query: URLSearchParams,
  sight: Sight,
  person: Person,
) => Subject | Promise<Subject>;

/** Who may open a page: a permission, and whose affairs it is asked for. Only what anyone may open has no subject. */
export type Guard<Path extends string, Permission extends string> = {
  readonly permission: Permission;
  /** For what takes seconds, such as working out a draft: few are done at once, and pages do not wait for them. */
  readonly lane?: "heavy";
} & (Permission extends Anyone ? { readonly subject?: never } : { readonly subject: SubjectOf<Path> });

/** What a page is told about the request for it. */
export interface Visit<Path extends string = string, Permission extends string = string> {
  readonly person: Person;
  /** Whose files the person may be given, whatever they were granted. */
  readonly sight: Sight;
  readonly params: Params<Path>;
  readonly query: URLSearchParams;
  /** The path as asked for, for links back to the same page with another query. */
  readonly path: string;
  readonly now: Date;
  /** Where the request comes from: for sign-in, which reads its cookies and counts by its address. */
  readonly sender: Sender;
  /** Who acts, when, and by which post and rule, for the record of what they do. */
  readonly by: Required<Authorship>;
  /** What was wrong with the form that this page shows, when it is shown again. */
  readonly problems: readonly Problem[];
  /** What was entered into that form, by field. */
  readonly entered: Readonly<Record<string, string>>;
  /** Whether the person may do something else too, so that a page offers only what will be allowed. */
  readonly may: (permission: Permission, subject?: Subject) => boolean;
}

interface Route {
  readonly path: string;
  readonly lane?: "heavy";
  readonly permission: string;
  readonly subject: (
    params: Readonly<Record<string, string>>,
    query: URLSearchParams,
    sight: Sight,
    person: Person,
  ) => Promise<Subject | undefined>;
}

/** A page that is read. */
export interface ContentPage extends Route {
  readonly kind: "page";
  readonly answer: (visit: Visit) => Promise<Content | Redirect | Attachment>;
}

/** A form that is sent. */
export interface FormPage extends Route {
  readonly kind: "form";
  readonly reads: z.ZodType;
  /** The most bytes it takes; the whole site's limit unless stated. */
  readonly limit?: number;
  readonly answer: (visit: Visit, values: unknown) => Promise<Redirect | Problems>;
}

/** A page, form or download; the type names the permission, so that one that no grant knows does not compile. */
export type Page<Permission extends string = string> = (ContentPage | FormPage) & {
  readonly permission: Permission;
};

/** Whether a page is a form that is sent. */
export function isForm(one: Page): one is Page & FormPage {
  return one.kind === "form";
}

type Answer<T> = T | Promise<T>;

/** A page at a path. Without a permission it does not compile. */
export function page<const Path extends string, const Permission extends string>(
  path: Path,
  guard: Guard<Path, Permission>,
  answer: (visit: Visit<Path>) => Answer<Content | Redirect | Attachment>,
): Page<Permission> {
  return {
    kind: "page",
    path,
    permission: guard.permission,
    ...(guard.lane && { lane: guard.lane }),
    subject: async (params, query, sight, person) => guard.subject?.(params as Params<Path>, query, sight, person),
    answer: async (visit) => answer(visit as Visit<Path>),
  };
}

/**
 * A form sent to a path. Its fields are read by the schema, whose messages are shown beside the fields; a refused form
 * is shown again by the page of the same path.
 */
export function form<const Path extends string, const Permission extends string, Schema extends z.ZodType>(
  path: Path,
  guard: Guard<Path, Permission> & { readonly reads: Schema; readonly limit?: number },
  answer: (visit: Visit<Path>, values: z.infer<Schema>) => Answer<Redirect | Problems>,
): Page<Permission> {
  return {
    kind: "form",
    path,
    permission: guard.permission,
    ...(guard.lane && { lane: guard.lane }),
    subject: async (params, query, sight, person) => guard.subject?.(params as Params<Path>, query, sight, person),
    reads: guard.reads,
    ...(guard.limit === undefined ? {} : { limit: guard.limit }),
    answer: async (visit, values) => answer(visit as Visit<Path>, values as z.infer<Schema>),
  };
}

/** A file at a path, under the same permission as the page that offers it. */
export function download<const Path extends string, const Permission extends string>(
  path: Path,
  guard: Guard<Path, Permission>,
  answer: (visit: Visit<Path>) => Answer<Attachment>,
): Page<Permission> {
  return page(path, guard, answer);
}
