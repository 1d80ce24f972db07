import { type Verb, verb } from "#platform/cli/verb.ts";
import { ALL_LOADS, titlesOf } from "../reading/all-loads.ts";
import { tableLines } from "../views/figure-table.tsx";
import { loadsTable } from "../views/loads-table.tsx";
import type { ActivityWiring } from "../wiring.ts";

/** Lists what was loaded, the newest first. */
export function loadsListVerb({ lake }: ActivityWiring): Verb<"loads.view"> {
  return verb(
    {
      name: "loads list",
      summary: "List what was loaded, the newest first, with how its rows fared.",
      permission: "loads.view",
      subject: () => ALL_LOADS,
      options: { dataset: { about: "only what it holds, such as spell", value: "dataset" } },
    },
    async ({ options: { dataset }, sight, person }) => {
      const known = lake.datasets.map((each) => each.table.name);
      if (dataset !== undefined && !known.includes(dataset)) {
        return { refused: [`There is no dataset ${dataset}. There are: ${known.join(", ")}.`] };
      }
      const loads = await lake.loads({ sight, person: person.id, ...(dataset !== undefined && { dataset }) });
      const none = "Nothing has been loaded yet. Load a file with: load <file> --status final";
      const caption = "Loads, the newest first";
      const table = loadsTable({ loads, titleOf: titlesOf(lake), caption, isAllMadeUp: false });
      const text = loads.length === 0 ? none : tableLines(table);
      return { text, data: loads };
    },
  );
}
