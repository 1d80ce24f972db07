import { TURN_LIMITS, type TurnLimits } from "#platform/web/turns/turns.ts";
import { SOCKET_LIMITS, type SocketLimits } from "./http-server.ts";

/** How much the server takes on at once, and how long anything may take. */
export interface ServingLimits {
  readonly turns: TurnLimits;
  readonly sockets: SocketLimits;
}

/** What is fit for two cores and a gigabyte. */
export const USUAL_LIMITS: ServingLimits = { turns: TURN_LIMITS, sockets: SOCKET_LIMITS };

/** Reads a whole number of a setting, from a least to a most; throws what to mend. */
type ReadWhole = (name: string, unset: number, least: number, most: number) => number;

/** The limits as set, and the usual ones where none is. */
export function readLimits(whole: ReadWhole): ServingLimits {
  const { ordinary, heavy, arriving } = TURN_LIMITS;
  const seconds = (name: string, unset: number) => whole(name, unset / 1000, 1, 3600) * 1000;
  const upload = seconds("CHILFORD_UPLOAD_SECONDS", arriving.milliseconds);
  return {
    turns: {
      ordinary: {
        atOnce: whole("CHILFORD_AT_ONCE", ordinary.atOnce, 1, 1000),
        waiting: whole("CHILFORD_WAITING", ordinary.waiting, 0, 10_000),
        milliseconds: seconds("CHILFORD_PAGE_SECONDS", ordinary.milliseconds),
      },
      heavy: {
        atOnce: whole("CHILFORD_HEAVY_AT_ONCE", heavy.atOnce, 1, 100),
        waiting: whole("CHILFORD_HEAVY_WAITING", heavy.waiting, 0, 1000),
        milliseconds: seconds("CHILFORD_HEAVY_SECONDS", heavy.milliseconds),
      },
      arriving: { ...arriving, milliseconds: upload },
    },
    sockets: { ...SOCKET_LIMITS, request: upload },
  };
}
