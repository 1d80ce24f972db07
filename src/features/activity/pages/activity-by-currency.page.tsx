import { type Page, page } from "#platform/web/page.ts";
import type { CurrencyRow } from "../drill/drill-down.ts";
import { inTime, readCurrencies } from "../reading/activity-behind.ts";
import { activitySubject, rowsSubject } from "../reading/asked-activity.ts";
import { audienceOf, type Showing, showingTo } from "../reading/audience.ts";
import { readPracticeActivity } from "../reading/practice-activity.ts";
import { ActivityByCurrencyView, PointTotalsView } from "../views/activity-by-currency.view.tsx";
import { rowsPath } from "../views/addresses.ts";
import { currencyTable } from "../views/currency-table.tsx";
import { askedFile } from "../views/figure-table.tsx";
import { ReleasedOnly } from "../views/released-only.view.tsx";
import { TooLongView } from "../views/too-long.view.tsx";
import { currencyWord } from "../views/words.ts";
import type { ActivityWiring } from "../wiring.ts";
import { lessThan, type PointPlace, pointPlace } from "./point-place.ts";

/** One point of delivery of a practice by HRG or treatment function and provider: where a budget's figures lead. */
export function activityByCurrencyPage(wiring: ActivityWiring): Page<"activity.view"> {
  return page(
    "/activity/:snapshot/:practice/:pod",
    { permission: "activity.view", subject: (params, _query, sight) => activitySubject(wiring, params, sight) },
    async ({ params, query, path, may, sight, person, now }) => {
      const point = await pointPlace(wiring, { params, query, sight });
      const around = {
        title: `${point.title}, ${point.of}`,
        section: "care",
        trail: point.trail,
        place: { name: point.name, detail: params.practice },
        madeUp: wiring.madeUp,
      };
      const mayOpenRows = may("activity.rows", await rowsSubject(wiring, params, sight));
      const audience = audienceOf(person, mayOpenRows);
      const of = audience === "committee" ? "detail" : audience;
      const showing = showingTo(wiring.rulebook, of, point.asked.snapshot, now);
      if (!showing.asItIs) return { ...around, body: await totalsOnly(wiring, point, showing) };
      const found = await inTime(() => readCurrencies(wiring, point.asked));
      if (found === undefined) return { ...around, body: <TooLongView instead={lessThan(point)} /> };
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

/** The figure alone, where what is behind it is shown only as it was released. */
async function totalsOnly(wiring: ActivityWiring, point: PointPlace, { sentence }: Showing) {
  const { snapshot, practice } = point.asked;
  const latest = await wiring.releases.latest(snapshot.commissioner);
  const figure = await figureOf(wiring, point);
  return (
    <PointTotalsView {...{ title: point.title, of: point.of, figure, priceYear: snapshot.budgetPrices }}>
      <ReleasedOnly {...{ sentence, latest, practice }} />
    </PointTotalsView>
  );
}

/** What the snapshot's marts have for the point of delivery. */
async function figureOf(wiring: ActivityWiring, { asked }: PointPlace) {
  const { points } = await readPracticeActivity(wiring, asked);
  const found = points.find((each) => each.pointOfDelivery === asked.pointOfDelivery);
  return { loaded: found?.loaded ?? 0, pence: found?.pence ?? 0 };
}
