import type { LogEntry } from "#platform/web/web.ts";
import type { HttpServer } from "./http-server.ts";

/** How the process ends when it is told to. */
export interface Parting {
  /** Names the server that takes requests, once it does. */
  serves(server: HttpServer): void;
}

/**
 * Ends the process on SIGTERM or SIGINT: no more requests are taken, those in work are ended, then all is closed. A second
 * signal ends it at once; what is recorded is whole either way.
 */
export function openParting(service: { close(): Promise<void> }, log: (entry: LogEntry) => void): Parting {
  let server: HttpServer | undefined;
  let isLeaving = false;
  const leave = async () => {
    log({ kind: "stop" });
    await server?.stop();
    await service.close();
  };
  const told = () => {
    if (isLeaving) process.exit(1);
    isLeaving = true;
    leave().then(
      () => process.exit(0),
      (error: unknown) => {
        log({ kind: "end", error });
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", told);
  process.on("SIGTERM", told);
  return {
    serves: (opened) => {
      server = opened;
    },
  };
}
