import type { Month } from "#kernel/period.ts";
import { type Page, page } from "#platform/web/page.ts";
import { activitySubject, askedMonths, askedSnapshot } from "../reading/asked-activity.ts";
import { readPracticeActivity } from "../reading/practice-activity.ts";
import { qualityPath } from "../views/addresses.ts";
import { askedFile } from "../views/figure-table.tsx";
import { PracticeActivityView } from "../views/practice-activity.view.tsx";
import { monthTable, pointTable, unpricedTable } from "../views/practice-tables.tsx";
import { spanText } from "../views/words.ts";
import type { ActivityWiring } from "../wiring.ts";

/** What a practice's patients had in a snapshot's months, by point of delivery, and what of it has no price. */
export function practiceActivityPage(wiring: ActivityWiring): Page<"activity.view"> {
  return page(
    "/activity/:snapshot/:practice",
    { permission: "activity.view", subject: (params, _query, sight) => activitySubject(wiring, params, sight) },
    async ({ params: { practice, snapshot: id }, query, path, sight }) => {
      const snapshot = await askedSnapshot(wiring, id, sight);
      const span = askedMonths(snapshot, query.get("month"));
      const { name } = (await wiring.directory()).organisation(practice);
      const activity = await readPracticeActivity(wiring, { snapshot, sight, practice, span });
      const place = { snapshot: id, practice, month: span.only };
      const file = `activity-${practice}`;
      return (
        askedFile(file, pointTable(activity, place), query) ??
        askedFile(file, unpricedTable(activity, place), query) ??
        askedFile(file, monthTable(activity, place), query) ?? {
          title: `Activity of ${name}, ${spanText(span)}`,
          section: "care",
          place: { name, detail: practice },
          madeUp: wiring.madeUp,
          body: (
            <PracticeActivityView
              {...{ name, place, span, activity, path, query }}
              months={snapshot.months.map(({ month }): Month => month).toSorted()}
              priceYear={snapshot.budgetPrices}
              quality={qualityPath(snapshot.commissioner)}
            />
          ),
        }
      );
    },
  );
}
