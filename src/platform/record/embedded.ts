import { clusterIn } from "./cluster.ts";
import type { EmbeddedRefused } from "./embedded-refusals.ts";
import { homeIn } from "./folder.ts";
import { programsFor } from "./programs.ts";
import { addressOf } from "./reach.ts";
import { type Mode, Stay } from "./stay.ts";

/** The PostgreSQL that comes with the product, running on a folder. */
export interface Embedded {
  /** For the application's role, which owns nothing. */
  readonly url: string;
  /** For the role that owns the record and brings it up to date. */
  readonly ownerUrl: string;
  /** For PostgreSQL's own superuser, whom only tests and repairs by hand need. */
  readonly keeperUrl: string;
  /** Leaves; the last process to leave stops PostgreSQL. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly folder: string;
  /** The one server of the folder, or a visitor such as a command, of which there may be many. */
  readonly mode?: Mode;
  /** Told, in a sentence, when PostgreSQL is gone and could not be brought back. */
  readonly onLost?: (sentence: string) => void;
}

/**
 * Starts PostgreSQL on a folder, or joins the one that runs there. Durable, and heard on its socket or loopback alone.
 * Works for an ordinary user and for root, for whom PostgreSQL runs under an unprivileged account.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded | EmbeddedRefused> {
  const home = await homeIn(options.folder);
  if ("refused" in home) return home;
  const programs = await programsFor(home);
  if ("refused" in programs) return programs;
  const secrets = await clusterIn(home, programs);
  if ("refused" in secrets) return secrets;
  const stay = new Stay({ home, programs, secrets }, options.mode ?? "server", options.onLost ?? (() => undefined));
  const endpoint = await stay.enter();
  if ("refused" in endpoint) return endpoint;
  return {
    url: addressOf(endpoint, "application", secrets),
    ownerUrl: addressOf(endpoint, "owner", secrets),
    keeperUrl: addressOf(endpoint, "keeper", secrets, "postgres"),
    stop: () => stay.leave(),
  };
}
