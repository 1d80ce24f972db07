import { WHOLE_SERVICE } from "#platform/access/person.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import type { OperationsWiring } from "./wiring.ts";

/** Lists the texts that were erased, to be kept apart from backups: a backup made before an erasure still holds the text. */
export function backupErasuresVerb({ record }: OperationsWiring): Verb<"operations.backup"> {
  return verb(
    {
      name: "backup erasures",
      summary: "List the texts that were erased, by their hashes, for restore --erased.",
      permission: "operations.backup",
      subject: () => WHOLE_SERVICE,
    },
    async () => {
      const events = await record.history({ type: "text erased", limit: Number.MAX_SAFE_INTEGER });
      const erasures = events.map(({ seq, at, data }) => ({ seq, at, hash: (data as { readonly hash: string }).hash }));
      const lines = erasures.map(({ seq, at, hash }) => `${hash}  ${at}  event ${seq}`);
      return { text: lines.length === 0 ? "No text was erased." : lines, data: erasures };
    },
  );
}
