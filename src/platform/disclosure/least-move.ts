import { costOfSuppressing, type Move } from "./corner-move.ts";
import { boundsIfSuppressed, boundsOf, type Knowledge, type Unknown } from "./knowledge.ts";
import { cheapest, type Programme } from "./programme.ts";

interface Column {
  readonly unknown: number;
  readonly up: 1 | -1;
  readonly cost: number;
  readonly least: number;
  readonly greatest: number;
}

/**
 * The cheapest change of one unknown by so much that leaves a table which could be the true one, sought among all tables
 * there could be. Slow and thorough, where no box of cells serves: over several releases, or among the smallest counts.
 */
export function leastMove(knowledge: Knowledge, unknown: number, by: number): Promise<Move | undefined> {
  const columns = knowledge.unknowns.flatMap((each, at) =>
    at === unknown ? [fixed(at, by)] : columnsOf(knowledge, each, at),
  );
  return moveIn(knowledge, columns);
}

/**
 * A change of one unknown by so much that needs nothing more suppressed, and that takes as many others along as it can of
 * those not proven yet, since one table may prove many; nothing where there is none.
 */
export function freeMove(
  knowledge: Knowledge,
  unknown: number,
  by: number,
  isOpen: (unknown: number) => boolean,
): Promise<Move | undefined> {
  const columns = knowledge.unknowns.flatMap((each, at) => {
    if (at === unknown) return [fixed(at, by)];
    const gain = isOpen(at) && Number.isFinite(boundsOf(each).greatest) ? -1 : 0;
    return freeColumnsOf(each, at).map((column) => ({ ...column, cost: gain * column.up }));
  });
  return moveIn(knowledge, columns);
}

async function moveIn(knowledge: Knowledge, columns: readonly Column[]): Promise<Move | undefined> {
  const found = await cheapest(programmeOf(knowledge, columns));
  if (found === undefined) return undefined;
  const shifts = new Map<number, number>();
  let cost = 0;
  for (const [at, column] of columns.entries()) {
    const value = found[at] ?? 0;
    if (value === 0) continue;
    shifts.set(column.unknown, (shifts.get(column.unknown) ?? 0) + column.up * value);
    cost += column.cost;
  }
  return isSound(knowledge, shifts) ? { shifts, cost } : undefined;
}

function fixed(unknown: number, by: number): Column {
  return { unknown, up: by > 0 ? 1 : -1, cost: 0, least: Math.abs(by), greatest: Math.abs(by) };
}

function columnsOf(knowledge: Knowledge, unknown: Unknown, at: number): readonly Column[] {
  const { least, greatest } = boundsOf(unknown);
  const wider = boundsIfSuppressed(knowledge, unknown) ?? { least, greatest };
  const cost = costOfSuppressing(knowledge, unknown);
  return [
    ...freeColumnsOf(unknown, at),
    ...(wider.greatest > greatest ? columnOf(at, 1, cost, wider.greatest - greatest) : []),
    ...(wider.least < least ? columnOf(at, -1, cost, least - wider.least) : []),
  ];
}

function freeColumnsOf(unknown: Unknown, at: number): readonly Column[] {
  const { least, greatest } = boundsOf(unknown);
  return [...columnOf(at, 1, 0, greatest - unknown.count), ...columnOf(at, -1, 0, unknown.count - least)];
}

function columnOf(unknown: number, up: 1 | -1, cost: number, most: number): readonly Column[] {
  return most > 0 ? [{ unknown, up, cost, least: 0, greatest: most }] : [];
}

function programmeOf(knowledge: Knowledge, columns: readonly Column[]): Programme {
  const columnsAt = new Map<number, number[]>();
  for (const [column, { unknown }] of columns.entries()) {
    columnsAt.set(unknown, [...(columnsAt.get(unknown) ?? []), column]);
  }
  const rows = knowledge.sums.map((sum) =>
    sum.flatMap((unknown, at) =>
      (columnsAt.get(unknown) ?? []).map((column) => ({
        column,
        times: (columns[column]?.up ?? 0) * (at === sum.length - 1 ? -1 : 1),
      })),
    ),
  );
  return { columns, rows: rows.filter((row) => row.length > 0) };
}

/** Whether shifts keep every sum to the last one, and pass no bound that suppressing could not widen. */
function isSound(knowledge: Knowledge, shifts: ReadonlyMap<number, number>): boolean {
  const { unknowns } = knowledge;
  const keepsSums = knowledge.sums.every(
    (sum) => sum.reduce((all, at, index) => all + (shifts.get(at) ?? 0) * (index === sum.length - 1 ? -1 : 1), 0) === 0,
  );
  return (
    keepsSums &&
    [...shifts].every(([at, shift]) => {
      const unknown = unknowns[at];
      if (unknown === undefined) return false;
      const may = unknown.count + shift;
      return [boundsOf(unknown), boundsIfSuppressed(knowledge, unknown)].some(
        (bounds) => bounds !== undefined && may >= bounds.least && may <= bounds.greatest,
      );
    })
  );
}
