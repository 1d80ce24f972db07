import { join, resolve } from "node:path";
import { CannotStart } from "./cannot-start.ts";
import { readLimits, type ServingLimits } from "./serving/limits.ts";

/** What the surroundings decide: where data lies, which database, how much of the machine. */
export interface Configuration {
  /** The folder of all that the product keeps: record, lake, marts, files. */
  readonly data: string;
  /** A PostgreSQL of the user's own; without it, the one that comes with the product. */
  readonly database?: { readonly url: string; readonly ownerUrl?: string };
  /** The key that makes pseudonyms; kept apart from the lake, and never shown. */
  readonly keyFile: string;
  readonly memory: string;
  readonly threads: number;
  readonly host: string;
  readonly port: number;
  /** Where browsers reach the server, without a path: sign-in keeps its cookies to it, and issuers send people back there. */
  readonly address?: string;
  /** The addresses of our own proxies, whose word for a sender's address is taken. */
  readonly proxies?: readonly string[];
  /** The file of issuers by which people may sign in; without it they sign in by password only. */
  readonly issuers?: string;
  /** Who runs the command line, as the record names them. */
  readonly operator: string;
  /** How much the server takes on at once, and how long it may take; the usual unless given. */
  readonly limits?: ServingLimits;
  /** The body that runs the service, and where to reach it about the service, as its statements name them. */
  readonly organisation?: string;
  readonly contact?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the configuration from environment variables; `docs/configuration.md` lists them. Throws what to mend. */
export function readConfiguration(environment: Environment): Configuration {
  const data = resolve(environment.CHILFORD_DATA ?? join("var", "data"));
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = environment;
  const { CHILFORD_ORGANISATION: organisation, CHILFORD_CONTACT: contact } = environment;
  const whole = wholeOf(environment);
  const listening = { host: environment.HOST ?? "127.0.0.1", port: whole("PORT", 8080, 0, 65_535) };
  return {
    data,
    ...(url !== undefined && { database: { url, ...(ownerUrl !== undefined && { ownerUrl }) } }),
    keyFile: resolve(environment.CHILFORD_KEY_FILE ?? join(data, "..", "secrets", "pseudonym.key")),
    memory: environment.CHILFORD_MEMORY ?? "1GB",
    threads: whole("CHILFORD_THREADS", 2, 1, 256),
    ...listening,
    ...signInOf(environment, listening),
    operator: environment.CHILFORD_OPERATOR ?? "operator",
    limits: readLimits(whole),
    ...(organisation && { organisation }),
    ...(contact && { contact }),
  };
}

/** What sign-in needs to know of the surroundings. */
function signInOf(environment: Environment, { host, port }: Pick<Configuration, "host" | "port">) {
  const { CHILFORD_ADDRESS, CHILFORD_PROXIES = "", CHILFORD_ISSUERS } = environment;
  return {
    address: addressOf(CHILFORD_ADDRESS ?? `http://${host}:${port}`),
    proxies: CHILFORD_PROXIES.split(",").flatMap((each) => each.trim() || []),
    ...(CHILFORD_ISSUERS && { issuers: resolve(CHILFORD_ISSUERS) }),
  };
}

/** The origin of an address. */
function addressOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isBare = url !== undefined && url.pathname === "/" && url.search === "" && /^https?:$/.test(url.protocol);
  if (url !== undefined && isBare) return url.origin;
  throw new CannotStart(
    `CHILFORD_ADDRESS is ${text}; give where browsers reach the service, such as https://pbc.example.nhs.uk`,
  );
}

/** Reads settings that are whole numbers. */
function wholeOf(environment: Environment) {
  return (name: string, unset: number, least: number, most: number): number => {
    const text = environment[name] ?? String(unset);
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new CannotStart(`${name} is ${text}; give a whole number from ${least} to ${most}.`);
  };
}
