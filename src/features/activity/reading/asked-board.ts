import { type Day, isDay } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import type { ExpectedLoad } from "../rules/expected-loads.ts";

/** What is asked of the board: as of which day, of which PCT, and whether what is final is shown too. */
export interface AskedBoard {
  readonly asOf: Day;
  readonly pct: string;
  readonly show: "open" | "all";
}

/** Reads what is asked; throws NotFound for a day that is none. */
export function askedBoard(
  { asOf = "", pct = "", all }: { readonly asOf?: string; readonly pct?: string; readonly all: boolean },
  today: Day,
): AskedBoard {
  if (asOf !== "" && !isDay(asOf)) throw new NotFound(`${asOf} is no day. Write it like 2008-05-06.`);
  return { asOf: asOf === "" ? today : asOf, pct, show: all ? "all" : "open" };
}

/** Of all that is expected, what was asked for. */
export function shownOf(rows: readonly ExpectedLoad[], { pct, show }: AskedBoard): readonly ExpectedLoad[] {
  return rows.filter((row) => (pct === "" || row.pct === pct) && (show === "all" || row.state !== "final"));
}
