import type { Month } from "#kernel/period.ts";
import { type Page, page } from "#platform/web/page.ts";
import { activitySubject, askedMonths, askedSnapshot, rowsSubject } from "../reading/asked-activity.ts";
import { audienceOf, showingTo } from "../reading/audience.ts";
import { readPracticeActivity } from "../reading/practice-activity.ts";
import { patientPath, qualityPath } from "../views/addresses.ts";
import { askedFile } from "../views/figure-table.tsx";
import { PracticeActivityView, ReleasedInstead } from "../views/practice-activity.view.tsx";
import { monthTable, pointTable, unpricedTable } from "../views/practice-tables.tsx";
import { spanText } from "../views/words.ts";
import type { ActivityWiring } from "../wiring.ts";
import { ownPractice } from "./patient.page.tsx";

/** What a practice's patients had in a snapshot's months, by point of delivery, and what of it has no price. */
export function practiceActivityPage(wiring: ActivityWiring): Page<"activity.view"> {
  return page(
    "/activity/:snapshot/:practice",
    { permission: "activity.view", subject: (params, _query, sight) => activitySubject(wiring, params, sight) },
    async ({ params, query, path, sight, person, may, now }) => {
      const { practice, snapshot: id } = params;
      const snapshot = await askedSnapshot(wiring, id, sight);
      const span = askedMonths(snapshot, query.get("month"));
      const { name } = (await wiring.directory()).organisation(practice);
      const around = {
        title: `Activity of ${name}, ${spanText(span)}`,
        ...{ section: "care", place: { name, detail: practice }, madeUp: wiring.madeUp },
        recordedAs: `snapshot/${params.snapshot}`,
      };
      const audience = audienceOf(person, may("activity.rows", await rowsSubject(wiring, params, sight)));
      const { asItIs, sentence } = showingTo(wiring.rulebook, audience, snapshot, now);
      if (!asItIs) {
        const latest = await wiring.releases.latest(snapshot.commissioner);
        return { ...around, body: <ReleasedInstead {...{ name, span, sentence, latest, practice }} /> };
      }
      const activity = await readPracticeActivity(wiring, { snapshot, sight, practice, span });
      const place = { snapshot: id, practice, month: span.only };
      const file = `activity-${practice}`;
      return (
        askedFile(file, pointTable(activity, place), query) ??
        askedFile(file, unpricedTable(activity, place), query) ??
        askedFile(file, monthTable(activity, place), query) ?? {
          ...around,
          body: (
            <PracticeActivityView
              {...{ name, place, span, activity, path, query }}
              months={snapshot.months.map(({ month }): Month => month).toSorted()}
              priceYear={snapshot.budgetPrices}
              quality={qualityPath(snapshot.commissioner)}
              {...(may("activity.patient", ownPractice(params)) && { patient: patientPath(params) })}
            />
          ),
        }
      );
    },
  );
}
