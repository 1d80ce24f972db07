import { type Page, page } from "#platform/web/page.ts";
import type { CurrencyRow } from "../drill/drill-down.ts";
import { inTime, readCurrencies } from "../reading/activity-behind.ts";
import { activitySubject } from "../reading/asked-activity.ts";
import { readPracticeActivity } from "../reading/practice-activity.ts";
import { ActivityByCurrencyView } from "../views/activity-by-currency.view.tsx";
import { rowsPath } from "../views/addresses.ts";
import { currencyTable } from "../views/currency-table.tsx";
import { askedFile } from "../views/figure-table.tsx";
import { TooLongView } from "../views/too-long.view.tsx";
import { currencyWord } from "../views/words.ts";
import type { ActivityWiring } from "../wiring.ts";
import { lessThan, type PointPlace, pointPlace } from "./point-place.ts";

/** One point of delivery of a practice by HRG or treatment function and provider: where a budget's figures lead. */
export function activityByCurrencyPage(wiring: ActivityWiring): Page<"activity.view"> {
  return page(
    "/activity/:snapshot/:practice/:pod",
    { permission: "activity.view", subject: (params, _query, sight) => activitySubject(wiring, params, sight) },
    async ({ params, query, path, may, sight }) => {
      const point = await pointPlace(wiring, { params, query, sight });
      const around = {
        title: `${point.title}, ${point.of}`,
        section: "care",
        trail: point.trail,
        place: { name: point.name, detail: params.practice },
        madeUp: wiring.madeUp,
      };
      const found = await inTime(() => readCurrencies(wiring, point.asked));
      if (found === undefined) return { ...around, body: <TooLongView instead={lessThan(point)} /> };
      const mayOpenRows = may("activity.rows", await activitySubject(wiring, params, sight));
      const table = tableOf(point, found.value, mayOpenRows);
      const file = askedFile(`activity-${params.practice}-${params.pod}`, table, query);
      if (file !== undefined) return file;
      return {
        ...around,
        body: (
          <ActivityByCurrencyView
            {...{ table, path, query, mayOpenRows, title: point.title, of: point.of }}
            priceYear={point.asked.snapshot.budgetPrices}
            figure={await figureOf(wiring, point)}
          />
        ),
      };
    },
  );
}

function tableOf({ asked, place, directory }: PointPlace, lines: readonly CurrencyRow[], mayOpenRows: boolean) {
  const { pointOfDelivery } = asked;
  return currencyTable({
    lines,
    currency: currencyWord(pointOfDelivery),
    nameOf: (code) => directory.organisations.get(code)?.name ?? "Not in the directory",
    ...(mayOpenRows && { rowsOf: (line: CurrencyRow) => rowsPath(place, pointOfDelivery, line) }),
  });
}

/** What the snapshot's marts have for the point of delivery. */
async function figureOf(wiring: ActivityWiring, { asked }: PointPlace) {
  const { points } = await readPracticeActivity(wiring, asked);
  const found = points.find((each) => each.pointOfDelivery === asked.pointOfDelivery);
  return { loaded: found?.loaded ?? 0, pence: found?.pence ?? 0 };
}
