import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { WHOLE_SERVICE } from "#platform/access/person.ts";
import { backupFaultWords, backupRefusalWords, type Manifest, restoreBackup } from "#platform/backup/index.ts";
import { type Outcome, type Verb, verb } from "#platform/cli/verb.ts";
import { countText } from "./sizes.ts";
import { HELD, type OperationsWiring } from "./wiring.ts";

const MOST = 50;

/** Restores a backup into an empty data folder and an empty database, and verifies what came of it. */
export function restoreVerb(wiring: OperationsWiring): Verb<"operations.backup"> {
  return verb(
    {
      name: "restore",
      summary: "Restore a backup into an empty data folder, and verify it.",
      permission: "operations.backup",
      subject: () => WHOLE_SERVICE,
      arguments: { folder: { about: "the folder of the backup" } },
      options: {
        erased: {
          about: "a file with the hashes of texts erased since the backup, as backup erasures lists them",
          value: "file",
        },
      },
    },
    async ({ arguments: { folder }, options, by }, { progress }) => {
      const erased = options.erased === undefined ? [] : await hashesIn(options.erased);
      if (typeof erased === "string") return { refused: [erased] };
      const { record, folders } = wiring;
      const restored = await restoreBackup({
        ...{ folder: resolve(folder), root: folders.root, record, own: HELD.own, erased, by, tell: progress },
      });
      if ("refused" in restored) {
        const lines = (restored.faults ?? []).slice(0, MOST).map(backupFaultWords);
        return { refused: [backupRefusalWords(restored.refused[0]), ...lines] };
      }
      return verified(wiring, restored, options.erased !== undefined);
    },
  );
}

type Counts = {
  readonly manifest: Manifest;
  readonly events: number;
  readonly texts: number;
  readonly erased: number;
  readonly files: number;
};

async function verified({ record }: OperationsWiring, restored: Counts, hasList: boolean): Promise<Outcome> {
  const { manifest, erased, files } = restored;
  const { whole, events, head, faults } = await record.verify();
  if (!whole) {
    return {
      refused: [`Restored, but the record is not whole: ${countText(faults.length, "fault")}. See record verify.`],
    };
  }
  const { missing, madeAt } = manifest;
  return {
    text: [
      `Restored the backup of ${madeAt}: ${countText(restored.events, "event")}, ${countText(files, "file")}. The record is whole: ${countText(events, "event")}, head ${head}.`,
      ...missing.map((path) => `NOT RESTORED: ${path} was gone when the backup was made. Load its file again.`),
      hasList
        ? `${countText(erased, "text")} erased since: left out, and the record says so.`
        : `ERASURES MADE AFTER ${madeAt} ARE UNDONE: what was erased since then is back. Erase it again now, and remove the accounts of those who have left since (docs/operations.md).`,
      "Everybody signs in anew. Put the key of pseudonyms and the secret of sessions in their places before the server starts: they are in no backup.",
    ],
    data: { madeAt, backup: manifest.head, events, head, texts: restored.texts, files, erased, missing, whole },
  };
}

async function hashesIn(file: string): Promise<readonly string[] | string> {
  const text = await readFile(resolve(file), "utf8").catch(() => undefined);
  if (text === undefined) return `${file} cannot be read. Name the file that backup erasures was written to.`;
  const hashes = text.match(/\b[0-9a-f]{64}\b/g) ?? [];
  if (hashes.length > 0 || /No text was erased|^\s*\[\]\s*$/.test(text)) return hashes;
  return `${file} holds no hash of a text. Name the file that backup erasures was written to.`;
}
