import { dirname, join, resolve } from "node:path";
import { WHOLE_SERVICE } from "#platform/access/person.ts";
import { backupRefusalWords, makeBackup } from "#platform/backup/index.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import { countText, numberText, sizeText } from "./sizes.ts";
import { HELD, type OperationsWiring } from "./wiring.ts";

/** Backs up record, lake, marts and kept files, while the server runs. */
export function backupMakeVerb(wiring: OperationsWiring): Verb<"operations.backup"> {
  return verb(
    {
      name: "backup make",
      summary: "Back up the record and every file it names into a folder, while the server runs.",
      permission: "operations.backup",
      subject: () => WHOLE_SERVICE,
      arguments: {
        folder: { about: "a new folder on another disk, or one that holds a backup: then only what is new is copied" },
      },
    },
    async ({ arguments: { folder } }, { progress }) => {
      const { record, folders, configuration } = wiring;
      const at = new Date();
      const made = await makeBackup({
        ...{ folder: resolve(folder), root: folders.root, record, at, tell: progress },
        ...{ named: HELD.named, whole: HELD.whole, besides: HELD.besides },
      });
      if ("refused" in made) return { refused: [backupRefusalWords(made.refused[0])] };
      const { manifest, copied, reused, dropped, damaged } = made;
      const { head, files, missing } = manifest;
      const notHeld = secretsBeside(configuration.keyFile);
      const text = [
        `Backed up: ${countText(head.seq, "event")}, the last ${head.hash}; ${countText(files.length, "file")}.`,
        `Copied ${numberText(copied.files)} (${sizeText(copied.bytes)}); ${numberText(reused)} lay there already; ${numberText(dropped)} no longer named were taken away.`,
        ...secretWords(notHeld),
        "It holds what people wrote. Keep it where only those who may read that can read it, and check it: backup check.",
      ];
      const data = {
        folder: resolve(folder),
        madeAt: manifest.madeAt,
        head,
        files: files.length,
        copied,
        reused,
        dropped,
        damaged,
        missing,
        notHeld,
      };
      if (damaged.length === 0) return { text, data };
      const [first = "", ...rest] = damagedWords(damaged, missing);
      return { refused: [first, ...rest, ...text] };
    },
  );
}

/** The key of pseudonyms and the secret of sign-in: outside the data folder, and in no backup. */
function secretsBeside(keyFile: string): readonly string[] {
  return [keyFile, join(dirname(keyFile), "session.secret")];
}

/** Said after each backup, so that nobody learns of it on the day they restore. */
function secretWords(notHeld: readonly string[]): readonly string[] {
  return [
    `NOT IN THIS BACKUP, on purpose: ${notHeld.join(" and ")}. Keep a copy of each in a safe of its own, apart from the backup.`,
    "Without the first, care loaded after a restore cannot be matched with care loaded before it; without the second, second factors must be set anew.",
  ];
}

function damagedWords(damaged: readonly string[], missing: readonly string[]): readonly string[] {
  return [
    `The backup was made, but ${countText(damaged.length, "file")} that the record names cannot be had from the data folder: gone, or not what was kept.`,
    ...damaged.map(
      (path) => `  ${path}: ${missing.includes(path) ? "nowhere to be had" : "kept from an earlier backup"}`,
    ),
    "Find out what happened to the disk. Restore from this backup where nothing is missing in it, else from an earlier one.",
  ];
}
