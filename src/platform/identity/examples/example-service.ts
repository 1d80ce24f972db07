import { tmpdir } from "node:os";
import path from "node:path";
import { createAccess } from "../../access/access.ts";
import { openAssets } from "../../web/assets/assets.ts";
import { createWeb } from "../../web/create-web.ts";
import { page } from "../../web/page.ts";
import type { LogEntry } from "../../web/web.ts";
import { type Identity, type IdentityOptions, openIdentity } from "../identity.ts";
import { type MemoryAccounts, memoryAccounts } from "./memory-accounts.ts";

/** A service of one page that only a clerk may open, with sign-in before it. */
export interface ExampleService {
  readonly identity: Identity;
  readonly web: ReturnType<typeof createWeb<"note.read">>;
  readonly logged: readonly LogEntry[];
  close(): Promise<void>;
}

export interface ExampleOptions extends Pick<IdentityOptions, "url" | "now"> {
  readonly accounts?: MemoryAccounts;
  readonly address?: string;
  readonly issuers?: IdentityOptions["issuers"];
  readonly hashing?: IdentityOptions["hashing"];
}

const access = createAccess([{ permission: "note.read", role: "clerk", reach: "within", rule: "Clerks read notes." }]);
const subject = () => ({ organisation: "A1", within: ["A1"] });
const CLERK = [{ role: "clerk", organisation: "A1" }];

const notes = page("/notes", { permission: "note.read", subject }, ({ person }) => ({
  title: "Notes",
  body: `Notes for ${person.name}: ${person.posts.map(({ role }) => role).join()}`,
}));
const front = page("/", { permission: "anyone" }, () => ({ title: "Front", body: "The front page" }));

/** Opens it over a database; everybody is a clerk unless claims say otherwise. */
export async function openExample(options: ExampleOptions): Promise<ExampleService> {
  const { accounts = memoryAccounts(), address = "http://localhost", now, url } = options;
  const secret = "a secret of the example, long enough to be one";
  const identity = await openIdentity({
    url,
    address,
    secret,
    accounts,
    now,
    ...(options.issuers && { issuers: options.issuers }),
    ...(options.hashing && { hashing: options.hashing }),
  });
  const logged: LogEntry[] = [];
  let ids = 0;
  const web = createWeb({
    access,
    identify: async ({ headers }) => {
      const found = await identity.identify(headers);
      return found && { id: found.person, name: `Person ${found.person}`, posts: found.claimed ?? CLERK };
    },
    visitor: { id: "", name: "Visitor", posts: [] },
    layout: {
      service: "Notebook",
      home: "/",
      navigation: [],
      footer: [],
      owner: "",
      signIn: "/sign-in",
      account: "/account",
      signOut: "/sign-out",
    },
    pages: [front, notes, ...identity.pages],
    assets: await openAssets({ cache: path.join(tmpdir(), "chilford-test-assets") }),
    secret,
    secure: address.startsWith("https:"),
    now,
    newId: () => `id-${ids++}`,
    log: (entry) => logged.push(entry),
  });
  return { identity, web, logged, close: identity.close };
}
