import { join, resolve } from "node:path";

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
  /** Who runs the command line, as the record names them. */
  readonly operator: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the configuration from environment variables; `docs/configuration.md` lists them. Throws what to mend. */
export function readConfiguration(environment: Environment): Configuration {
  const data = resolve(environment.CHILFORD_DATA ?? join("var", "data"));
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = environment;
  return {
    data,
    ...(url !== undefined && { database: { url, ...(ownerUrl !== undefined && { ownerUrl }) } }),
    keyFile: resolve(environment.CHILFORD_KEY_FILE ?? join(data, "..", "secrets", "pseudonym.key")),
    memory: environment.CHILFORD_MEMORY ?? "1GB",
    threads: whole("CHILFORD_THREADS", environment.CHILFORD_THREADS ?? "2", 1, 256),
    host: environment.HOST ?? "127.0.0.1",
    port: whole("PORT", environment.PORT ?? "8080", 0, 65_535),
    operator: environment.CHILFORD_OPERATOR ?? "operator",
  };
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new Error(`${name} is ${text}; give a whole number from ${least} to ${most}.`);
}
