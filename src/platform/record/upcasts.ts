import type { EventRow, RecordedEvent } from "./event.ts";
import type { Json } from "./json.ts";

/** How data of an event type, written in an older schema, reads in the next one. Events themselves never change. */
export interface Upcast {
  readonly type: string;
  /** The schema it reads; it gives the one after. */
  readonly from: number;
  to(data: Json): Json;
}

export interface Schemas {
  /** The schema in which new events of a type are written. */
  current(type: string): number;
  /** The event a row holds, in the current schema. */
  read(row: EventRow): RecordedEvent;
}

/** Orders upcasts by type; throws where one is missing or given twice between schema 1 and the newest. */
export function schemasOf(upcasts: readonly Upcast[]): Schemas {
  const byType = new Map<string, readonly Upcast[]>();
  for (const upcast of upcasts.toSorted((a, b) => a.from - b.from)) {
    const steps = byType.get(upcast.type) ?? [];
    if (upcast.from !== steps.length + 1) {
      throw new RangeError(`The upcasts of "${upcast.type}" must lead from schema 1 one by one; see ${upcast.from}`);
    }
    byType.set(upcast.type, [...steps, upcast]);
  }
  const stepsOf = ({ type, kind }: { type: string; kind: string }) =>
    kind === "accepted" ? (byType.get(type) ?? []) : [];
  return {
    current: (type) => (byType.get(type)?.length ?? 0) + 1,
    read: ({ body, previous: _, authority, ...row }) => {
      const steps = stepsOf(row);
      if (row.schema > steps.length + 1) throw new RangeError(tooNew(row));
      const data = steps.slice(row.schema - 1).reduce((older, step) => step.to(older), JSON.parse(body) as Json);
      return { ...row, ...(authority !== null && { authority }), schema: steps.length + 1, data };
    },
  };
}

function tooNew({ seq, type, schema }: { seq: number; type: string; schema: number }): string {
  return `Event ${seq} ("${type}") has schema ${schema}, newer than this program knows. Run the newer program.`;
}
