import { WHOLE_SERVICE } from "#platform/access/person.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import { pruneMarts } from "#platform/engine/index.ts";
import { namedMarts } from "./named-marts.ts";
import { countText, sizeText } from "./sizes.ts";
import type { OperationsWiring } from "./wiring.ts";

const DAY = 86_400_000;

/** Tells which marts nothing names any more, or takes them away. */
export function martsPruneVerb({ folders, record }: OperationsWiring): Verb<"operations.disk"> {
  return verb(
    {
      name: "marts prune",
      summary: "Say which marts no snapshot names, and how large they are; with --really, remove them.",
      permission: "operations.disk",
      subject: () => WHOLE_SERVICE,
      options: { really: { about: "remove them; they can be made again" } },
    },
    async ({ options: { really } }) => {
      const isNamed = await namedMarts(record, folders.files);
      // The clock of the file system, whatever day a made-up world stands on.
      const before = new Date(Date.now() - DAY);
      const found = await pruneMarts({ root: folders.root, isNamed, before, really });
      const bytes = found.reduce((sum, mart) => sum + mart.bytes, 0);
      const total = `${countText(found.length, "mart")}, ${sizeText(bytes)}`;
      const lines = found.map((mart) => `${mart.path}  ${mart.kind}  ${sizeText(mart.bytes)}`);
      if (found.length === 0)
        return { text: "Every mart is named, or younger than a day. Nothing to prune.", data: found };
      const last = really ? `Removed: ${total}.` : `Would remove: ${total}. Say --really to do so.`;
      return { text: [...lines, last], data: found };
    },
  );
}
