import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { createAccess } from "../../access/access.ts";
import { NotFound } from "../../access/errors.ts";
import type { Person } from "../../access/person.ts";
import { openAssets } from "../assets/assets.ts";
import { createWeb } from "../create-web.ts";
import { attachment, redirect } from "../outcome.ts";
import { download, form, page } from "../page.ts";
import { Form } from "../view/form.tsx";
import type { LogEntry, Web } from "../web.ts";

const access = createAccess([
  { permission: "note.read", role: "clerk", reach: "within", rule: "Clerks read the notes of their place." },
]);
const subject = ({ place }: { readonly place: string }) => ({ organisation: place, within: [place] });
const CLERK: Person = {
  id: "p1",
  name: "Pat Clerk",
  posts: ["A1", "A2"].map((organisation) => ({ role: "clerk", organisation })),
};
const VISITOR: Person = { id: "visitor", name: "Visitor", posts: [] };

/** What a note does when it is asked for, so that a test can hold it up or have it fail. */
type Work = () => Promise<void>;

/** A small web of notes, to be asked in every way there is of asking. */
export interface Notebook {
  readonly app: ReturnType<typeof createWeb>;
  readonly logged: readonly LogEntry[];
  /** What was taken, by the texts that were sent. */
  readonly taken: readonly string[];
  /** The assets' own script, for an address that is one of an asset. */
  readonly asset: string;
  /** The cookie and token of somebody signed in who has a page with a form before them. */
  signedIn(): Promise<{ readonly cookie: string; readonly token: string }>;
}

/** Opens a notebook. A header of its own says who asks, since signing in is not what it is for. */
export async function openNotebook(
  more: Partial<Web<"note.read">> = {},
  work: Work = async () => undefined,
): Promise<Notebook> {
  const taken: string[] = [];
  const logged: LogEntry[] = [];
  const assets = await openAssets({ cache: join(tmpdir(), "chilford-test-assets") });
  let made = 0;
  const reads = z.object({ note: z.string().max(9, "Too long"), file: z.instanceof(File).optional() });
  const guard = { permission: "note.read", subject } as const;
  const app = createWeb<"note.read">({
    access,
    identify: ({ headers }) => (headers.get("X-As") === "clerk" ? CLERK : undefined),
    visitor: VISITOR,
    layout: { service: "Notebook", home: "/", navigation: [], footer: [], owner: "Nobody" },
    pages: [
      page("/notes/:place", guard, async ({ params, problems }) => {
        if (params.place !== "A1") throw new NotFound("There are no notes there.");
        await work();
        return { title: "Notes", body: <Form action="/notes/A1">{problems.map(({ message }) => message)}</Form> };
      }),
      page("/broken/:place", guard, () => {
        throw new Error("nhs number 9434765919");
      }),
      form("/notes/:place", { ...guard, reads, limit: 60_000_000 }, async ({ params }, { note }) => {
        await work();
        taken.push(note);
        return redirect(`/notes/${params.place}`);
      }),
      form("/heavy/:place", { ...guard, lane: "heavy", reads }, async () => {
        await work();
        return redirect("/notes/A1");
      }),
      download("/files/:place", guard, () => attachment({ name: "notes.csv", type: "text/csv", body: "note\n" })),
    ],
    assets,
    secret: "a secret that is long enough to be one",
    secure: false,
    now: () => new Date("2008-04-28T09:00:00Z"),
    newId: () => `id-${made++}`,
    log: (entry) => logged.push(entry),
    ...more,
  });
  return {
    ...{ app, logged, taken, asset: assets.script },
    signedIn: async () => {
      const response = await app.request("/notes/A1", { headers: { "X-As": "clerk" } });
      const cookie = (response.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
      return { cookie, token: /name="_token" value="([^"]+)"/.exec(await response.text())?.[1] ?? "" };
    },
  };
}
