import { resolve } from "node:path";
import { WHOLE_SERVICE } from "#platform/access/person.ts";
import { backupFaultWords, checkBackup } from "#platform/backup/index.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import { countText, numberText } from "./sizes.ts";

/** Faults told one by one; after so many, one more tells nobody anything new. */
const MOST = 50;

/** Checks a backup from the backup alone: it needs neither the data folder nor a database. */
export function backupCheckVerb(): Verb<"operations.backup"> {
  return verb(
    {
      name: "backup check",
      summary: "Check every file of a backup, and its chain of events, from the backup alone.",
      permission: "operations.backup",
      subject: () => WHOLE_SERVICE,
      arguments: { folder: { about: "the folder of the backup" } },
    },
    async ({ arguments: { folder } }, { progress }) => {
      const { manifest, faults } = await checkBackup(resolve(folder), progress);
      if (manifest === undefined || faults.length > 0) {
        const lines = faults.slice(0, MOST).map(backupFaultWords);
        const more = faults.length > MOST ? [`and ${numberText(faults.length - MOST)} more`] : [];
        return { refused: [`The backup is not whole: ${countText(faults.length, "fault")}.`, ...lines, ...more] };
      }
      const { head, files, missing, madeAt } = manifest;
      const lost = missing.map((path) => `It never held ${path}, which was gone when it was made.`);
      return {
        text: [
          `The backup of ${madeAt} is whole: ${countText(head.seq, "event")}, ${countText(files.length, "file")}.`,
          `Its chain ends in ${head.hash}. Hold that against a head noted elsewhere.`,
          ...lost,
        ],
        data: { whole: true, madeAt, head, files: files.length, missing },
      };
    },
  );
}
