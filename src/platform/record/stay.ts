import { setTimeout as wait } from "node:timers/promises";
import { type Refusal, refuse } from "#kernel/decision.ts";
import { type EmbeddedCode, type EmbeddedRefused, embeddedSentence } from "./embedded-refusals.ts";
import type { Database } from "./event.ts";
import { holdersOf, LOCKS, type Lock, tryLock, unshareLock } from "./locks.ts";
import { stopPostmaster } from "./postmaster.ts";
import type { Endpoint } from "./postmaster-file.ts";
import { isAlive } from "./process-alive.ts";
import { type Installation, reach, type Session } from "./reach.ts";

export type Mode = "server" | "visitor";

const PAUSE = 50;
const LOOKS = 100;

/**
 * A process's stay on an embedded PostgreSQL. Should PostgreSQL be killed or its connection break, the stay starts it
 * again and takes its locks back; work that was under way fails and was never acknowledged.
 */
export class Stay {
  readonly #installation: Installation;
  readonly #mode: Mode;
  readonly #onLost: (sentence: string) => void;
  #session: Session | undefined;
  #reviving: Promise<void> = Promise.resolve();
  #leaving = false;

  constructor(installation: Installation, mode: Mode, onLost: (sentence: string) => void) {
    this.#installation = installation;
    this.#mode = mode;
    this.#onLost = onLost;
  }

  /** Begins the stay; refused where PostgreSQL does not start, or another server has the folder. */
  async enter(): Promise<Endpoint | EmbeddedRefused> {
    const options = {
      name: `record ${this.#mode} ${process.pid}`,
      endpoint: this.#session?.endpoint,
      onLost: () => this.#revive(),
    };
    const session = await reach(this.#installation, options);
    if ("refused" in session) return session;
    const rival = this.#mode === "server" ? await rivalOf(session) : undefined;
    if (rival !== undefined) {
      await session.database.destroy();
      return refuse("already served", { facts: { folder: this.#installation.home.folder, process: rival } });
    }
    this.#session = session;
    return session.endpoint;
  }

  /** Ends the stay; whoever is the last to leave stops PostgreSQL. */
  async leave(): Promise<void> {
    if (this.#leaving) return;
    this.#leaving = true;
    await this.#reviving;
    const session = this.#session;
    if (session === undefined) return;
    if (await isLast(session)) await stopPostmaster(this.#installation.home, this.#installation.programs);
    await session.database.destroy();
  }

  #revive(): void {
    if (this.#leaving || this.#session === undefined) return;
    const { database, endpoint } = this.#session;
    this.#reviving = this.#reviving
      .then(() => database.destroy())
      .then(() => this.enter())
      .then((entered) => this.#judge(endpoint, entered))
      .catch((error: Error) => this.#onLost(error.message));
  }

  #judge(before: Endpoint, entered: Endpoint | EmbeddedRefused): void {
    if ("refused" in entered) {
      this.#session = undefined;
      this.#onLost(embeddedSentence(entered.refused[0] satisfies Refusal<EmbeddedCode>));
    } else if (entered.port !== before.port) {
      this.#onLost("PostgreSQL was started again elsewhere, so its address has changed. Start this program again.");
    }
  }
}

/** The server that already has the folder. */
async function rivalOf({ database }: Session): Promise<string | undefined> {
  const rival = await othersWith(database, LOCKS.serve);
  if (rival !== undefined) await unshareLock(database, LOCKS.use);
  return rival?.replace("record server", "process");
}

/** Whether nobody else is left; a connection that is gone already has nothing left to stop. */
async function isLast({ database }: Session): Promise<boolean> {
  try {
    await unshareLock(database, LOCKS.use);
    return (await othersWith(database, LOCKS.use)) === undefined;
  } catch {
    return false;
  }
}

/**
 * Takes a lock alone, or tells who keeps us from it. One that was killed holds its locks until PostgreSQL has noticed,
 * so we wait for locks that only the dead hold.
 */
async function othersWith(database: Database, lock: Lock): Promise<string | undefined> {
  for (let look = 0; ; look++) {
    if (await tryLock(database, lock)) return undefined;
    const holders = await holdersOf(database, lock);
    const living = holders.find((name) => look === LOOKS || isAlive(Number(/\d+$/.exec(name)?.[0])));
    if (living !== undefined) return living;
    await wait(PAUSE);
  }
}
