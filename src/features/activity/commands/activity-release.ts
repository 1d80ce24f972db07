import { WHOLE_SERVICE } from "#platform/access/person.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import { askedSnapshot } from "../reading/asked-activity.ts";
import { releaseRefusalWords } from "../releases/refusals.ts";
import { releasePath } from "../views/addresses.ts";
import { many, spanText } from "../views/words.ts";
import type { ActivityWiring } from "../wiring.ts";

/** Makes a snapshot's activity public, protected together with all that was released of its PCT before. */
export function activityReleaseVerb(wiring: ActivityWiring): Verb<"activity.release"> {
  return verb(
    {
      name: "activity release",
      summary: "Release a snapshot's activity to everybody, with small numbers suppressed.",
      permission: "activity.release",
      subject: async ({ options, sight }) => {
        const { commissioner, on } = await askedSnapshot(wiring, options.snapshot, sight);
        return { organisation: commissioner, within: (await wiring.directory()).within(commissioner, on) };
      },
      options: {
        snapshot: { about: "the snapshot, as the figures of a budget name it", value: "id", required: true },
      },
    },
    async ({ options, sight, by }) => {
      const snapshot = await askedSnapshot(wiring, options.snapshot, sight);
      const made = await wiring.releases.release(snapshot, { ...by, sight });
      if ("refused" in made) {
        const [first = "", ...others] = made.refused.map(releaseRefusalWords);
        return { refused: [first, ...others] };
      }
      return {
        text: [
          `Released the activity of ${made.pct}, ${spanText(made.months)}, as ${made.release}.`,
          `Everybody can read it at ${releasePath(made.release)}; small numbers are protected by the profile “${made.profile}”.`,
        ],
        data: made,
      };
    },
  );
}

/** Lists what was released, the newest first. */
export function activityReleasesVerb({ releases }: ActivityWiring): Verb<"activity.published"> {
  return verb(
    {
      name: "activity releases",
      summary: "List the activity that was released to everybody, the newest first.",
      permission: "activity.published",
      subject: () => WHOLE_SERVICE,
    },
    async () => {
      const all = await releases.all();
      const lines = all.map(({ release, pct, on, months, snapshot }) =>
        [release, pct, on, spanText(months), `snapshot ${snapshot}`].join("  "),
      );
      const text = all.length === 0 ? "Nothing has been released yet." : [many(all.length, "release"), ...lines];
      return { text, data: all };
    },
  );
}
