import { isMonth, type Month } from "#kernel/period.ts";
import type { ListedLoad, RowCounts } from "#platform/lake/index.ts";
import { count } from "#platform/web/words/amounts.ts";
import type { PlaceTaken } from "../reading/place-taken.ts";
import { many, momentText } from "./words.ts";

/**
 * What a reader must know of a load before trusting it, in sentences; none for an ordinary one. Where the page says of all
 * its figures that they are made up, the load need not.
 */
export function loadNotes({ madeUp, standIn, despite, corrects }: ListedLoad, isAllMadeUp: boolean): readonly string[] {
  return [
    ...(madeUp && !isAllMadeUp ? ["Made-up figures."] : []),
    ...(standIn === null ? [] : [`Stand-in: ${standIn}.`]),
    ...(despite === null ? [] : [`Published all the same, for this reason: ${despite}.`]),
    ...(corrects === null ? [] : ["Corrected rows of another load."]),
  ];
}

/** The first and the last month of a load; nothing where it is not cut by month. */
export function monthsOf({ months }: ListedLoad): { readonly first: Month; readonly last: Month } | undefined {
  const [first, last] = [months.at(0), months.at(-1)];
  return first !== undefined && last !== undefined && isMonth(first) && isMonth(last) ? { first, last } : undefined;
}

/** How rows fared, in one sentence. */
export function fateText({ read, accepted, flagged, rejected }: RowCounts): string {
  const kept = flagged === 0 ? "" : `, ${count(flagged)} of them flagged`;
  const rest =
    rejected === 0 ? "None was rejected." : `${count(rejected)} ${rejected === 1 ? "was" : "were"} rejected.`;
  return `Of ${many(read, "row")} read, ${count(accepted)} ${accepted === 1 ? "was" : "were"} accepted${kept}. ${rest}`;
}

/** What publishing a file does to the load that counts now, in one sentence. */
export function placeText({ counts, instead }: PlaceTaken): string {
  const what =
    instead === undefined ? "a file of another PCT" : `${instead.fileName}, loaded ${momentText(instead.at)}`;
  return counts
    ? `It takes the place of ${what}. Where both are to count, give it a batch of its own.`
    : `It will not count: ${what}, is final. Say that this one is final too, or give it a batch of its own.`;
}
